"""The plan: as it stands, what speaks against it, its parts, and setting it."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import RingtrueError, listed, proposed_services
from ringtrue.method.plan.check import check_plan, own_work
from ringtrue.method.plan.risk import HIGHEST
from ringtrue.model.plan import Plan, ServiceInPlan
from ringtrue.workbench.access.roles import AUDITORS, LEAD
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.pages.forms import lines, parts
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.plan.forms import ACTIVITIES, SKILLS, TEAM_ROLES, AboutForm, SetForm
from ringtrue.workbench.plan.lines import tell_changed
from ringtrue.workbench.plan.records import Held, held, mark, save, set_plan
from ringtrue.workbench.trail.journal import ChangedMeanwhile


def plan(request: HttpRequest, audit: str) -> HttpResponse:
    """The plan as it stands, with what speaks against it."""
    return _page(request, held(request.audit), SetForm())  # type: ignore[attr-defined]


def plan_about(request: HttpRequest, audit: str) -> HttpResponse:
    """Objectives, criteria, period, and the conditions of the audit."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    now = held(of)
    editions = [(one["id"], told(one["title"])) for one in listed("criteria")]
    form = AboutForm(request.POST or None, editions=editions, initial=_said(now, editions))
    if request.method == "POST" and form.is_valid():
        try:
            fields = _about(form.cleaned_data, now.plan)
            save(of, "about", fields, str(request.user), form.cleaned_data["version"])
        except ChangedMeanwhile as meanwhile:
            tell_changed(form, meanwhile)
        else:
            messages.success(request, _("Saved as a draft."))
            return redirect("plan", of.pk)
    return render(
        request, "plan/line.html", {"form": form, "title": _("Objectives, criteria, period"), "whole": True}
    )


def plan_services(request: HttpRequest, audit: str) -> HttpResponse:
    """Which services are in scope, each with its weight and with what speaks for it."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    now = held(of)
    rows = _rows(of, now.plan)
    if request.method == "POST":
        chosen = tuple(_chosen(request.POST, number, one) for number, (one, _new) in enumerate(rows))
        further = tuple(_further(request.POST.get("further", ""), {one.service for one in chosen}))
        try:
            version = int(request.POST.get("version", "0") or 0)
            save(of, "services", {"services": (*chosen, *further)}, str(request.user), version)
        except (ChangedMeanwhile, ValueError):
            messages.error(
                request,
                _("Somebody else changed the scope after you had opened it. Look at it, then choose anew."),
            )
            return redirect("plan_services", of.pk)
        messages.success(request, _("Saved as a draft."))
        return redirect("plan", of.pk)
    return render(
        request,
        "plan/services.html",
        {"rows": rows, "version": now.versions["services"], "highest": HIGHEST},
    )


def plan_set(request: HttpRequest, audit: str) -> HttpResponse:
    """Set the plan: only where the method refuses nothing."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    now, form = held(of), SetForm(request.POST)
    if form.is_valid() and not any(one.refused for one in check_plan(now.plan)):
        try:
            set_plan(of, now.plan, str(request.user), form.cleaned_data["reason"], now.versions)
            messages.success(
                request, _("The plan is set. Runs from now on judge by its period, criteria and scope.")
            )
            return redirect("plan", of.pk)
        except ChangedMeanwhile as meanwhile:
            tell_changed(form, meanwhile)
        except RingtrueError as refused:
            form.add_error(None, told(refused))
    return _page(request, now, form, 400)


def _page(request: HttpRequest, now: Held, form: SetForm, status: int = 200) -> HttpResponse:
    role = getattr(request.membership, "role", "")  # type: ignore[attr-defined]
    plan, remarks = now.plan, check_plan(now.plan)
    own = {(who, one.day, one.starts) for who, _subject, one in own_work(plan)}
    titles = {one["id"]: told(one["title"]) for one in listed("criteria")}
    shown: dict[str, Any] = {
        "held": now,
        "plan": plan,
        "criteria": [titles.get(one, one) for one in plan.criteria],
        "refused": [one for one in remarks if one.refused],
        "limits": [one for one in remarks if not one.refused],
        "scope": [one for one in plan.services if one.in_scope],
        "out": [one for one in plan.services if not one.in_scope],
        "team": [(one, mark(one), dict(TEAM_ROLES).get(one.role, one.role), _levels(one)) for one in plan.team],
        "schedule": [
            (one, mark(one), dict(ACTIVITIES).get(one.activity, one.activity),
             any((who, one.day, one.starts) in own for who in one.auditors))
            for one in plan.schedule
        ],
        "highest": HIGHEST,
        "writes": role in AUDITORS,
        "leads": role == LEAD,
        "form": form,
    }  # fmt: skip
    return render(request, "plan/plan.html", shown, status=status)


def _levels(member: Any) -> str:
    return ", ".join(f"{SKILLS[skill]} {level}" for skill, level in member.competence if skill in SKILLS)


def _said(now: Held, editions: list[tuple[str, str]]) -> dict[str, Any]:
    known = {id for id, _title in editions}
    plan = now.plan
    begins, ends = plan.period or (None, None)
    return {
        **vars(plan),
        "objectives": "\n".join(plan.objectives),
        "criteria": [one for one in plan.criteria if one in known],
        "own_criteria": ", ".join(one for one in plan.criteria if one not in known),
        "begins": begins,
        "ends": ends,
        "version": now.versions["about"],
    }


def _about(said: dict[str, Any], was: Plan) -> dict[str, Any]:
    period = (said["begins"].isoformat(), said["ends"].isoformat()) if said["begins"] else None
    texts = {name: said[name] for name in ("exclusions", "risks", "remote", "confidentiality", "approved_by")}
    return {
        "objectives": lines(said["objectives"]),
        "criteria": (*said["criteria"], *parts(said["own_criteria"])),
        "method": was.method,
        "period": period,
        "approved_on": said["approved_on"].isoformat() if said["approved_on"] else None,
        **texts,
    }


def _rows(of: Audit, plan: Plan) -> list[tuple[ServiceInPlan, ServiceInPlan | None]]:
    """Every service of the plan and of the catalogue, beside what the records say of it now; the heaviest first."""
    now = {one.service: one for one in proposed_services(of.folder)}
    there = {one.service for one in plan.services}
    known = [*plan.services, *(replace(one, in_scope=False) for id, one in now.items() if id not in there)]
    return sorted(
        ((one, now.get(one.service)) for one in known), key=lambda row: (-row[0].weight, row[0].service)
    )


def _chosen(said: Any, number: int, was: ServiceInPlan) -> ServiceInPlan:
    """A service as it was chosen; a line that was not sent, or is about another service, stays as it was."""
    if said.get(f"service-{number}") != was.service:
        return was
    weight = said.get(f"weight-{number}", "")
    return replace(
        was,
        in_scope=f"in-{number}" in said,
        weight=min(int(weight), HIGHEST) if weight.isdecimal() and len(weight) < 4 else was.weight,
        reason=said.get(f"reason-{number}", "")[:1000].strip(),
    )


def _further(text: str, there: set[str]) -> list[ServiceInPlan]:
    found = {}
    for line in lines(text[:20_000]):
        id, _sep, name = (one.strip() for one in line.partition(";"))
        if id and id not in there:
            found[id] = ServiceInPlan(service=id, name=name or id, in_scope=True, weight=0)
    return list(found.values())
