"""The history of a ticket, act by act, as the tool keeps it, written from an incident as it was lived."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest

from ringtrue.simulation.calendar import DAY, HOUR, MINUTE, Calendar
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.hours import CALENDARS
from ringtrue.simulation.incident import Ending, Incident, Phase, Wait
from ringtrue.simulation.people import People
from ringtrue.simulation.phrases import (
    ASKS,
    COMPLAINTS_ON_REOPENING,
    REPLIES,
    SUPPLIER_NOTES,
    WORK_NOTES,
    said,
)
from ringtrue.simulation.services import BY_ID, TARGET_MINUTES

NEW, WORKING, WAITING, RESOLVED, CLOSED, CANCELLED = "1", "2", "3", "6", "7", "8"
HOLD_REASONS = {"user": "1", "supplier": "4"}
SYSTEM = "system"
AUTOMATIC_CLOSING_DAYS = 5


@dataclass(frozen=True)
class Act:
    """One change of one field, or one note."""

    at: int
    by: str
    field: str
    old: str
    new: str


@dataclass(frozen=True)
class History:
    """All acts up to the export, and where the ticket stands then. Minutes are those of the last priority's calendar."""

    acts: tuple[Act, ...]
    recorded: int
    state: str
    priority: int
    team: str
    person: str
    resolved: int | None
    closed: int | None
    closed_by: str
    elapsed: float
    paused: float
    reassignments: int
    reopenings: int
    attained: bool | None = None
    waiting_for: str = ""


@dataclass
class _Pen:
    """Where the writing stands."""

    incident: Incident
    people: People
    dice: Dice
    calendar: Calendar
    at: int
    acts: list[Act] = field(default_factory=list)
    state: str = NEW
    team: str = ""
    person: str = ""
    worked: float = 0.0

    def act(self, by: str, name: str, old: str, new: str, delay: int = 0) -> None:
        previous = self.acts[-1].at if self.acts else self.incident.opened
        self.at = max(self.at + delay, previous + (0 if name == "hold_reason" else 1))
        self.acts.append(Act(self.at, by, name, old, new))

    def to_state(self, by: str, state: str, delay: int = 0) -> None:
        self.act(by, "state", self.state, state, delay)
        self.state = state

    def work(self, minutes: float) -> None:
        """Let time pass with the clock running; a change of priority falls on its own minute."""
        downgrade = self.incident.downgrade
        begins = self.at
        if downgrade and self.worked < downgrade[0] <= self.worked + minutes:
            self.at = self.calendar.after(begins, downgrade[0] - self.worked)
            self.act(self.person or SYSTEM, "priority", str(self.incident.priority), str(downgrade[1]))
        self.worked += minutes
        self.at = max(self.at, self.calendar.after(begins, minutes))


def history(incident: Incident, people: People, dice: Dice, export: int) -> History:
    """What the tool knows of the incident when it is exported."""
    pen = _begin(incident, people, dice.of("history", incident.id))
    recorded = incident.opened + pen.dice.whole(2, 240)
    for place, phase in enumerate(incident.phases):
        if place == incident.reopened:
            _reopen(pen)
        _phase(pen, phase)
    _finish(pen)
    acts = _ended(pen.acts, incident.ending) if incident.ending else pen.acts
    return _summary(incident, [act for act in acts if act.at < export], recorded, export)


def _begin(incident: Incident, people: People, dice: Dice) -> _Pen:
    calendar = CALENDARS[BY_ID[incident.service].calendar(incident.priority)]
    return _Pen(incident, people, dice, calendar, incident.opened)


def _phase(pen: _Pen, phase: Phase) -> None:
    if phase.team != pen.team:
        pen.act(
            pen.person or SYSTEM,
            "assignment_group",
            pen.team,
            phase.team,
            0 if pen.team else pen.dice.whole(1, 40),
        )
        pen.team = phase.team
    queue = phase.minutes * phase.queue
    pen.work(queue)
    _touch(pen)
    if pen.dice.chance(0.07):
        pen.act(
            pen.person,
            "work_notes",
            "",
            said(pen.dice, WORK_NOTES, pen.incident.language),
            pen.dice.whole(5, 50),
        )
    if phase.wait is None:
        pen.work(phase.minutes - queue)
        return
    before = (phase.minutes - queue) * pen.dice.between(0.3, 0.7)
    pen.work(before)
    _wait(pen, phase.wait)
    pen.work(phase.minutes - queue - before)


def _touch(pen: _Pen) -> None:
    members = pen.people.of_team(pen.team, pen.at)
    if pen.person not in {member.id for member in members}:
        person = pen.dice.pick(members).id
        pen.act(person, "assigned_to", pen.person, person)
        pen.person = person
    if pen.state == NEW:
        pen.to_state(pen.person, WORKING)


