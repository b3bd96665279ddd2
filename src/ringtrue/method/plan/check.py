"""What a plan may not be, and what its readers have to know of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ringtrue.method.plan.risk import HIGHEST
from ringtrue.model.plan import ACTIVITIES, AUDITORS, COMPETENCES, TEAM_ROLES, Appointment, Member, Plan

ABLE = 2
HEAVY = HIGHEST / 2
"""From this weight on, leaving a service out needs a reason [D]."""


@dataclass(frozen=True)
class Remark:
    """Something about a plan. ``refused``: the plan cannot stand so; else it is a limitation to be stated."""

    about: str
    text: str
    refused: bool


def check_plan(plan: Plan) -> tuple[Remark, ...]:
    """Everything that speaks against a plan, what is refused first."""
    found = [*_whole(plan), *_team(plan), *_services(plan), *_schedule(plan)]
    return tuple(sorted(found, key=lambda one: not one.refused))


def own_work(plan: Plan) -> tuple[tuple[str, str, Appointment], ...]:
    """Who is to audit which own work, and in which appointment."""
    works = {member.name: set(member.own_work) for member in plan.team}
    return tuple(
        (auditor, subject, appointment)
        for appointment in plan.schedule
        for auditor in appointment.auditors
        for subject in sorted(works.get(auditor, set()) & {*appointment.services, *appointment.clauses})
    )


def _whole(plan: Plan) -> Iterator[Remark]:
    if not plan.objectives:
        yield Remark(
            "objectives", "An audit needs at least one objective: what is to be known afterwards?", True
        )
    if not plan.criteria:
        yield Remark("criteria", "An audit needs criteria, such as iso20000-1:2018+amd1:2024.", True)
    if plan.period is None:
        yield Remark("period", "No period is named: all records given will be judged.", False)


def _team(plan: Plan) -> Iterator[Remark]:
    leads = [one.name for one in plan.team if one.role == "lead_auditor"]
    if len(leads) != 1:
        yield Remark("team", f"A team has one lead auditor; this one has {len(leads)}.", True)
    names = [one.name for one in plan.team]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield Remark("team", f"{name} stands in the team more than once.", True)
    for member in plan.team:
        yield from _member(member)
    for skill in COMPETENCES:
        if plan.team and not any(dict(one.competence).get(skill, 0) >= ABLE for one in plan.team):
            told = skill.replace("_", " ")
            yield Remark(
                "competence",
                f"Nobody in the team is shown to be able in {told}. Add somebody, or say so.",
                False,
            )


def _member(member: Member) -> Iterator[Remark]:
    if member.role not in TEAM_ROLES:
        yield Remark(
            member.name, f'"{member.role}" is no role in a team. Known: {", ".join(TEAM_ROLES)}.', True
        )
    if member.role in AUDITORS and member.conflicts_declared_on is None:
        yield Remark(
            member.name,
            f"{member.name} has not declared conflicts of interest, nor that there are none.",
            True,
        )


def _services(plan: Plan) -> Iterator[Remark]:
    if not any(one.in_scope for one in plan.services):
        yield Remark("scope", "No service is in scope.", True)
    for one in plan.services:
        if not one.in_scope and one.weight >= HEAVY and not one.reason:
            told = f"{one.name or one.service} weighs {one.weight} of {HIGHEST} and is left out without a reason."
            yield Remark(one.service, told, False)


def _schedule(plan: Plan) -> Iterator[Remark]:
    for auditor, subject, one in own_work(plan):
        told = f"{auditor} is to audit own work: {subject} on {one.day}. Nobody audits own work; name somebody else."
        yield Remark(auditor, told, True)
    for one in plan.schedule:
        yield from _appointment(plan, one)
    seen = {service for one in plan.schedule for service in one.services}
    for service in plan.services:
        if plan.schedule and service.in_scope and service.service not in seen:
            yield Remark(
                service.service,
                f"{service.name or service.service} is in scope, but in no appointment.",
                False,
            )


def _appointment(plan: Plan, one: Appointment) -> Iterator[Remark]:
    about = f"{one.day} {one.starts}"
    if one.activity not in ACTIVITIES:
        yield Remark(about, f'"{one.activity}" is no activity. Known: {", ".join(ACTIVITIES)}.', True)
    if one.ends <= one.starts:
        yield Remark(about, f"The appointment ends ({one.ends}) before it begins ({one.starts}).", True)
    if not one.auditors:
        yield Remark(about, "Nobody of the team is named for this appointment.", False)
    for auditor in one.auditors:
        role = {member.name: member.role for member in plan.team}.get(auditor)
        if role is None:
            yield Remark(about, f"{auditor} is not in the team.", True)
        elif role == "observer":
            yield Remark(about, f"{auditor} observes and cannot audit.", True)
    yield from _twice(plan, one)


def _twice(plan: Plan, one: Appointment) -> Iterator[Remark]:
    """Nobody is in two places at once; said at the later of the two."""
    for other in plan.schedule[: plan.schedule.index(one)]:
        both = sorted(set(one.auditors) & set(other.auditors))
        if both and one.day == other.day and one.starts < other.ends and other.starts < one.ends:
            yield Remark(
                f"{one.day} {one.starts}", f"{both[0]} has another appointment from {other.starts}.", True
            )
