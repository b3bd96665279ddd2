"""Changing the programme: what it is for, and one audit of it. What it may not be, the method says."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.method.plan.programme import check_programme
from ringtrue.model.programme import PlannedAudit, Programme
from ringtrue.workbench.pages.forms import lines, parts
from ringtrue.workbench.programme.forms import PlannedForm, WholeForm
from ringtrue.workbench.programme.models import keep, newest

NEW = "new"


def programme_whole(request: HttpRequest, organisation: str) -> HttpResponse:
    """Objectives, owner, years, conditions."""
    now, number = newest(request.organisation)  # type: ignore[attr-defined]
    years = {"first": now.years[0], "last": now.years[-1]} if now.years else {}
    said = {**vars(now), **years, "objectives": "\n".join(now.objectives), "version": number}
    form = WholeForm(request.POST or None, initial=said)
    if request.method == "POST" and form.is_valid() and _kept(request, form, _whole(now, form.cleaned_data)):
        return redirect("programme_of", organisation)
    return render(request, "programme/edit.html", {"form": form, "title": _("The programme")})


def programme_audit(request: HttpRequest, organisation: str, planned: str) -> HttpResponse:
    """One audit: added, changed, taken out."""
    of = request.organisation  # type: ignore[attr-defined]
    now, number = newest(of)
    was = next((one for one in now.audits if one.id == planned), None)
    if was is None and planned != NEW:
        raise Http404
    audits = [(one.pk, one.title) for one in of.audits.order_by("-created_at")]
    form = PlannedForm(request.POST or None, audits=audits, initial={**_said(was, audits), "version": number})
    if request.method == "POST" and form.is_valid():
        others = [one for one in now.audits if one != was]
        if "remove" not in request.POST:
            others.append(_planned(form.cleaned_data, was, others))
        audits_now = tuple(sorted(others, key=lambda one: (one.quarter, one.title)))
        if _kept(request, form, replace(now, audits=audits_now)):
            return redirect("programme_of", organisation)
    shown = {"form": form, "title": _("An audit of the programme"), "there": was is not None}
    return render(request, "programme/edit.html", shown)


def _kept(request: HttpRequest, form: Any, changed: Programme) -> bool:
    """Save it, or say why not: what the method refuses of an audit, or that somebody else saved meanwhile."""
    refused = [
        one for one in check_programme(changed) if one.refused and one.about not in ("owner", "audits")
    ]
    for one in refused:
        form.add_error(None, one.text)
    if refused:
        return False
    if not keep(request.organisation, changed, str(request.user), form.cleaned_data["version"]):  # type: ignore[attr-defined]
        form.add_error(
            None, _("Somebody else saved the programme after you had opened it. Look at it, then try again.")
        )
        return False
    messages.success(request, _("Saved."))
    return True


def _whole(now: Programme, said: dict[str, Any]) -> Programme:
    reviewed = said["reviewed_on"]
    texts = {name: said[name] for name in ("owner", "resources", "risks", "methods")}
    return replace(
        now,
        objectives=lines(said["objectives"]),
        years=tuple(range(said["first"], said["last"] + 1)),
        reviewed_on=reviewed.isoformat() if reviewed else None,
        **texts,
    )


def _said(was: PlannedAudit | None, audits: list[tuple[str, str]]) -> dict[str, Any]:
    if was is None:
        return {}
    begun = was.id if was.id in dict(audits) else ""
    lists = {"services": "\n".join(was.services), "criteria": ", ".join(was.criteria)}
    return {**vars(was), **lists, "begun": begun}


def _planned(said: dict[str, Any], was: PlannedAudit | None, others: list[PlannedAudit]) -> PlannedAudit:
    numbers = [int(one.id[1:]) for one in others if one.id[:1] == "P" and one.id[1:].isdecimal()]
    fresh = was.id if was and was.id[:1] == "P" else f"P{max(numbers, default=0) + 1}"
    return PlannedAudit(
        id=said["begun"] or fresh,
        title=said["title"],
        quarter=said["quarter"].strip().upper(),
        services=parts(said["services"]),
        criteria=parts(said["criteria"]),
        lead_auditor=said["lead_auditor"],
        days=said["days"],
    )
