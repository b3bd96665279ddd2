"""The tables of a ServiceNow instance, in its own column names and values."""

from collections.abc import Iterator, Mapping, Sequence

from ringtrue.simulation.calendar import DAY, HOUR, MINUTE, moment
from ringtrue.simulation.changes import Change
from ringtrue.simulation.history import CANCELLED, CLOSED, NEW, RESOLVED, WAITING, WORKING, Act, History
from ringtrue.simulation.hours import CALENDARS
from ringtrue.simulation.incident import Incident
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.agreements import target_id
from ringtrue.simulation.papers.rows import Row, Rows
from ringtrue.simulation.problems import Problem
from ringtrue.simulation.services import BY_ID, TARGET_MINUTES

STATES = {
    NEW: "New",
    WORKING: "In Progress",
    WAITING: "On Hold",
    RESOLVED: "Resolved",
    CLOSED: "Closed",
    CANCELLED: "Canceled",
}
PRIORITIES = {1: "1 - Critical", 2: "2 - High", 3: "3 - Moderate", 4: "4 - Low"}
LEVELS = {1: "1 - High", 2: "2 - Medium", 3: "3 - Low"}
IMPACT_AND_URGENCY: Mapping[int, Sequence[tuple[int, int]]] = {
    1: ((1, 1),), 2: ((1, 2), (2, 1)), 3: ((2, 2), (1, 3), (3, 1)), 4: ((2, 3), (3, 2)),
}  # fmt: skip


def incident(organisation: Organisation) -> Rows:
    """The list of incidents."""
    return [_incident(organisation, one, organisation.histories[one.id]) for one in organisation.incidents]


def _incident(organisation: Organisation, one: Incident, history: History) -> Row:
    impact, urgency = organisation.dice.of("impact", one.id).pick(IMPACT_AND_URGENCY[one.priority])
    is_over = history.state in (RESOLVED, CLOSED)
    return {
        "number": organisation.numbers[one.id],
        "opened_at": one.opened,
        "sys_created_on": history.recorded,
        "resolved_at": history.resolved,
        "closed_at": history.closed,
        "closed_by": history.closed_by,
        "state": STATES[history.state],
        "priority": PRIORITIES[history.priority],
        "impact": LEVELS[impact],
        "urgency": LEVELS[urgency],
        "short_description": one.title,
        "description": one.description,
        "category": one.category,
        "business_service": one.service if one.has_service else None,
        "cmdb_ci": one.item,
        "caller_id": one.requester,
        "company": one.unit,
        "location": one.site,
        "contact_type": one.channel,
        "assignment_group": history.team,
        "assigned_to": history.person,
        "close_code": one.close_code if is_over else None,
        "close_notes": one.close_note if is_over else None,
        "reassignment_count": history.reassignments,
        "reopen_count": history.reopenings,
        "made_sla": (history.attained is not False)
        if one.is_reported and history.state != CANCELLED
        else None,
        "problem_id": one.problem,
        "parent_incident": organisation.numbers.get(one.parent),
    }


def sys_audit(organisation: Organisation) -> Rows:
    """The history of the incidents, in order of time."""
    acts = [
        (act, organisation.numbers[one.id])
        for one in organisation.incidents
        for act in organisation.histories[one.id].acts
    ]
    acts.sort(key=lambda pair: (pair[0].at, pair[1]))
    return [_audit(act, number) for act, number in acts]


def _audit(act: Act, number: str) -> Row:
    return {
        "documentkey": number,
        "tablename": "incident",
        "fieldname": act.field,
        "oldvalue": act.old,
        "newvalue": act.new,
        "user": act.by,
        "sys_created_on": act.at,
    }


def task_sla(organisation: Organisation) -> Rows:
    """The clocks of the targets; where the priority changed, the first one is cancelled."""
    return [
        row
        for one in organisation.incidents
        if one.is_reported
        for row in _clocks(organisation, one, organisation.histories[one.id])
    ]