def _wait(pen: _Pen, wait: Wait) -> None:
    begins, reason = pen.at, HOLD_REASONS[wait.reason]
    pen.to_state(pen.person, WAITING)
    pen.act(pen.person, "hold_reason", "", reason)
    if wait.reason == "supplier":
        pen.act(pen.person, "work_notes", "", said(pen.dice, SUPPLIER_NOTES, "en"), pen.dice.whole(5, 90))
    elif wait.asked:
        pen.act(
            pen.person, "comments", "", said(pen.dice, ASKS, pen.incident.language), pen.dice.whole(5, 400)
        )
    pen.at = max(pen.at, pen.calendar.after(begins, wait.minutes))
    if wait.reason == "user" and wait.answered:
        pen.act(pen.incident.requester, "comments", "", said(pen.dice, REPLIES, pen.incident.language))
    pen.to_state(pen.person, WORKING, pen.dice.whole(1, 20))
    pen.act(pen.person, "hold_reason", reason, "")


def _reopen(pen: _Pen) -> None:
    pen.to_state(pen.person, RESOLVED)
    pen.at += int(pen.incident.reopen_hours * HOUR)
    pen.at = pen.calendar.after(pen.at, pen.dice.between(1, 40))
    pen.to_state(pen.incident.requester, WORKING)
    pen.act(
        pen.incident.requester,
        "comments",
        "",
        said(pen.dice, COMPLAINTS_ON_REOPENING, pen.incident.language),
        2,
    )


def _finish(pen: _Pen) -> None:
    if pen.incident.is_left_open:
        return
    if pen.incident.is_cancelled:
        pen.to_state(pen.person, CANCELLED)
        return
    pen.to_state(pen.person, RESOLVED)
    if pen.incident.closing == "automatic":
        pen.to_state(SYSTEM, CLOSED, AUTOMATIC_CLOSING_DAYS * DAY + pen.dice.whole(0, 10 * MINUTE))
    elif pen.incident.closing == "caller":
        pen.to_state(pen.incident.requester, CLOSED, int(pen.dice.between(0.5, 60) * HOUR))
    else:
        pen.to_state(pen.person, CLOSED, pen.dice.whole(20, 170))


def _ended(acts: list[Act], ending: Ending) -> list[Act]:
    """The acts until the end that came from outside, and that end."""
    kept = [act for act in acts if act.at < ending.resolved_at]
    state = next((act.new for act in reversed(kept) if act.field == "state"), NEW)
    end = [Act(ending.closed_at, ending.by, "state", RESOLVED, CLOSED)]
    if state != RESOLVED:
        end.insert(0, Act(ending.resolved_at, ending.by, "state", state, RESOLVED))
    return kept + end


def _summary(incident: Incident, acts: list[Act], recorded: int, export: int) -> History:
    states = [act for act in acts if act.field == "state"]
    state = states[-1].new if states else NEW
    priority = int(_last(acts, "priority") or incident.priority)
    resolved = (
        max((act.at for act in states if act.new == RESOLVED), default=None)
        if state in (RESOLVED, CLOSED)
        else None
    )
    last = states[-1] if state in (CLOSED, CANCELLED) else None
    calendar = CALENDARS[BY_ID[incident.service].calendar(priority)]
    until = resolved or (last.at if last else export)
    paused = sum(calendar.seconds(begins, ends) for begins, ends in _pauses(states, until)) / MINUTE
    elapsed = calendar.seconds(incident.opened, until) / MINUTE - paused
    in_time = elapsed <= TARGET_MINUTES[priority]
    return History(
        acts=tuple(acts),
        recorded=recorded,
        state=state,
        priority=priority,
        team=_last(acts, "assignment_group"),
        person=_last(acts, "assigned_to"),
        resolved=resolved,
        closed=last.at if last else None,
        closed_by=last.by if last else "",
        elapsed=elapsed,
        paused=paused,
        reassignments=max(sum(act.field == "assignment_group" for act in acts) - 1, 0),
        reopenings=sum(act.field == "state" and act.old == RESOLVED and act.new == WORKING for act in acts),
        attained=None if state == CANCELLED or (resolved is None and in_time) else in_time,
        waiting_for=_last(acts, "hold_reason"),
    )


def _last(acts: Iterable[Act], name: str) -> str:
    return next((act.new for act in reversed(list(acts)) if act.field == name), "")


def _pauses(states: list[Act], until: int) -> Iterable[tuple[int, int]]:
    """Spans in which the ticket waited, or stood resolved before it was opened again."""
    for act, following in zip_longest(states, states[1:]):
        ends = min(following.at, until) if following else until
        if act.new in (WAITING, RESOLVED) and act.at < ends:
            yield act.at, ends
