"""Changes: approved before they start, by somebody who neither asked for them nor carries them out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ringtrue.simulation.arrivals import days
from ringtrue.simulation.calendar import HOUR, MINUTE, moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.people import People
from ringtrue.simulation.problems import Problem
from ringtrue.simulation.services import SERVICES, Service


@dataclass(frozen=True)
class Change:
    """One change, from the wish to the look back."""

    id: str
    service: str
    item: str
    kind: str
    title: str
    requester: str
    implementer: str
    team: str
    created: int
    approved: int
    approver: str
    planned: tuple[int, int]
    worked: tuple[int, int]
    reviewed: int
    outcome: str


FREEZES = (
    (date(2025, 12, 19), date(2026, 1, 4)),
    (date(2026, 6, 24), date(2026, 6, 30)),
    (date(2026, 9, 21), date(2026, 9, 30)),
)
"""Spans in which nothing is changed, both days included."""

TITLES = (
    "Update {item}, Version {n}", "Zertifikat für {item} erneuern", "Speicher für {item} vergrößern", "Konfiguration {item} anpassen",
    "Sicherheitsupdate für {item}", "Überwachung für {item} ergänzen", "{item}: Störung in der Übergabe beheben",
)  # fmt: skip
RELEASES = {"payroll": (date(2026, 4, 25), "Release 26.4: neues Gehaltsportal für alle Beschäftigten")}
"""Large changes that people remember, by service."""

QUIET_AROUND = (date(2026, 6, 10), date(2026, 6, 23))
"""No change of the till network near its major incident, so that the two are not confounded."""


def changes(
    dice: Dice, people: People, problems: Sequence[Problem], begins: date, ends: date
) -> tuple[Change, ...]:
    """All changes of the time, in order of their start, numbered."""
    found = [
        one for service in SERVICES for one in _of_service(dice.of(service.id), service, people, begins, ends)
    ]
    found += [_fix(dice.of(problem.id), problem, people) for problem in problems if problem.fixed]
    in_order = sorted(found, key=lambda change: (change.created, change.service))
    return tuple(replace(change, id=f"CHG{30001 + place:07}") for place, change in enumerate(in_order))


def _of_service(dice: Dice, service: Service, people: People, begins: date, ends: date) -> Iterator[Change]:
    for day in days(begins + timedelta(days=9), ends - timedelta(days=3)):
        if day.isoweekday() > 5 or _is_frozen(service.id, day) or not dice.chance(14.5 / 250):
            continue
        kind = dice.weighted({"Normal": 0.52, "Standard": 0.41, "Emergency": 0.07})
        item = dice.weighted(service.items)
        title = dice.pick(TITLES).format(item=item, n=f"{dice.whole(2, 9)}.{dice.whole(0, 9)}")
        yield _change(dice.of(day.isoformat()), service, people, day, kind, title, item)
    if service.id in RELEASES:
        day, title = RELEASES[service.id]
        yield _change(dice.of("release"), service, people, day, "Normal", title, next(iter(service.items)))


def _is_frozen(service: str, day: date) -> bool:
    quiet = service == "till-network" and QUIET_AROUND[0] <= day <= QUIET_AROUND[1]
    return quiet or any(first <= day <= last for first, last in FREEZES)


def _fix(dice: Dice, problem: Problem, people: People) -> Change:
    service = next(service for service in SERVICES if service.id == problem.service)
    assert problem.fixed is not None
    return _change(
        dice,
        service,
        people,
        problem.fixed,
        "Normal",
        f"Ursache beheben: {problem.title} ({problem.id})",
        problem.item,
    )


def _change(
    dice: Dice, service: Service, people: People, day: date, kind: str, title: str, item: str
) -> Change:
    """One change carried out on the evening of the day."""
    planned = moment(day, f"{dice.whole(18, 21)}:{dice.pick(('00', '15', '30', '45'))}")
    created, approved = _before(dice, day, planned, kind)
    starts = planned + dice.whole(0, 25) * MINUTE
    length = dice.whole(20, 150) * MINUTE
    team = dice.weighted(
        {name: weight for name, weight in service.first_teams.items() if name != "field-service"}
    )
    implementer = dice.pick([person for person in people.of_team(team, created) if not person.leads])
    return Change(
        id="",
        service=service.id,
        item=item,
        kind=kind,
        title=title,
        requester=people.owner(service.id, created).id
        if dice.chance(0.6)
        else people.of_team(team, created)[0].id,
        implementer=implementer.id,
        team=team,
        created=created,
        approved=approved,
        approver=people.offices["changes"].id,
        planned=(planned, planned + 3 * HOUR),
        worked=(starts, starts + length),
        reviewed=starts + length + int(dice.between(10, 60) * HOUR),
        outcome=dice.weighted({"successful": 0.9, "successful with issues": 0.08, "unsuccessful": 0.02}),
    )


def _before(dice: Dice, day: date, planned: int, kind: str) -> tuple[int, int]:
    """When a change was recorded and approved: on a morning and an afternoon of the days before, or hours before an emergency."""
    if kind == "Emergency":
        created = planned - int(dice.between(3, 6) * HOUR)
        return created, created + int(dice.between(0.3, 2) * HOUR)
    lead = dice.whole(4, 9) if kind == "Normal" else dice.whole(1, 4)
    recorded = moment(day - timedelta(days=lead), f"{dice.whole(8, 11)}:{dice.whole(10, 59)}")
    return recorded, moment(
        day - timedelta(days=dice.whole(1, lead)), f"{dice.whole(13, 16)}:{dice.whole(10, 59)}"
    ) + dice.whole(0, 59)
