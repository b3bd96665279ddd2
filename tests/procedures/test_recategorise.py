"""Cases made requests, left out or cancelled, per running hour, late against early."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.given import Judged, judge

START = datetime(2024, 1, 1, 8)
ACTS: dict[str, dict[str, Any]] = {
    "exclusion": {"field": "exclusion", "old": "", "new": "supplier"},
    "cancelled": {"state": "cancelled"},
    "kind": {"field": "kind", "old": "incident", "new": "request"},
}


def told(late: int, early: int, kept: int, act: str = "exclusion", actor: str = "sam") -> Judged:
    """Cases of ten hours with a target of 600 minutes: something happens at nine hours, at one hour, or not at all."""
    cases: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    for place in range(late + early + kept):
        at = START + timedelta(days=place)
        hours = 9 if place < late else 1 if place < late + early else None
        cases += [
            {
                "id": f"I{place}",
                "service": "mail",
                "kind": "incident",
                "requester": "uma",
                "opened_at": at,
                "resolved_at": at + timedelta(hours=10),
            }
        ]
        empty = {"state": "", "field": "", "old": "", "new": "", "actor": "sam"}
        events += [{"case": f"I{place}", "at": at, **empty, "state": "assigned"}]
        if hours:
            happened = {"case": f"I{place}", "at": at + timedelta(hours=hours), "actor": actor}
            events += [{**empty, **happened, **ACTS[act]}]
    targets = [{"id": "T1", "metric": "resolution_minutes", "value": 600}]
    return judge("substance.recategorise", {"cases": cases, "case_events": events, "targets": targets})


@pytest.mark.parametrize("act", ACTS)
def test_acts_far_more_frequent_late_are_a_lead(act: str) -> None:
    (lead,) = told(late=24, early=6, kept=70, act=act).result.leads
    assert (lead.object.id, lead.n, lead.deviations, lead.records) == ("mail", 30, 24, 24)
    # 24 in 300 late hours against 6 in 700 early ones.
    assert lead.estimate is not None and abs(lead.estimate - (24 / 300) / (6 / 700)) < 1e-9
    assert "9.3 times the earlier rate" in lead.statement


def test_acts_at_an_even_rate_are_no_lead() -> None:
    assert told(late=12, early=28, kept=60).result.result == "no_lead"


def test_fewer_than_twenty_acts_are_not_enough_data() -> None:
    assert told(late=19, early=0, kept=80).result.result == "insufficient_data"


def test_what_users_do_themselves_is_no_lead_and_is_counted() -> None:
    judged = told(late=30, early=0, kept=70, actor="uma")
    assert judged.result.leads == ()
    assert [fact.value for fact in judged.result.facts] == [30]
