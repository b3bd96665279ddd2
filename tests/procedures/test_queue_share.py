"""Time that cases lie untouched after a handover, month by month."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.given import judge

Rows = list[dict[str, Any]]
MONTHS = 14


def history(untouched_hours: Callable[[int], float], per_month: int = 24, months: int = MONTHS) -> Rows:
    """Cases of a hundred hours, each handed over from A to B once, that B takes up after so many hours."""
    rows: Rows = [event("first", datetime(2023, 1, 1), "A", "assigned")]
    for month in range(months):
        for number in range(per_month):
            opened = datetime(2023 + month // 12, month % 12 + 1, 1) + timedelta(days=1 + number)
            taken_up = opened + timedelta(hours=1 + untouched_hours(month))
            rows += [
                event(f"{month}-{number}", opened, "A", "assigned"),
                event(f"{month}-{number}", opened + timedelta(hours=1), "B", "assigned"),
                event(f"{month}-{number}", taken_up, "B", "in_progress"),
                event(f"{month}-{number}", opened + timedelta(hours=100), "B", "resolved"),
            ]
    return rows


def event(case: str, at: datetime, team: str, state: str, **more: str) -> dict[str, Any]:
    return {"case": case, "at": at.isoformat() + "Z", "team": team, "state": state, **more}


def test_a_wait_that_grows_month_by_month_is_a_lead() -> None:
    judged = judge("flow.queue-share", {"case_events": history(lambda month: 10 + 2 * month)})
    (lead,) = judged.result.leads
    assert lead.object.id == "A|B"
    assert lead.estimate == pytest.approx(0.02 * (lead.values["periods"] - 1))
    assert lead.records == 24 * lead.values["periods"]
    assert "rose from 2023-01" in lead.statement


@pytest.mark.parametrize(
    "untouched_hours",
    [lambda month: 10, lambda month: 40 - 2 * month, lambda month: 10 + month % 3, lambda month: 60 + month],
    ids=["steady", "falling", "up and down", "rising by less than a quarter"],
)
def test_a_wait_that_does_not_grow_much_is_no_lead(untouched_hours: Callable[[int], float]) -> None:
    judged = judge("flow.queue-share", {"case_events": history(untouched_hours)})
    assert judged.result.result == "no_lead", judged.result.why


def test_months_with_few_handovers_do_not_count() -> None:
    judged = judge("flow.queue-share", {"case_events": history(lambda month: 10 + month, per_month=19)})
    assert judged.result.result == "insufficient_data"


@pytest.mark.slow
def test_nights_outside_the_roster_of_the_new_team_are_no_wait() -> None:
    """Handed over later and later in the evening, taken up at eight the next morning: nobody was there."""
    hours = {"id": "day", "zone": "UTC", "opens": "08:00", "closes": "16:00"}
    rows: Rows = []
    for month in range(MONTHS):
        for number in range(24):
            opened = datetime(2023 + month // 12, month % 12 + 1, 1) + timedelta(days=number, hours=8)
            morning = opened + timedelta(days=1)
            rows += [
                event(f"{month}-{number}", opened, "A", "assigned"),
                event(f"{month}-{number}", morning - timedelta(hours=2 + month / 2), "B", "assigned"),
                event(f"{month}-{number}", morning, "B", "in_progress"),
                event(f"{month}-{number}", morning + timedelta(hours=2), "B", "resolved"),
            ]
    given = {"case_events": rows, "parties": [{"id": "B", "kind": "team", "calendar": "day"}]}
    assert judge("flow.queue-share", given).result.result == "lead"
    calendars = [{**hours, "weekday": weekday} for weekday in range(1, 8)]
    judged = judge("flow.queue-share", {**given, "calendars": calendars})
    assert judged.result.result == "no_lead", judged.result.why


@pytest.mark.parametrize(
    ("in_the_second_hour", "is_touched"),
    [
        ({"activity": "note", "acting_team": "A"}, False),
        ({"activity": "note", "acting_team": "B"}, True),
        ({"activity": "field_changed"}, False),
        ({"activity": "work_started"}, True),
        ({"activity": "message_to_user"}, True),
        ({"state": "waiting_user"}, True),
    ],
)
def test_what_counts_as_the_first_act(in_the_second_hour: dict[str, str], is_touched: bool) -> None:
    """Month by month the resolution comes later, give or take. Only if nothing else was an act has the wait grown."""
    rows: Rows = [event("first", datetime(2023, 1, 1), "A", "assigned")]
    for month in range(MONTHS):
        for number in range(20):
            opened = datetime(2023 + month // 12, month % 12 + 1, 2) + timedelta(days=number)
            for hour, more in [
                (0, {"team": "A", "state": "assigned"}),
                (100, {"team": "B"}),
                (101, in_the_second_hour),
                (110 + month + 3 * (month % 2), {"state": "resolved"}),
            ]:
                at = (opened + timedelta(hours=hour)).isoformat() + "Z"
                rows.append(
                    {"case": f"{month}-{number}", "at": at, "activity": "", "acting_team": "", **more}
                )
    judged = judge("flow.queue-share", {"case_events": rows})
    assert judged.result.result == ("no_lead" if is_touched else "lead"), judged.result.why
