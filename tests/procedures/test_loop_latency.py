"""Inputs are followed to their decision; what is still open is censored, never left out."""

from typing import Any

from tests.given import judge

PERIOD = {"period": ("2026-01-01", "2026-12-31")}


def complaints(n: int, decided_after_days: int | None) -> dict[str, list[dict[str, Any]]]:
    received = [
        {"id": f"B{number}", "service": "mail", "received_at": f"2026-03-{number + 1:02}T08:00Z"}
        for number in range(n)
    ]
    actions = [
        {
            "id": f"A{number}",
            "kind": "decision",
            "origin_kind": "complaint",
            "origin": f"B{number}",
            "decided_at": _day(number, decided_after_days),
        }
        for number in range(n)
        if decided_after_days is not None
    ]
    other = {
        "id": "A",
        "kind": "decision",
        "origin_kind": "complaint",
        "origin": "X",
        "decided_at": "2026-02-01",
    }
    reviews = [{"id": "V", "kind": "service_review", "held_at": "2026-12-30"}]
    return {"complaints": received, "actions": [*actions, other], "reviews": reviews}


def _day(number: int, later: int) -> str:
    from datetime import date, timedelta

    return (date(2026, 3, number + 1) + timedelta(days=later)).isoformat()


def test_complaints_decided_within_the_month_are_no_lead() -> None:
    assert judge("flow.loop-latency", complaints(20, 10), PERIOD).result.result == "no_lead"


def test_complaints_decided_after_three_months_are_a_lead() -> None:
    found = judge("flow.loop-latency", complaints(20, 90), PERIOD).result
    assert found.result == "lead"
    assert found.leads[0].object.id == "mail"
    assert "half of 20 complaints still wait for a decision after 90 days" in found.leads[0].statement


def test_a_median_at_the_limit_is_no_lead() -> None:
    assert judge("flow.loop-latency", complaints(20, 30), PERIOD).result.result == "no_lead"


def test_few_complaints_say_nothing() -> None:
    assert judge("flow.loop-latency", complaints(5, 90), PERIOD).result.result == "insufficient_data"


def test_where_no_action_names_any_complaint_nothing_is_said_of_them() -> None:
    given = complaints(20, None)
    assert judge("flow.loop-latency", given, PERIOD).result.result == "not_applicable"


def test_nothing_given_leaves_nothing_to_judge() -> None:
    assert judge("flow.loop-latency", {"actions": []}).result.result == "not_applicable"