def _clocks(organisation: Organisation, one: Incident, history: History) -> Iterator[Row]:
    number = organisation.numbers[one.id]
    if history.priority != one.priority:
        changed = next(act.at for act in history.acts if act.field == "priority")
        yield _clock(number, one, one.priority, "Cancelled", changed, 0.0, False)
    stage = {WAITING: "Paused", RESOLVED: "Completed", CLOSED: "Completed", CANCELLED: "Cancelled"}.get(
        history.state, "In progress"
    )
    ended = history.resolved or history.closed
    yield _clock(
        number,
        one,
        history.priority,
        stage,
        ended,
        history.paused,
        history.elapsed > TARGET_MINUTES[history.priority],
    )


def _clock(
    number: str, one: Incident, priority: int, stage: str, ended: int | None, paused: float, is_breached: bool
) -> Row:
    calendar = CALENDARS[BY_ID[one.service].calendar(priority)]
    minutes = TARGET_MINUTES[priority]
    spent = calendar.seconds(one.opened, ended) - paused * MINUTE if ended else None
    return {
        "task": number,
        "sla": target_id(one.service, priority),
        "stage": stage,
        "start_time": one.opened,
        "end_time": ended,
        "original_breach_time": calendar.after(one.opened, minutes),
        "planned_end_time": calendar.after(one.opened, minutes + paused),
        "business_duration": None if spent is None else _duration(spent),
        "business_pause_duration": _duration(paused * MINUTE),
        "has_breached": is_breached,
    }


def _duration(seconds: float) -> str:
    """A duration as the tool exports it: a moment counted from the beginning of 1970."""
    whole = round(seconds)
    days, rest = divmod(whole, DAY)
    months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    month = 0
    while days >= months[month]:
        days -= months[month]
        month += 1
    return (
        f"1970-{month + 1:02}-{days + 1:02} {rest // HOUR:02}:{rest % HOUR // MINUTE:02}:{rest % MINUTE:02}"
    )


def problem(organisation: Organisation) -> Rows:
    """The problems."""
    return [_problem(organisation, one) for one in organisation.problems]


def _problem(organisation: Organisation, one: Problem) -> Row:
    fixed = moment(one.fixed, "20:40") if one.fixed else None
    opened = moment(one.opened, "10:20")
    return {
        "number": one.id,
        "short_description": one.title,
        "state": "Closed" if fixed else "Root Cause Analysis",
        "priority": PRIORITIES[3],
        "opened_at": opened,
        "sys_created_on": opened + 5,
        "resolved_at": fixed,
        "closed_at": fixed + 14 * DAY if fixed else None,
        "business_service": one.service,
        "cmdb_ci": one.item,
        "assignment_group": one.team,
        "assigned_to": organisation.people.of_team(one.team, opened)[0].id,
        "known_error": bool(one.cause),
        "cause_notes": one.cause,
        "fix_notes": "Fixed by change, watched for two weeks" if fixed else None,
        "related_incidents": sum(incident.problem == one.id for incident in organisation.incidents),
    }


def change_request(organisation: Organisation) -> Rows:
    """The changes."""
    return [_change(one) for one in organisation.changes]


def _change(one: Change) -> Row:
    return {
        "number": one.id,
        "short_description": one.title,
        "type": one.kind,
        "state": "Closed",
        "business_service": one.service,
        "cmdb_ci": one.item,
        "requested_by": one.requester,
        "assignment_group": one.team,
        "assigned_to": one.implementer,
        "sys_created_on": one.created,
        "start_date": one.planned[0],
        "end_date": one.planned[1],
        "work_start": one.worked[0],
        "work_end": one.worked[1],
        "closed_at": one.reviewed + 10 * MINUTE,
        "review_date": one.reviewed,
        "close_code": one.outcome,
        "close_notes": "Wie geplant."
        if one.outcome == "successful"
        else "Nacharbeit nötig, siehe Rückblick.",
        "backout_plan": "Rücksetzen auf Sicherung",
        "test_plan": "Im Testsystem geprüft",
    }
