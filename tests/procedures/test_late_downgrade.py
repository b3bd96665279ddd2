"""Lowerings per running hour, late against early."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 1, 8)


def told(late: int, early: int, kept: int, note: str = "") -> Judged:
    """Cases of ten hours with a first target of 600 minutes: lowered at nine hours, at one hour, or not at all."""
    cases: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    for place in range(late + early + kept):
        at = START + timedelta(days=place)
        lowered = 9 if place < late else 1 if place < late + early else None
        cases += [
            {
                "id": f"I{place}",
                "service": "mail",
                "priority": "P3" if lowered else "P1",
                "opened_at": at,
                "resolved_at": at + timedelta(hours=10),
            }
        ]
        events += [
            {
                "case": f"I{place}",
                "at": at,
                "state": "assigned",
                "field": "",
                "old": "",
                "new": "",
                "note": "",
            }
        ]
        if lowered:
            events += [
                {
                    "case": f"I{place}",
                    "at": at + timedelta(hours=lowered),
                    "field": "priority",
                    "old": "P1",
                    "new": "P3",
                    "note": note,
                }
            ]
    targets = [
        {"id": f"T{n}", "metric": "resolution_minutes", "priority": f"P{n}", "value": 600} for n in (1, 3)
    ]
    return judge("substance.late-downgrade", {"cases": cases, "case_events": events, "targets": targets})


def test_lowerings_far_more_frequent_late_are_a_lead() -> None:
    (lead,) = told(late=24, early=6, kept=70).result.leads
    assert (lead.n, lead.deviations, lead.records) == (30, 24, 24)
    # 24 in 300 late hours against 6 in 700 early ones.
    assert lead.estimate is not None and abs(lead.estimate - (24 / 300) / (6 / 700)) < 1e-9
    assert "9.3 times the earlier rate" in lead.statement


def test_lowerings_at_an_even_rate_are_no_lead() -> None:
    assert told(late=12, early=28, kept=60).result.result == "no_lead"


def test_lowerings_only_late_are_a_lead_whose_sentence_can_be_read() -> None:
    (lead,) = told(late=25, early=0, kept=75).result.leads
    assert lead.estimate is None
    assert "none was lowered earlier, so at least" in lead.statement


def test_fewer_than_twenty_lowerings_are_not_enough_data() -> None:
    judged = told(late=19, early=0, kept=80)
    assert (judged.result.result, judged.result.why) == (
        "insufficient_data",
        "only 19 events; at least 20 are needed",
    )


def test_lowerings_with_a_workaround_on_record_are_no_lead() -> None:
    judged = told(late=30, early=0, kept=70, note="workaround in place")
    assert judged.result.leads == ()
    assert [fact.value for fact in judged.result.facts] == [30]
