"""Invented histories of cases: opened, passed between teams, waiting for the user, resolved and closed, all drawn at once."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Texts = NDArray[np.object_]

TEAMS = np.array([f"TEAM-{number:02d}" for number in range(40)], dtype=object)
PEOPLE_A_TEAM = 12
PRIORITIES = np.array(["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"], dtype=object)
PRIORITY_SHARES = (0.03, 0.12, 0.55, 0.30)
HOURS_BETWEEN_EVENTS = np.array([0.5, 2.0, 7.0, 14.0])
OPENS_AT = np.datetime64("2025-01-01T00:00:00", "s").astype(np.int64)
YEAR = 365 * 24 * 3600

STATE_AFTER = {
    "registered": "new",
    "assigned": "assigned",
    "work_started": "in_progress",
    "note": "in_progress",
    "field_changed": "in_progress",
    "waiting": "waiting_user",
    "resumed": "in_progress",
    "resolved": "resolved",
    "reopened": "in_progress",
    "closed": "closed",
}
REGISTERED, ASSIGNED, STARTED, NOTE, LOWERED, WAITING, RESUMED, RESOLVED, REOPENED, CLOSED = range(10)
ACTIVITIES = np.array(list(STATE_AFTER), dtype=object)
STATES = np.array(list(STATE_AFTER.values()), dtype=object)


@dataclass(frozen=True)
class Histories:
    """Events in the order of case and time, and the priority of each case; times are seconds since 1970."""

    first: int
    case: Numbers
    step: Numbers
    at: Numbers
    activity: Numbers
    team: Numbers
    actor: Numbers
    priority: Numbers

    def texts(self) -> tuple[Texts, ...]:
        """What an export shows of each event: case, sequence, activity, state, actor, team, field, old, new."""
        opened, lowered = self.activity == REGISTERED, self.activity == LOWERED
        was_lowered = np.zeros(len(self.priority), dtype=np.int64)
        was_lowered[self.case[lowered]] = 1
        now, before = PRIORITIES[self.priority][self.case], PRIORITIES[self.priority - was_lowered][self.case]
        people = np.array(
            [f"P{number:04d}" for number in range(len(TEAMS) * PEOPLE_A_TEAM)] + ["auto-close"], dtype=object
        )
        names = np.array(
            [f"INC{self.first + number + 1:07d}" for number in range(len(self.priority))], dtype=object
        )
        return (
            names[self.case],
            (self.step + 1).astype(object),
            ACTIVITIES[self.activity],
            STATES[self.activity],
            people[self.actor],
            TEAMS[self.team],
            np.where(opened | lowered, "priority", ""),
            np.where(lowered, before, ""),
            np.where(opened, before, np.where(lowered, now, "")),
        )


def draw(dice: Generator, first: int, cases: int, span: int) -> Histories:
    """So many cases, numbered on from ``first``; ``span`` cases make a year."""
    lengths = np.minimum(4 + dice.poisson(4.0, cases), 40)
    case = np.repeat(np.arange(cases), lengths)
    begins = np.repeat(np.cumsum(lengths) - lengths, lengths)
    step = np.arange(len(case)) - begins
    left = np.repeat(lengths, lengths) - 1 - step
    priority = dice.choice(4, size=cases, p=PRIORITY_SHARES)
    activity = _activities(dice, step, left, priority[case])
    team = _teams(dice, cases, case, begins, activity)
    at = _times(dice, first, span, case, begins, activity, priority)
    return Histories(first, case, step, at, activity, team, _actors(dice, team, activity), priority)


def _activities(dice: Generator, step: Numbers, left: Numbers, priority: Numbers) -> Numbers:
    """The frame of every case is fixed; between, every second event may begin a wait (or a false end), and the next one ends it."""
    drawn = dice.random(len(step))
    lowers = (step == 3) & (drawn > 0.95) & (left > 1) & (priority > 0)
    waits = (step % 2 == 1) & (drawn > 0.6) & (left > 2) & (step > 2) & ~lowers
    ends = waits & (drawn > 0.92)
    kinds = {
        CLOSED: left == 0,
        RESOLVED: (left == 1) | ends,
        REGISTERED: step == 0,
        STARTED: step == 2,
        LOWERED: lowers,
        WAITING: waits,
        REOPENED: np.roll(ends, 1),
        RESUMED: np.roll(waits, 1),
        ASSIGNED: (step == 1) | (drawn < 0.45),
    }
    return np.select(list(kinds.values()), list(kinds), NOTE)


def _teams(dice: Generator, cases: int, case: Numbers, begins: Numbers, activity: Numbers) -> Numbers:
    """A case moves among three neighbours; a few teams have most of the work, and every fifth or so move goes back."""
    home = np.minimum(dice.zipf(1.4, cases) - 1, 10**6) % len(TEAMS)
    second = home + 1 + np.minimum(dice.geometric(0.5, cases), 4)
    third = second + 1 + np.minimum(dice.geometric(0.5, cases), 4)
    moves = np.where(activity == ASSIGNED, 1 + (dice.random(len(case)) < 0.2), 0)
    moved = np.cumsum(moves)
    stop = (moved - moved[begins]) % 3
    team: Numbers = np.stack([home, second, third])[stop, case] % len(TEAMS)
    return team


def _times(
    dice: Generator,
    first: int,
    span: int,
    case: Numbers,
    begins: Numbers,
    activity: Numbers,
    priority: Numbers,
) -> Numbers:
    """Opened evenly over the year; each event some time after the one before, and a closing three days after."""
    opened = (
        OPENS_AT + (first + np.arange(len(priority))) * YEAR // span + dice.integers(0, 3600, len(priority))
    )
    hours = HOURS_BETWEEN_EVENTS[priority][case] * dice.lognormal(-0.5, 1.0, len(case))
    gaps = 1 + (hours * 3600).astype(np.int64)
    gaps = np.where(activity == CLOSED, 72 * 3600 + dice.integers(0, 600, len(case)), gaps)
    gaps = np.where(activity == REGISTERED, 0, gaps)
    passed = np.cumsum(gaps)
    return opened[case] + passed - passed[begins]


def _actors(dice: Generator, team: Numbers, activity: Numbers) -> Numbers:
    """Somebody of the team; two of three closings are automatic."""
    person = team * PEOPLE_A_TEAM + np.minimum(dice.geometric(0.25, len(team)) - 1, PEOPLE_A_TEAM - 1)
    automatic = (activity == CLOSED) & (dice.random(len(team)) < 0.67)
    return np.where(automatic, len(TEAMS) * PEOPLE_A_TEAM, person)
