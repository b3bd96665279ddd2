"""Problems: troubles with a cause of their own, most of which went away when it was mended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ringtrue.simulation.arrivals import days, opening
from ringtrue.simulation.calendar import DAY, moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.incident import Incident
from ringtrue.simulation.incidents import incident
from ringtrue.simulation.people import People
from ringtrue.simulation.services import BY_ID


@dataclass(frozen=True)
class Problem:
    """A problem record. ``a_month`` incidents came of it until it was fixed; afterwards few. Without ``fixed`` it is still open."""

    id: str
    service: str
    item: str
    team: str
    title: str
    opened: date
    cause: str = ""
    fixed: date | None = None
    a_month: float = 0.0


PROBLEMS: tuple[Problem, ...] = (
    Problem(
        id="PRB0040001",
        service="till-network",
        item="receipt-printer",
        team="till-support",
        title="Bondrucker verlieren die Verbindung",
        cause="Driver 4.1 drops the port after sleep",
        opened=date(2026, 2, 9),
        fixed=date(2026, 5, 28),
        a_month=11,
    ),
    Problem(
        id="PRB0040002",
        service="e-mail",
        item="mailbox-quota",
        team="messaging",
        title="Mailboxes fill up overnight",
        cause="Journal rule copies each mail twice",
        opened=date(2026, 3, 16),
        fixed=date(2026, 6, 11),
        a_month=9,
    ),
    Problem(
        id="PRB0040003",
        service="warehouse",
        item="scanner-wlan",
        team="network",
        title="Scanner fallen aus dem WLAN",
        cause="Roaming threshold too low in hall 3",
        opened=date(2026, 4, 13),
        fixed=date(2026, 7, 2),
        a_month=10,
    ),
    Problem(
        id="PRB0040004",
        service="web-shop",
        item="payment-gateway",
        team="web-apps",
        title="Payments shown twice",
        opened=date(2026, 5, 4),
    ),
    Problem(
        id="PRB0040005",
        service="payroll",
        item="time-import",
        team="payroll-apps",
        title="Zeitimport bricht ab",
        opened=date(2026, 6, 8),
    ),
    Problem(
        id="PRB0040006",
        service="sign-in",
        item="token-service",
        team="identity",
        title="Tokens refused after midnight",
        opened=date(2026, 7, 20),
    ),
    Problem(
        id="PRB0040007",
        service="reporting",
        item="data-store",
        team="analytics",
        title="Nachtlauf endet zu spät",
        opened=date(2026, 8, 10),
    ),
)

AFTER = 0.06
"""The share of incidents that still comes after a fix."""


def with_problems(
    dice: Dice, year: Sequence[Incident], people: People, begins: date, ends: date
) -> tuple[tuple[Incident, ...], tuple[Problem, ...]]:
    """The year with the incidents that came of the problems, and the problems."""
    caused = [
        one for problem in PROBLEMS if problem.a_month for one in _caused(dice, problem, people, begins, ends)
    ]
    linked = [_linked(dice.of("link", one.id), one) for one in year]
    return tuple(sorted([*linked, *caused], key=lambda one: (one.opened, one.id))), PROBLEMS


def _caused(dice: Dice, problem: Problem, people: People, begins: date, ends: date) -> Iterator[Incident]:
    service = BY_ID[problem.service]
    users = [user for user in people.users if user.group in service.units]
    for user, day in zip(
        dice.of(problem.id).shuffled(users) * 3,
        _days(dice.of(problem.id, "days"), problem, begins, ends),
        strict=False,
    ):
        one = dice.of(problem.id, day.isoformat(), user.id)
        opened = opening(one, service, day, user.site)
        if opened is not None:
            found = incident(one, f"{problem.id}-{day:%m%d}-{user.id}", service, user, opened)
            known = problem.id if opened > moment(problem.opened) else ""
            yield replace(found, item=problem.item, problem=known)


def _days(dice: Dice, problem: Problem, begins: date, ends: date) -> Iterator[date]:
    for day in days(begins, ends):
        rate = problem.a_month / 30 * (AFTER if problem.fixed and day > problem.fixed else 1)
        weight = 0.4 if day.isoweekday() > 5 else 1.24
        yield from [day] * dice.count(rate * weight)


def _linked(dice: Dice, one: Incident) -> Incident:
    """An incident like an open problem is sometimes tied to it."""
    for problem in PROBLEMS:
        if problem.fixed is None and (problem.service, problem.item) == (one.service, one.item):
            begins = moment(problem.opened) - 20 * DAY
            return replace(one, problem=problem.id) if one.opened > begins and dice.chance(0.12) else one
    return one
