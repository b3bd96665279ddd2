"""Incidents after changes, against the same hours of the weeks before."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.given import Judged, judge, view

Rows = list[dict[str, Any]]
BEGIN = datetime(2024, 1, 1)
DAYS = 310
CHANGED = [BEGIN + timedelta(days=70 + 20 * number, hours=12) for number in range(12)]


def changes(ended: list[datetime], service: str = "mail") -> Rows:
    return [
        {"id": f"C{service}{number:02}", "service": service, "ended_at": one.isoformat() + "Z"}
        for number, one in enumerate(ended)
    ]


def incidents(
    after: int, usual: int = 2, service: str = "mail", days: int = DAYS, ended: list[datetime] = CHANGED
) -> Rows:
    """So many incidents on each of the three days after a change, and on every other day."""
    rows: Rows = []
    for day in range(days):
        for number in range(max(after, usual)):
            opened = BEGIN + timedelta(days=day, hours=13, minutes=number)
            changed = any(one <= opened < one + timedelta(hours=72) for one in ended)
            if number < (after if changed else usual):
                rows.append(
                    {
                        "id": f"I{service}{day}-{number}",
                        "kind": "incident",
                        "service": service,
                        "opened_at": opened.isoformat() + "Z",
                    }
                )
    return rows


def judged(after: int, **tables: Any) -> Judged:
    return judge(
        "flow.change-incident-ratio", {"changes": changes(CHANGED), "cases": incidents(after), **tables}
    )


def test_three_times_as_many_incidents_after_changes_are_a_lead() -> None:
    (lead,) = judged(6).result.leads
    assert lead.object.id == "mail"
    assert "in the 72 hours after 12 changes 216 incidents came, 3.0 times as many" in lead.statement
    assert "within 24 hours 3.0 times, within 168 hours 1.9 times" in lead.statement
    assert lead.records == 216


@pytest.mark.parametrize(("after", "result"), [(4, "lead"), (3, "no_lead"), (2, "no_lead"), (0, "no_lead")])
def test_twice_as_many_is_the_boundary(after: int, result: str) -> None:
    assert judged(after).result.result == result


def test_earlier_windows_within_reach_of_another_change_are_not_compared() -> None:
    """A change every week: only the weeks before the first are untouched."""
    weekly = [BEGIN + timedelta(days=70 + 7 * number, hours=12) for number in range(30)]
    given = {"changes": changes(weekly), "cases": incidents(6, ended=weekly)}
    found = judge("flow.change-incident-ratio", given)
    assert found.result.result == "insufficient_data"
    assert (
        found.rows[0]["reason"]
        == "only 8 changes with comparable windows before them; at least 10 are needed"
    )


def test_a_change_that_followed_another_within_its_hours_is_left_out() -> None:
    second = [one + timedelta(hours=71) for one in CHANGED]
    windows = view("change_windows", {"changes": changes(sorted([*CHANGED, *second])), "cases": incidents(2)})
    assert len({row["change"] for row in windows if row["hours"] == 72 and row["week"] == 0}) == 12
    assert len({row["change"] for row in windows if row["hours"] == 24 and row["week"] == 0}) == 24


def test_the_first_hour_counts_and_the_last_does_not() -> None:
    change = CHANGED[5]
    moments = [change, change + timedelta(hours=72), change + timedelta(hours=72, seconds=-1)]
    extra = [
        {"id": f"X{number}", "kind": "incident", "service": "mail", "opened_at": one.isoformat() + "Z"}
        for number, one in enumerate(moments)
    ]
    one_change = {"changes": changes([change]), "cases": [*incidents(0, usual=0), *extra, *ends()]}
    (window,) = [row for row in view("change_windows", one_change) if row["hours"] == 72 and row["week"] == 0]
    assert window["incidents"] == 2


def ends() -> Rows:
    return [
        {"id": name, "kind": "incident", "service": "mail", "opened_at": one.isoformat() + "Z"}
        for name, one in (("first", BEGIN), ("last", BEGIN + timedelta(days=DAYS)))
    ]


def test_demand_on_record_for_the_hours_after_a_change_explains_it_and_is_counted() -> None:
    events = [
        {"id": f"X{number}", "kind": "demand", "service": "mail", "at": one.isoformat() + "Z"}
        for number, one in enumerate(CHANGED)
    ]
    found = judged(6, context_events=events).result
    assert found.result == "insufficient_data"
    assert found.facts[0].value == 12


def test_children_of_one_incident_count_once() -> None:
    rows = incidents(6)
    children = [row["id"] for row in rows if int(row["id"].split("-")[1]) >= 2]
    links = [{"from": one, "to": "Imail0-0", "kind": "child_of"} for one in children]
    assert judged(6, case_links=links).result.result == "no_lead"


def test_weeks_before_the_service_was_live_do_not_count() -> None:
    services = [
        {"id": "mail", "name": "Mail", "live_from": (CHANGED[-1] - timedelta(days=5)).isoformat() + "Z"}
    ]
    assert judged(6, services=services).result.result == "insufficient_data"


def test_few_changes_or_few_incidents_say_nothing() -> None:
    few = judged(6, changes=changes(CHANGED[:9]))
    rare = judge(
        "flow.change-incident-ratio",
        {"changes": changes(CHANGED), "cases": [*incidents(0, usual=0), *ends()]},
    )
    assert (few.result.result, rare.result.result) == ("insufficient_data", "insufficient_data")


def test_changes_of_one_service_are_not_held_against_another() -> None:
    rows = [*incidents(6), *incidents(2, service="print")]
    found = judged(6, cases=rows, changes=[*changes(CHANGED), *changes(CHANGED, "print")])
    assert [lead.object.id for lead in found.result.leads] == ["mail"]


def test_weeks_before_the_audit_period_are_compared_too() -> None:
    given = {
        "changes": changes(CHANGED),
        "cases": [{**row, "resolved_at": row["opened_at"]} for row in incidents(6)],
    }
    found = judge(
        "flow.change-incident-ratio",
        given,
        {"period": [CHANGED[0].date(), BEGIN.date() + timedelta(days=DAYS)]},
    )
    assert found.result.result == "lead"
