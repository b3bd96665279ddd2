"""The share of emergency changes, against peers and over the months."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 3, 8)


def told(shares: list[float], crisis: bool = False) -> Judged:
    """Sixty changes for each service, as many of them emergencies as its share says."""
    changes = [
        {
            "id": f"C{service}-{n}",
            "service": f"s{service:02}",
            "class": "emergency" if n < 60 * share else "normal",
            "started_at": START + timedelta(days=n),
        }
        for service, share in enumerate(shares)
        for n in range(60)
    ]
    given: dict[str, list[dict[str, Any]]] = {"changes": changes}
    if crisis:
        given["context_events"] = [
            {
                "id": "X1",
                "kind": "major_incident",
                "service": "s00",
                "at": START - timedelta(days=1),
                "until": START + timedelta(days=60),
            }
        ]
    return judge("substance.emergency-share", given)


def rising(first: int, step: int) -> Judged:
    """Fourteen months of twenty changes, with more emergencies each month."""
    changes = [
        {
            "id": f"C{month}-{n}",
            "service": f"s{n % 12:02}",
            "class": "emergency" if n < first + step * month // 2 else "normal",
            "started_at": datetime(2023 + month // 12, 1 + month % 12, 1 + n, 9),
        }
        for month in range(14)
        for n in range(20)
    ]
    return judge("substance.emergency-share", {"changes": changes})


def test_a_service_far_above_its_peers_is_a_lead() -> None:
    (lead,) = told([0.5, *[0.05] * 11]).result.leads
    assert (lead.object.id, lead.n, lead.deviations, lead.records) == ("s00", 60, 30, 30)
    assert "more than at its peers" in lead.statement


def test_services_alike_are_no_lead() -> None:
    assert told([0.1] * 12).result.result == "no_lead"


def test_a_recorded_crisis_explains_the_emergencies_and_is_counted() -> None:
    judged = told([0.5, *[0.05] * 11], crisis=True)
    assert judged.result.leads == ()
    assert 30 in [fact.value for fact in judged.result.facts]


def test_nine_services_are_too_few_to_compare() -> None:
    assert told([0.5, *[0.05] * 8]).result.result == "insufficient_data"


def test_a_share_that_rises_over_the_months_is_a_lead() -> None:
    assert [lead.object.id for lead in rising(0, 2).result.leads] == ["organisation"]


def test_a_share_that_stays_is_no_lead() -> None:
    assert rising(2, 0).result.leads == ()
