"""An organisation as it was lived: people, incidents, problems, changes, moods and habits. Its papers are written from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ringtrue.simulation.calendar import moment
from ringtrue.simulation.changes import Change, changes
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.history import History, history
from ringtrue.simulation.incident import Incident
from ringtrue.simulation.incidents import incidents, with_reopenings
from ringtrue.simulation.people import People, everybody
from ringtrue.simulation.problems import Problem, with_problems
from ringtrue.simulation.services import SERVICES


@dataclass(frozen=True)
class Mood:
    """The share of satisfied people from a moment on."""

    since: int
    satisfied: float


@dataclass(frozen=True)
class Event:
    """Something around the services that changes needs or explains a pattern; no service means all of them."""

    kind: str
    at: int
    until: int | None
    service: str
    note: str


@dataclass(frozen=True)
class Organisation:
    """What really happened from the first to the last day.

    ``moods`` are by service, in order of time. ``lapses`` say since when a control is no longer carried out. ``without_outcome`` are
    services for which nobody agreed on an outcome.
    """

    dice: Dice
    begins: date
    ends: date
    people: People
    incidents: tuple[Incident, ...]
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]
    events: tuple[Event, ...]
    moods: Mapping[str, tuple[Mood, ...]]
    lapses: Mapping[str, int]
    without_outcome: frozenset[str] = frozenset()

    @property
    def export(self) -> int:
        """The moment at which the files are exported: early on the day after the last."""
        return moment(self.ends, "24:00") + 5 * 3600

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """The history of every incident, by its id."""
        return {one.id: history(one, self.people, self.dice, self.export) for one in self.incidents}

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The ticket number of every incident, by its id: in order of opening."""
        return {one.id: f"INC{10001 + place:07}" for place, one in enumerate(self.incidents)}

    def with_incidents(
        self, changed: Mapping[str, Incident], added: Sequence[Incident] = ()
    ) -> "Organisation":
        """The same organisation with some incidents lived otherwise, and some more, in order of opening."""
        year = [changed.get(one.id, one) for one in self.incidents] + list(added)
        return replace(self, incidents=tuple(sorted(year, key=lambda one: (one.opened, one.id))))

    def satisfied(self, service: str, at: int) -> float:
        """The share of people whom the service satisfies at a moment."""
        return next(mood.satisfied for mood in reversed(self.moods[service]) if mood.since <= at)


EVENTS = (
    Event("external_audit", moment(date(2025, 10, 14)), moment(date(2025, 10, 15)), "", "Surveillance audit"),
    Event("campaign", moment(date(2025, 11, 24)), moment(date(2025, 12, 1)), "web-shop", "Autumn sale"),
    Event("external_audit", moment(date(2026, 10, 13)), moment(date(2026, 10, 15)), "", "Surveillance audit"),
)


def clean(seed: int, begins: date, ends: date) -> Organisation:
    """An organisation without planted faults; the same seed and days give the same one."""
    dice = Dice(seed)
    people = everybody(dice.of("people"), tuple(service.id for service in SERVICES))
    year = with_reopenings(dice.of("reopenings"), incidents(dice.of("incidents"), people.users, begins, ends))
    year, known = with_problems(dice.of("problems"), year, people, begins, ends)
    return Organisation(
        dice=dice,
        begins=begins,
        ends=ends,
        people=people,
        incidents=year,
        problems=known,
        changes=changes(dice.of("changes"), people, known, begins, ends),
        events=EVENTS,
        moods={service.id: (Mood(0, 0.87),) for service in SERVICES},
        lapses={},
    )
