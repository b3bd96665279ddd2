"""Times of unusual demand in which cases fared worse."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.given import Judged, judge

Rows = list[dict[str, Any]]
FIRST, WINDOW = datetime(2024, 3, 4), timedelta(days=28)


def cases(
    in_window: int,
    hours_in_window: float,
    usual: int = 3,
    days: int = 150,
    first: datetime = FIRST,
    **more: str,
) -> Rows:
    """So many cases a day, on the days of the window and on the others; each takes ten hours, or so many in the window."""
    rows: Rows = []
    for day in range(days):
        opened = datetime(2024, 1, 1) + timedelta(days=day)
        inside = first <= opened < first + WINDOW
        for number in range(in_window if inside else usual):
            began = opened + timedelta(hours=8, minutes=7 * number)
            ends = began + timedelta(hours=(hours_in_window if inside else 10) + (day + number) % 3)
            rows.append(
                {
                    "id": f"I{day}-{number}",
                    "kind": "incident",
                    "service": "mail",
                    "opened_at": began.isoformat() + "Z",
                    "resolved_at": ends.isoformat() + "Z",
                    **more,
                }
            )
    return rows


def judged(rows: Rows, **tables: Rows) -> Judged:
    return judge("flow.demand-window", {"cases": rows, **tables})


def test_a_month_of_threefold_demand_in_which_cases_took_longer_is_a_lead() -> None:
    (lead,) = judged(cases(9, 30)).result.leads
    assert lead.object.id == "mail"
    assert "from 2024-03-04 to 2024-03-31" in lead.statement
    assert "3.0 times the usual rate (252 of 618)" in lead.statement
    assert lead.records == lead.deviations == 252


@pytest.mark.parametrize(
    ("in_window", "hours"),
    [(9, 10), (5, 30), (3, 30)],
    ids=["as quick as ever", "less than twice", "as usual"],
)
def test_demand_that_harmed_nobody_or_hardly_rose_is_no_lead(in_window: int, hours: float) -> None:
    assert judged(cases(in_window, hours)).result.result == "no_lead"


def test_twice_as_many_is_the_boundary() -> None:
    """In whole weeks, so that every weekday has the same weight."""
    assert judged(cases(6, 30, days=147)).result.result == "lead"


@pytest.mark.parametrize(
    "tables",
    [
        {"context_events": [{"id": "X", "kind": "demand", "service": "mail", "at": "2024-03-01T00:00Z", "until": "2024-03-20T00:00Z"}]},
        {"context_events": [{"id": "X", "kind": "migration", "service": None, "at": "2024-03-10T00:00Z", "until": None}]},
        {"actions": [{"id": "A", "kind": "decision", "service": "mail", "cause": "More demand than planned", "raised_at": "2024-03-12T00:00Z"}]},
    ],
)  # fmt: skip
def test_a_window_that_an_event_or_an_action_names_is_explained_and_counted(tables: dict[str, Rows]) -> None:
    found = judged(cases(9, 30), **tables).result
    assert found.result == "insufficient_data"
    assert found.facts[0].value == 1


def test_an_event_around_another_service_or_of_another_kind_names_nothing() -> None:
    event = {"id": "X", "at": "2024-03-10T00:00Z", "until": None, "note": None}
    other = judged(cases(9, 30), context_events=[{**event, "kind": "demand", "service": "print"}])
    law = judged(cases(9, 30), context_events=[{**event, "kind": "law", "service": "mail"}])
    assert (other.result.result, law.result.result) == ("lead", "lead")


def test_children_of_one_incident_are_no_demand() -> None:
    rows = cases(9, 30)
    extra = [row["id"] for row in rows if int(row["id"].split("-")[1]) >= 3]
    links = [{"from": one, "to": "I0-0", "kind": "child_of"} for one in extra]
    assert judged(rows, case_links=links).result.result == "no_lead"


def test_a_few_weeks_or_a_few_cases_say_nothing() -> None:
    assert judged(cases(9, 30, days=83)).result.result == "insufficient_data"
    assert judged(cases(1, 30, usual=0)).result.result == "insufficient_data"


def test_more_misses_make_a_window_worse_too() -> None:
    target = {"id": "T", "metric": "resolution_minutes", "value": 780, "service": "mail"}
    rows = cases(9, 12)
    history = [
        {"case": row["id"], "at": row[at], "state": state}
        for row in rows
        for at, state in (("opened_at", "new"), ("resolved_at", "resolved"))
    ]
    (lead,) = judged(rows, targets=[target], case_events=history).result.leads
    assert "33.3 % missed their time instead of 0.0 %" in lead.statement


def test_the_same_window_is_found_for_the_team_and_the_category() -> None:
    found = judged(cases(9, 30, team="A", category="Access"))
    assert sorted(lead.object.id for lead in found.result.leads) == ["A", "Access", "mail"]


def _sparse(first: str, days: int, every: int, hours: float) -> Rows:
    """A case every few days: what is left of months that an export holds in part."""
    begins = datetime.fromisoformat(first)
    opened = [begins + timedelta(days=day, hours=8) for day in range(0, days, every)]
    return [
        {
            "id": f"S{one:%Y%m%d}",
            "kind": "incident",
            "service": "mail",
            "opened_at": one.isoformat() + "Z",
            "resolved_at": (one + timedelta(hours=hours)).isoformat() + "Z",
        }
        for one in opened
    ]


def test_months_of_which_an_export_holds_only_what_stayed_open_are_no_usual_rate() -> None:
    """An export of what was closed in spring: of the winter it has only the slow cases, and spring looks like a flood."""
    older = _sparse("2023-06-01T00:00", 210, 3, 2000)
    assert judged(older + cases(3, 30)).result.result == "no_lead"


def test_a_thin_tail_after_the_months_that_an_export_holds_whole_is_no_usual_rate() -> None:
    assert judged(cases(3, 10, days=121) + _sparse("2024-05-05T00:00", 300, 4, 2)).result.result == "no_lead"


@pytest.mark.parametrize("first", [datetime(2024, 1, 1), datetime(2024, 5, 3)], ids=["beginning", "end"])
def test_a_window_at_an_end_of_the_data_cannot_be_told_from_the_way_they_were_cut(first: datetime) -> None:
    found = judged(cases(9, 30, first=first))
    assert found.result.result == "insufficient_data"
    assert "the way the data were cut" in found.rows[0]["reason"]


def test_a_window_that_begins_a_week_after_the_data_do_is_judged() -> None:
    assert judged(cases(9, 30, first=datetime(2024, 1, 8))).result.result == "lead"
