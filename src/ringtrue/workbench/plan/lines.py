"""Lines of the plan: one of the team, one appointment of the schedule. Added, changed or taken out, each on its own page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.model.plan import COMPETENCES, Appointment, Member
from ringtrue.workbench.pages.forms import lines as told_lines
from ringtrue.workbench.plan.forms import AppointmentForm, MemberForm
from ringtrue.workbench.plan.records import Held, held, mark, save
from ringtrue.workbench.trail.journal import ChangedMeanwhile

NEW = "new"


def plan_member(request: HttpRequest, audit: str, mark: str) -> HttpResponse:
    """One of the team, with competence and declared conflicts."""
    now = held(request.audit)  # type: ignore[attr-defined]
    was = _line(request, now.plan.team, mark)
    form = MemberForm(request.POST or None, initial={**_member_said(was), "version": now.versions["team"]})
    return _edited(request, form, "team", now, was, lambda: _member(form.cleaned_data), _("One of the team"))


def plan_appointment(request: HttpRequest, audit: str, mark: str) -> HttpResponse:
    """An appointment."""
    now = held(request.audit)  # type: ignore[attr-defined]
    was = _line(request, now.plan.schedule, mark)
    form = AppointmentForm(
        request.POST or None,
        team=[(one.name, one.name) for one in now.plan.team if one.role != "observer"],
        catalogue=[(one.service, one.name or one.service) for one in now.plan.services],
        initial={**_appointment_said(was), "version": now.versions["schedule"]},
    )
    make = lambda: _appointment(form.cleaned_data)  # noqa: E731
    return _edited(request, form, "schedule", now, was, make, _("Appointment"))


def _line(request: HttpRequest, there: tuple[Any, ...], wanted: str) -> Any:
    """The line of that mark. What is sent for one that was changed meanwhile becomes a new line: nothing is lost."""
    found = next((one for one in there if mark(one) == wanted), None)
    if found is None and wanted != NEW and request.method != "POST":
        raise Http404
    return found


def _edited(
    request: HttpRequest, form: Any, part: str, now: Held, was: Any, make: Callable[[], Any], title: str
) -> HttpResponse:
    of = request.audit  # type: ignore[attr-defined]
    if request.method == "POST" and form.is_valid():
        there = [one for one in getattr(now.plan, part) if one != was]
        place = getattr(now.plan, part).index(was) if was in getattr(now.plan, part) else len(there)
        if "remove" not in request.POST:
            there.insert(place, make())
        if part == "schedule":
            there.sort(key=lambda one: (one.day, one.starts, one.ends))
        try:
            save(of, part, {part: tuple(there)}, str(request.user), form.cleaned_data["version"])
        except ChangedMeanwhile as meanwhile:
            tell_changed(form, meanwhile)
        else:
            messages.success(request, _("Saved as a draft."))
            return redirect("plan", of.pk)
    shown = {"form": form, "title": title, "there": was is not None}
    return render(request, "plan/line.html", shown, status=400 if form.errors else 200)


def tell_changed(form: Any, meanwhile: ChangedMeanwhile) -> None:
    """Tell whose draft came first; sent once more, the form is knowingly written over it, and theirs stays in the trail."""
    said = _(
        "%s changed this part of the plan after you had opened it. What you wrote stands below; look at the plan, then save once more."
    )
    form.add_error(None, said % meanwhile.record.by)
    form.data = form.data.copy()
    form.data["version"] = str(meanwhile.record.version)


def _member(said: dict[str, Any]) -> Member:
    declared = said["conflicts_declared_on"]
    levels = {skill: said[f"skill_{skill}"] for skill in COMPETENCES}
    return Member(
        name=said["name"],
        role=said["role"],
        organisation=said["organisation"],
        own_work=told_lines(said["own_work"]),
        conflicts_declared_on=declared.isoformat() if declared else None,
        competence=tuple((skill, int(level)) for skill, level in levels.items() if level),
        evaluated=said["evaluated"],
    )


def _member_said(was: Member | None) -> dict[str, Any]:
    if was is None:
        return {"role": "auditor"}
    levels = {f"skill_{skill}": str(level) for skill, level in was.competence}
    return {**vars(was), "own_work": "\n".join(was.own_work), **levels}


def _appointment(said: dict[str, Any]) -> Appointment:
    texts = {name: said[name] for name in ("activity", "subject", "with_whom", "place")}
    clauses = tuple(one.strip() for one in said["clauses"].replace(";", ",").split(",") if one.strip())
    return Appointment(
        day=said["day"].isoformat(),
        starts=f"{said['starts']:%H:%M}",
        ends=f"{said['ends']:%H:%M}",
        services=tuple(said["services"]),
        auditors=tuple(said["auditors"]),
        clauses=clauses,
        **texts,
    )


def _appointment_said(was: Appointment | None) -> dict[str, Any]:
    return {**vars(was), "clauses": ", ".join(was.clauses)} if was else {}
