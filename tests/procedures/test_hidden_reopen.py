"""More than half of what comes back comes as a new case."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 1, 8)


def told(hidden: int, reopened: int) -> Judged:
    """So many troubles that came back as a new case, and so many that were reopened."""
    cases: list[dict[str, Any]] = []
    for place in range(hidden + reopened):
        first = {
            "id": f"A{place}",
            "requester": f"u{place}",
            "service": "mail",
            "title": f"number {place} the mail client closes without any message when a file is attached",
            "opened_at": START + timedelta(days=place),
            "closed_at": START + timedelta(days=place, hours=8),
            "reopen_count": 0 if place < hidden else 1,
        }
        again = {
            **first,
            "id": f"B{place}",
            "opened_at": START + timedelta(days=place + 2),
            "closed_at": None,
        }
        cases += [first, again] if place < hidden else [first]
    return judge("substance.hidden-reopen", {"cases": cases})


def test_a_service_where_most_trouble_comes_back_as_a_new_case_is_a_lead() -> None:
    judged = told(hidden=24, reopened=6)
    (lead,) = judged.result.leads
    assert (lead.object.id, lead.n, lead.deviations, lead.records) == ("mail", 30, 24, 24)
    assert [fact.value for fact in judged.result.facts] == [6]


def test_a_little_more_than_half_may_be_chance_and_is_no_lead() -> None:
    assert told(hidden=16, reopened=14).result.result == "no_lead"


def test_fewer_than_twenty_returns_are_not_enough_data() -> None:
    judged = told(hidden=19, reopened=0)
    assert (judged.result.result, judged.result.why) == (
        "insufficient_data",
        "only 19 returned cases; at least 20 are needed",
    )
