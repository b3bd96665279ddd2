"""A clean year of incidents: noisy as life is, with no habit that would deserve a lead."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ringtrue.simulation.arrivals import days, expected, opening
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.incident import Incident, Phase, Wait
from ringtrue.simulation.people import Person
from ringtrue.simulation.phrases import DESCRIPTIONS, TITLES, close_note, said
from ringtrue.simulation.routing import place_desks, teams
from ringtrue.simulation.services import SERVICES, TARGET_MINUTES, Service

CLOSE_CODES = {
    "Solution provided": 0.5, "Workaround provided": 0.13, "Resolved by change": 0.06, "Resolved by caller": 0.06, "User error": 0.12,
    "Known error": 0.1, "Duplicate": 0.015, "No response": 0.015,
}  # fmt: skip
USER_WAITS = {"payroll-apps": 0.42}
"""Teams that often need an answer of the user; the others in 13 of 100 phases."""

SUPPLIER_WAITS = {"workplace": 0.38, "network": 0.1}
"""Teams that often wait for a supplier."""

QUIET_DAYS = 14
"""Nearly nobody reports to the same service again within so many days."""


def incidents(dice: Dice, users: Sequence[Person], begins: date, ends: date) -> tuple[Incident, ...]:
    """All incidents that were opened from the first to the last day, in order of opening."""
    found = [
        one for service in SERVICES for one in _of_service(dice.of(service.id), service, users, begins, ends)
    ]
    return tuple(sorted(found, key=lambda incident: (incident.opened, incident.id)))


def _of_service(
    dice: Dice, service: Service, users: Sequence[Person], begins: date, ends: date
) -> Iterator[Incident]:
    by_unit: dict[str, list[Person]] = defaultdict(list)
    for user in users:
        by_unit[user.group].append(user)
    weights = {unit: weight * len(by_unit[unit]) for unit, weight in service.units.items()}
    last: dict[str, int] = {}
    for day in days(begins, ends):
        for place in range(dice.of("count", day.isoformat()).count(expected(service, day))):
            one = dice.of(day.isoformat(), place)
            user = _requester(one, weights, by_unit, last, day)
            opened = opening(one, service, day, user.site)
            if opened is not None:
                last[user.id] = day.toordinal()
                yield incident(one, f"{service.id}-{day:%m%d}-{place}", service, user, opened)


def _requester(
    dice: Dice,
    weights: Mapping[str, float],
    by_unit: Mapping[str, Sequence[Person]],
    last: Mapping[str, int],
    day: date,
) -> Person:
    for _ in range(40):
        user = dice.pick(by_unit[dice.weighted(weights)])
        if day.toordinal() - last.get(user.id, 0) > QUIET_DAYS or dice.chance(0.03):
            break
    return user


def incident(dice: Dice, name: str, service: Service, user: Person, opened: int) -> Incident:
    """One incident of the user with the service, from the first call to the last note."""
    priority = dice.weighted(service.priorities)
    category = dice.weighted({kind: 3.0 / (place + 1) for place, kind in enumerate(TITLES[service.id])})
    is_cancelled = priority > 2 and dice.chance(0.012)
    phases = _phases(dice, service, priority, 0.2 if is_cancelled else 1.0)
    return Incident(
        id=name,
        service=service.id,
        opened=opened,
        priority=priority,
        phases=place_desks(dice, service, phases, opened, priority),
        requester=user.id,
        unit=user.group,
        site=user.site,
        language=user.language,
        channel=dice.weighted({"Self-service": 5, "Phone": 3, "Email": 2}),
        category=category,
        item=dice.weighted(service.items),
        title=said(dice, TITLES[service.id][category], user.language),
        description=said(dice, DESCRIPTIONS, user.language) if dice.chance(0.45) else "",
        close_code=dice.weighted(CLOSE_CODES),
        close_note=close_note(dice, user.language),
        closing=dice.weighted({"automatic": 0.95, "caller": 0.05}),
        has_service=not dice.chance(0.006),
        is_cancelled=is_cancelled,
        downgrade=None if is_cancelled else _early_change(dice, priority),
    )


def _phases(dice: Dice, service: Service, priority: int, part_done: float) -> tuple[Phase, ...]:
    target = TARGET_MINUTES[priority]
    minutes = part_done * min(
        max(target * dice.skewed(service.median, service.sigma), 4 + 8 * dice.share()), 2.4 * target
    )
    way = teams(dice, service)
    parts = [dice.between(0.4, 1) for _ in way]
    return tuple(
        Phase(team, minutes * part / sum(parts), dice.between(0.15, 0.45), _wait(dice, team, target))
        for team, part in zip(way, parts, strict=True)
    )


def _wait(dice: Dice, team: str, target: int) -> Wait | None:
    if dice.chance(SUPPLIER_WAITS.get(team, 0)):
        return Wait("supplier", target * min(dice.skewed(0.4, 0.5), 1.0))
    if not dice.chance(USER_WAITS.get(team, 0.13)):
        return None
    by_phone = dice.chance(0.04)
    return Wait("user", target * min(dice.skewed(0.15, 0.8), 0.8), not by_phone, not by_phone)


def _early_change(dice: Dice, priority: int) -> tuple[float, int] | None:
    """Few priorities are set anew, and then soon after the beginning."""
    if priority not in (2, 3) or not dice.chance(0.03):
        return None
    return TARGET_MINUTES[priority] * dice.between(0.01, 0.12), priority + dice.pick(
        (-1, 1)
    ) if priority == 3 else 3


def reopened(dice: Dice, one: Incident) -> Incident:
    """The same incident, resolved too early, opened again by the user and resolved for good by the same team."""
    last = one.phases[-1]
    rest = one.minutes * dice.between(0.15, 0.35)
    again = Phase(last.team, rest, 0.2)
    kept = tuple(replace(phase, minutes=phase.minutes * (1 - rest / one.minutes)) for phase in one.phases)
    return replace(one, phases=(*kept, again), reopened=len(kept), reopen_hours=dice.between(4, 72))


def with_reopenings(dice: Dice, year: Sequence[Incident], share: float = 0.065) -> tuple[Incident, ...]:
    """This share of the incidents opened again after their resolution."""
    return tuple(
        reopened(dice.of(one.id), one)
        if not one.is_cancelled and dice.of(one.id, "chance").chance(share)
        else one
        for one in year
    )
