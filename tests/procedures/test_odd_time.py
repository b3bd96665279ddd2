"""Stamps outside the roster against the team's own past; stamps at :00 and :30 against the clock."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 1)
OFFICE = [
    {"id": "office", "zone": "UTC", "weekday": day, "opens": "08:00", "closes": "18:00"}
    for day in range(1, 8)
]
Stamp = Callable[[int], tuple[int, int]]


def resolved(team: str, n: int, stamp: Stamp, **more: Any) -> list[dict[str, Any]]:
    """A resolution a day, at the hour and minute that ``stamp`` says for its number."""
    events = []
    for place in range(n):
        hour, minute = stamp(place)
        at = START + timedelta(days=place, hours=hour, minutes=minute)
        event = {"case": f"{team}{place}", "team": team, "actor": f"{team}{place % 3}", **more}
        events += [
            {**event, "at": START + timedelta(days=place), "state": "in_progress"},
            {**event, "at": at, "state": "resolved"},
            {**event, "at": at + timedelta(hours=1), "state": "resolved"},
        ]
    return events


def told(*events: list[dict[str, Any]], **more: Any) -> Judged:
    return judge("substance.odd-time", {"case_events": [one for some in events for one in some], **more})


def by_the_clock(place: int) -> tuple[int, int]:
    return 9, 7 * place % 60


def test_a_team_that_stamps_full_and_half_hours_is_a_lead_with_its_records() -> None:
    judged = told(resolved("A", 60, lambda place: (9, 30 * (place % 2))), resolved("B", 240, by_the_clock))
    (lead,) = judged.result.leads
    assert lead.id == "substance.odd-time/on the full or half hour/A"
    assert (lead.n, lead.deviations, lead.records) == (60, 60, 60)
    assert "(where the clock gives 3.3%)" in lead.statement


def test_three_times_the_expected_share_is_the_boundary() -> None:
    # 10 % of stamps at :00 where the clock gives 3.3 %.
    at = resolved("A", 200, lambda place: (9, 0 if place % 10 == 0 else 1 + place % 29))
    below = resolved("A", 200, lambda place: (9, 0 if place % 11 == 0 else 1 + place % 29))
    assert len(told(at, resolved("B", 240, by_the_clock)).result.leads) == 1
    assert told(below, resolved("B", 240, by_the_clock)).result.result == "no_lead"


def test_a_tool_that_keeps_coarse_minutes_is_allowed_for() -> None:
    quarters = told(resolved("A", 60, lambda place: (9, 15 * (place % 4))))
    assert (quarters.result.result, quarters.result.leads) == ("insufficient_data", ())
    fives = told(resolved("A", 60, lambda place: (9, 5 * (place % 12))))
    assert fives.result.result == "no_lead"


def test_a_repeated_stamp_of_the_same_resolution_counts_once() -> None:
    (row,) = told(resolved("A", 30, by_the_clock)).rows
    assert row["n"] == 30


def rostered(stamp: Stamp, n: int = 120) -> Judged:
    parties = [{"id": "A", "kind": "team", "calendar": "office"}]
    return told(resolved("A", n, stamp), parties=parties, calendars=OFFICE)


def test_stamps_that_move_out_of_the_roster_are_a_lead() -> None:
    judged = rostered(lambda place: (22 if place >= 60 and place % 2 else 9, 7 * place % 60))
    (lead,) = judged.result.leads
    assert lead.id == "substance.odd-time/outside its hours/A"
    assert (lead.n, lead.deviations, lead.records) == (60, 30, 30)
    assert "in the earlier half 0.0% of 60" in lead.statement
    assert sorted(row["item"] for row in judged.rows) == ["A|on the full or half hour", "A|outside its hours"]


def test_on_call_duty_from_the_start_is_no_lead() -> None:
    assert rostered(lambda place: (22 if place % 2 else 9, 7 * place % 60)).result.result == "no_lead"


def test_a_rise_below_ten_points_is_no_lead() -> None:
    judged = rostered(lambda place: (22 if place >= 500 and place % 11 == 0 else 9, 7 * place % 60), n=1000)
    assert judged.result.result == "no_lead"


def test_a_closing_without_a_resolution_counts_as_one() -> None:
    events = [
        {**one, "state": "closed" if one["state"] == "resolved" else one["state"]}
        for one in resolved("A", 30, by_the_clock)
    ]
    (row,) = told(events).rows
    assert row["n"] == 30
