"""The history of a ticket, as it is written from an incident that was lived."""

from dataclasses import replace
from datetime import date

from ringtrue.simulation.calendar import DAY, moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.history import History, history
from ringtrue.simulation.incident import Ending, Incident, Phase, Wait
from ringtrue.simulation.people import everybody

PEOPLE = everybody(Dice(1, "people"), ("payroll",))
EXPORT = moment(date(2026, 10, 1))
OPENED = moment(date(2026, 4, 14), "09:00")
PLAIN = Incident(
    id="one",
    service="payroll",
    opened=OPENED,
    priority=3,
    phases=(Phase("desk-hamburg", 60, 0.25),),
    requester="u.user",
    unit="finance",
    site="Hamburg",
    language="de",
    channel="Phone",
    category="payslip",
    item="pay-engine",
    title="Abrechnung fehlt",
    description="",
    close_code="Solution provided",
    close_note="Datensatz berichtigt.",
)


def written(incident: Incident) -> History:
    return history(incident, PEOPLE, Dice(1), EXPORT)


def states(found: History) -> list[str]:
    return [act.new for act in found.acts if act.field == "state"]


def test_a_plain_incident_is_worked_on_resolved_and_closed_by_the_tool_after_five_days() -> None:
    found = written(PLAIN)
    assert states(found) == ["2", "6", "7"]
    assert found.closed_by == "system"
    assert found.resolved is not None and found.closed is not None
    assert 5 * DAY <= found.closed - found.resolved <= 5 * DAY + 600


def test_the_clock_counts_the_minutes_of_work() -> None:
    assert abs(written(PLAIN).elapsed - 60) < 1


def test_a_wait_stands_beside_the_clock_with_a_message_and_a_reply() -> None:
    found = written(replace(PLAIN, phases=(Phase("desk-hamburg", 60, 0.25, Wait("user", 300)),)))
    assert states(found) == ["2", "3", "2", "6", "7"]
    assert abs(found.elapsed - 60) < 2
    assert abs(found.paused - 300) < 2
    assert [act.by == "u.user" for act in found.acts if act.field == "comments"] == [False, True]


def test_an_empty_wait_has_neither_message_nor_reply() -> None:
    wait = Wait("user", 300, asked=False, answered=False)
    found = written(replace(PLAIN, phases=(Phase("desk-hamburg", 60, 0.25, wait),)))
    assert [act for act in found.acts if act.field == "comments"] == []


def test_more_work_than_agreed_is_a_miss_and_a_wait_is_not() -> None:
    late = replace(PLAIN, phases=(Phase("desk-hamburg", 1500, 0.25),))
    waited = replace(PLAIN, phases=(Phase("desk-hamburg", 1000, 0.25, Wait("user", 1000)),))
    assert written(late).attained is False
    assert written(waited).attained is True


def test_a_change_of_the_team_is_one_reassignment() -> None:
    found = written(replace(PLAIN, phases=(Phase("desk-hamburg", 60, 0.25), Phase("payroll-apps", 60, 0.25))))
    assert found.reassignments == 1
    assert found.team == "payroll-apps"


def test_a_reopening_takes_the_resolution_back() -> None:
    phases = (Phase("desk-hamburg", 60, 0.25), Phase("desk-hamburg", 30, 0.25))
    found = written(replace(PLAIN, phases=phases, reopened=1, reopen_hours=24))
    assert states(found) == ["2", "6", "2", "6", "7"]
    assert found.reopenings == 1
    assert abs(found.elapsed - 90) < 2


def test_a_lowered_priority_counts_with_its_own_target() -> None:
    found = written(replace(PLAIN, phases=(Phase("desk-hamburg", 1500, 0.25),), downgrade=(1200.0, 4)))
    assert found.priority == 4
    assert found.attained is True


def test_an_end_from_outside_leaves_out_what_was_still_to_do() -> None:
    at = OPENED + 40 * 60
    found = written(replace(PLAIN, ending=Ending(at, at + 2, "somebody")))
    assert (found.resolved, found.closed, found.closed_by) == (at, at + 2, "somebody")
    assert max(act.at for act in found.acts) == at + 2


def test_what_happens_after_the_export_is_not_known() -> None:
    found = history(PLAIN, PEOPLE, Dice(1), OPENED + 1800)
    assert found.resolved is None
    assert found.attained is None


def test_acts_stand_in_order_of_time() -> None:
    phases = (Phase("desk-hamburg", 4, 0.25, Wait("user", 5)), Phase("payroll-apps", 4, 0.25))
    times = [act.at for act in written(replace(PLAIN, phases=phases)).acts]
    assert times == sorted(times)
    assert times[0] >= OPENED
