"""Rates of incidents before and after the fix of a problem."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

FIXED = datetime(2024, 4, 1)


def incidents(name: str, n: int, begins: datetime, days: int, item: str = "srv1") -> list[dict[str, Any]]:
    step = timedelta(days=days) / n
    return [incident(f"{name}{number}", begins + step / 2 + step * number, item) for number in range(n)]


def incident(name: str, opened: datetime, item: str) -> dict[str, Any]:
    resolved = opened + timedelta(minutes=30)
    return {
        "id": name,
        "kind": "incident",
        "service": "mail",
        "configuration_item": item,
        "opened_at": opened.isoformat() + "Z",
        "resolved_at": resolved.isoformat() + "Z",
    }


def around_the_fix(
    before: int, after: int, state: str = "resolved", link: str = "problem_of", from_incident: bool = False
) -> Judged:
    problem = {"id": "P1", "kind": "problem", "state": state, "opened_at": "2024-03-01T00:00Z"}
    told = [
        *incidents("B", before, FIXED - timedelta(days=90), 90),
        *incidents("A", after, FIXED, 90),
        *incidents("X", 30, FIXED - timedelta(days=90), 180, item="srv2"),
        {**problem, "resolved_at": FIXED.isoformat() + "Z"},
    ]
    ends = [("P1", f"B{number}") for number in range(3)]
    links = [
        {"from": to if from_incident else start, "to": start if from_incident else to, "kind": link}
        for start, to in ends
    ]
    return judge("flow.recurrence-rate", {"cases": told, "case_links": links})


def test_trouble_that_comes_as_often_after_the_fix_is_a_lead() -> None:
    (lead,) = around_the_fix(before=60, after=57).result.leads
    assert lead.object.id == "P1"
    assert lead.service == "mail"
    assert "mail / srv1" in lead.statement
    assert 55 <= lead.records <= 57
    assert lead.bounds is not None and lead.bounds[0] < 1 < lead.bounds[1]


def test_trouble_that_has_become_rarer_is_no_lead() -> None:
    assert around_the_fix(before=40, after=8).result.result == "no_lead"


def test_a_few_incidents_before_and_after_say_nothing() -> None:
    judged = around_the_fix(before=6, after=6)
    assert judged.result.result == "insufficient_data"
    assert "too few" in judged.result.why


def test_a_problem_that_is_still_open_is_held_against_nobody() -> None:
    judged = around_the_fix(before=60, after=57, state="in_progress")
    assert judged.result.result == "insufficient_data"


def test_a_mere_relation_does_not_make_the_problem_of_an_incident() -> None:
    judged = around_the_fix(before=60, after=57, link="related")
    assert judged.result.result == "insufficient_data"


def test_an_incident_may_name_its_problem_as_well_as_the_problem_its_incident() -> None:
    judged = around_the_fix(before=60, after=57, link="caused_by", from_incident=True)
    assert judged.result.result == "lead"
