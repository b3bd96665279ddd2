"""Approvals and control records, before audits and at other times."""

from datetime import datetime, timedelta
from typing import Any

from tests.given import Judged, judge

START = datetime(2024, 1, 1, 9)
YEAR = {"period": ["2024-01-01", "2024-12-31"]}
AUDITS = (datetime(2024, 6, 20), datetime(2024, 11, 20))


def told(days: list[int], due: bool = False, audits: tuple[datetime, ...] = AUDITS) -> Judged:
    """Versions of documents approved on these days; the version before says that they were due on that day, or half a year off."""
    versions: list[dict[str, Any]] = []
    for place, day in enumerate(days):
        at = START + timedelta(days=day)
        planned = at if due else at + timedelta(days=200)
        versions += [
            {
                "document": f"D{place}",
                "version": "1",
                "approved_at": START - timedelta(days=900),
                "next_review_at": planned,
            },
            {
                "document": f"D{place}",
                "version": "2",
                "approved_at": at,
                "next_review_at": at + timedelta(days=365),
            },
        ]
    given: dict[str, list[dict[str, Any]]] = {
        "document_versions": versions,
        "reviews": [{"id": f"R{n}", "kind": "internal_audit", "held_at": at} for n, at in enumerate(audits)],
        "complaints": [],
        "control_records": [
            {"id": f"E{n}", "control": "C1", "performed_at": START + timedelta(days=n)} for n in (0, 365)
        ],
    }
    return judge("substance.pre-audit-bunching", given, YEAR)


EVEN = list(range(0, 360, 12))
BEFORE = [*range(145, 170, 2), *range(298, 322, 2)]


def test_approvals_spread_over_the_year_are_no_lead() -> None:
    assert told(EVEN).result.leads == ()


def test_approvals_that_gather_before_audits_are_a_lead() -> None:
    (lead,) = told([*EVEN, *BEFORE]).result.leads
    assert lead.object.id == "approvals of documents"
    assert lead.estimate is not None and lead.estimate > 2 and lead.records == lead.deviations
    assert "days before audits" in lead.statement


def test_an_annual_cycle_that_is_set_there_is_no_lead_and_is_counted() -> None:
    judged = told([*EVEN, *BEFORE], due=True)
    assert judged.result.leads == ()
    assert judged.result.facts[0].value >= len(BEFORE)


def test_control_records_written_down_before_the_audit_are_a_lead() -> None:
    records = [
        {
            "id": f"E{n}",
            "control": "C1",
            "performed_at": START + timedelta(days=7 * n),
            "recorded_at": (START + timedelta(days=145 + n % 24)) if n % 3 else START + timedelta(days=7 * n),
        }
        for n in range(52)
    ]
    given: dict[str, list[dict[str, Any]]] = {
        "controls": [{"id": "C1", "statement": "weekly", "interval_days": 7}],
        "control_records": records,
        "context_events": [{"id": "X1", "kind": "external_audit", "at": AUDITS[0]}],
    }
    (lead,) = judge("substance.pre-audit-bunching", given, YEAR).result.leads
    assert lead.object.id == "control records"


def test_without_an_audit_on_record_there_is_not_enough_data() -> None:
    assert told([*EVEN, *BEFORE], audits=()).result.result == "insufficient_data"


def test_nineteen_approvals_are_too_few() -> None:
    result = told(BEFORE[:19]).result
    assert result.leads == () and result.result == "insufficient_data"
