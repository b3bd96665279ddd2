"""Lost time behind met targets, by service."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 2, 8)
Rows = list[dict[str, Any]]
TARGETS = [
    {
        "id": "T",
        "service": "mail",
        "metric": "resolution_minutes",
        "value": 60,
        "pause_states": "waiting_supplier",
    }
]


def judged(hidden: int, n: int = 60, users: int = 1, days: int = 1) -> Judged:
    """Incidents of half an hour, of which so many stood with the supplier for five hours more."""
    cases: Rows = []
    events: Rows = []
    for place in range(n):
        at = START + timedelta(days=days * place)
        waited = timedelta(hours=5 if place * hidden // n != (place + 1) * hidden // n else 0)
        ended = at + timedelta(minutes=30) + waited
        cases.append(
            {
                "id": f"I{place}",
                "kind": "incident",
                "service": "mail",
                "opened_at": at,
                "resolved_at": ended,
                "users_affected": users,
            }
        )
        events += [
            {"case": f"I{place}", "at": at, "state": "in_progress"},
            {"case": f"I{place}", "at": at + timedelta(minutes=10), "state": "waiting_supplier"},
            {"case": f"I{place}", "at": at + timedelta(minutes=10) + waited, "state": "in_progress"},
            {"case": f"I{place}", "at": ended, "state": "resolved"},
        ]
    return judge("value.lost-time-tail", {"cases": cases, "case_events": events, "targets": TARGETS})


def test_lost_time_behind_met_targets_is_a_lead_with_its_incidents() -> None:
    found = judged(20)
    (lead,) = found.result.leads
    assert (lead.object.id, lead.n, lead.deviations, lead.records) == ("mail", 60, 20, 20)
    assert lead.estimate is not None and lead.estimate > 0.8
    assert lead.statement.startswith(
        "mail: 20 of 60 incidents met their agreed time and took the user much longer"
    )
    told = {fact.statement: fact.value for fact in found.result.facts}
    assert told["percent of all lost time lies in incidents that met their agreed time"] == 100.0


def test_a_share_under_the_limit_is_no_lead() -> None:
    # One of sixty waited: 5.5 of 35 hours.
    assert judged(1).result.result == "no_lead"


def test_one_bad_week_is_no_pattern() -> None:
    # Two of sixty: 11 of 40 hours, more than a fifth, and by chance of two weeks.
    assert judged(2).result.result == "no_lead"


def test_nothing_but_short_incidents_is_no_lead() -> None:
    assert judged(0).result.result == "no_lead"


def test_nineteen_incidents_are_too_few_and_so_are_five_weeks() -> None:
    assert judged(10, n=19, days=7).result.why == "only 19 cases; at least 20 are needed"
    assert judged(10, n=34).result.why == "only 5 clusters of time; at least 6 are needed"
