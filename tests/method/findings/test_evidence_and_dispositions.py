"""Evidence has three dates in their order; a lead is decided on with a reason and a name."""

from dataclasses import replace
from typing import Any

import pytest
from tests.method.findings.test_refuse import SEEN

from ringtrue.method.findings.dispositions import disposition_refusals
from ringtrue.method.findings.evidence import evidence_refusals
from ringtrue.method.findings.names import names
from ringtrue.model.finding import Disposition


def _rules(**changed: Any) -> list[str]:
    return [one.rule for one in evidence_refusals(replace(SEEN, **changed))]


def test_evidence_with_who_where_when_and_how_stands() -> None:
    assert _rules(document_on="2026-05-06", event_until="2026-05-05") == []


def test_all_three_dates_on_one_day_are_in_order() -> None:
    assert (
        _rules(document_on="2026-05-04", captured_at="2026-05-04T09:00:00Z", verified_at="2026-05-04") == []
    )


@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        ({"shows": ""}, ["incomplete"]),
        ({"collected_by": " "}, ["incomplete"]),
        ({"place": ""}, ["incomplete"]),
        ({"obtained": "guessed"}, ["obtained"]),
        ({"event_on": "31.02.2026"}, ["date"]),
        ({"event_on": ""}, ["date"]),
        ({"captured_at": "2026-05-03"}, ["date"]),
        ({"document_on": "2026-10-21"}, ["date"]),
        ({"event_until": "2026-05-03"}, ["date"]),
        ({"verified_at": "2026-10-19"}, ["date"]),
        ({"verified_by": None}, ["verification"]),
        ({"verified_at": None}, ["verification"]),
    ],
)
def test_each_fault_of_evidence_is_told(changed: dict[str, Any], rules: list[str]) -> None:
    assert _rules(**changed) == rules


@pytest.mark.parametrize("field", ["shows", "place", "party"])
def test_evidence_names_no_person_but_the_auditors(field: str) -> None:
    known = names([("a.meyer", "Anna Meyer")], [])
    found = evidence_refusals(replace(SEEN, collected_by="Anna Meyer", **{field: "Seen with a.meyer"}), known)
    assert [one.rule for one in found] == ["person_named"]


DECIDED = Disposition(
    id="x", lead="flow.ping-pong/a|b", outcome="explained", reason="One team dispatches", by="Ada"
)


def _decided(**changed: Any) -> list[str]:
    known = names([("a.meyer", "Anna Meyer")], [])
    return [
        one.rule for one in disposition_refusals(replace(DECIDED, **changed), ["flow.ping-pong/a|b"], known)
    ]


def test_a_disposition_with_reason_and_name_stands() -> None:
    assert _decided() == []


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"lead": "flow.ping-pong/a"}, "unknown_lead"),
        ({"outcome": "forgotten"}, "outcome"),
        ({"reason": " "}, "no_reason"),
        ({"by": ""}, "no_name"),
        ({"reason": "Anna Meyer explained it"}, "person_named"),
    ],
)
def test_each_fault_of_a_disposition_is_told(changed: dict[str, Any], rule: str) -> None:
    assert _decided(**changed) == [rule]
