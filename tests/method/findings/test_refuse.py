"""What a finding may not be: every rule broken alone, then all of them at once."""

from dataclasses import replace
from typing import Any

import pytest

from ringtrue.method.findings.known import Known, OwnWork
from ringtrue.method.findings.names import names
from ringtrue.method.findings.refuse import accepted, refusals
from ringtrue.model.errors import FindingRefused
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import GRADES, Extent, Finding, Requirement

SEEN = Evidence(
    id="E-001",
    shows="Approved after its start",
    event_on="2026-05-04",
    captured_at="2026-10-20",
    obtained="examined",
    collected_by="Ada",
    place="Change tool",
    verified_by="Ben",
    verified_at="2026-10-21",
)
UNSEEN = replace(SEEN, id="E-002", verified_by=None, verified_at=None)
APPROVED = Requirement(
    criteria="iso20000-1:2018", clause="8.5.1.3", text="Changes are approved before they start"
)
MINOR = Finding(
    id="F-001",
    statement="Approval does not consistently precede deployment.",
    requirement=APPROVED,
    evidence=("E-001",),
    extent=Extent(found=4, looked_at=59),
    grade="minor_nc",
    grade_reason="All reversible, none caused an outage",
    written_by="Ada",
    graded_by="Ada",
    reviewed_by="Ben",
    service="payroll",
    clauses=("8.5.1.3",),
    lead="substance.retro-change/payroll",
)
KNOWN = Known(
    evidence={"E-001": SEEN, "E-002": UNSEEN},
    names=names([("a.meyer", "Anna Meyer")], ["Payroll"]),
    objection=lambda criteria, clause: "6.6.1 is of the 2011 edition." if clause == "6.6.1" else None,
)


def _rules(known: Known = KNOWN, finding: Finding = MINOR, **changed: Any) -> list[str]:
    return [one.rule for one in refusals(replace(finding, **changed), known)]


def test_a_nonconformity_with_requirement_verified_evidence_statement_grade_and_reason_stands() -> None:
    assert _rules() == []
    assert accepted(MINOR, KNOWN) is MINOR


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        ({"evidence": ()}, "no_verified_evidence"),
        ({"evidence": ("E-002",)}, "no_verified_evidence"),
        ({"requirement": None}, "no_requirement"),
        ({"requirement": Requirement(clause="8.5.1.3", text=" ")}, "no_requirement"),
        ({"requirement": Requirement(text="Changes are approved")}, "no_requirement"),
        ({"requirement": None, "outcome_concern": True}, "concern_is_no_nonconformity"),
        ({"statement": "Anna Meyer approves her own changes."}, "person_named"),
        ({"statement": "person 17 approves own changes."}, "person_named"),
        ({"grade_reason": "Only Anna Meyer did so"}, "person_in_reason"),
        ({"dissent": "a.meyer holds that it was agreed"}, "person_in_dissent"),
        ({"statement": "The organisation should introduce an approval."}, "remedy"),
        ({"statement": "  "}, "no_statement"),
        ({"grade_reason": ""}, "no_grade_reason"),
        ({"graded_by": None}, "no_grader"),
        ({"grade": None}, "no_grade"),
        ({"reviewed_by": " ada "}, "own_review"),
        ({"written_by": ""}, "no_author"),
        ({"clauses": ("6.6.1",)}, "clause"),
        ({"requirement": replace(APPROVED, clause="6.6.1")}, "clause"),
        ({"extent": Extent(found=5, looked_at=4)}, "extent"),
        ({"extent": Extent(found=0, looked_at=0)}, "extent"),
        ({"extent": Extent(found=0, looked_at=59)}, "extent"),
        ({"grade": "ofi"}, "hidden_breach"),
        ({"grade": "conforming"}, "hidden_breach"),
    ],
)
def test_each_rule_is_broken_alone(changed: dict[str, Any], rule: str) -> None:
    assert _rules(**changed) == [rule]


def test_evidence_that_is_not_on_record_is_named() -> None:
    assert _rules(evidence=("E-001", "E-009")) == ["unknown_evidence"]


def test_evidence_whose_hash_no_longer_fits_is_refused_and_counts_for_nothing() -> None:
    known = replace(KNOWN, changed={"E-001": "its content has another hash"})
    assert _rules(known) == ["evidence_changed", "no_verified_evidence"]


def test_nobody_audits_own_work_by_service_or_by_clause_whatever_their_part_was() -> None:
    for member, times in (("Ada", 2), ("ben", 2)):
        known = replace(KNOWN, own_work=(OwnWork(member, services=frozenset({"payroll"})),))
        assert _rules(known) == ["own_work"] * times
    assert _rules(replace(KNOWN, own_work=(OwnWork("Ben", clauses=frozenset({"8.5"})),))) == ["own_work"] * 2
    assert _rules(replace(KNOWN, own_work=(OwnWork("Ben", clauses=frozenset({"8.5.1.30", "8.6"})),))) == []


def test_a_concern_without_requirement_is_an_opportunity() -> None:
    assert _rules(requirement=None, grade="ofi", outcome_concern=True) == []


def test_an_opportunity_hides_no_breach_while_nothing_is_verified_or_nothing_deviates() -> None:
    assert _rules(grade="ofi", evidence=("E-002",)) == []
    assert _rules(grade="ofi", extent=None) == []


def test_an_opportunity_hides_a_breach_where_its_lead_was_verified_or_its_own_words_say_so() -> None:
    known = replace(KNOWN, dispositions={str(MINOR.lead): "verified"})
    assert _rules(known, grade="ofi", extent=None) == ["hidden_breach"]
    told = "The requirement is not fulfilled in some changes."
    assert _rules(grade="ofi", extent=None, statement=told) == ["hidden_breach"]


def test_conforming_needs_to_say_to_what_and_on_what() -> None:
    assert _rules(grade="conforming", requirement=None, evidence=(), extent=None) == [
        "no_requirement",
        "no_evidence",
    ]


def test_a_draft_is_judged_by_its_words_only() -> None:
    draft = Finding(id="F-002", statement="Approval comes late.", written_by="Ada")
    assert refusals(draft, KNOWN) == ()


def test_every_reason_is_given_at_once_and_each_says_what_to_do() -> None:
    bad = replace(
        MINOR,
        statement="Anna Meyer should introduce an approval.",
        requirement=None,
        evidence=("E-002",),
        grade_reason="",
        graded_by=None,
        reviewed_by="Ada",
        clauses=("6.6.1",),
    )
    with pytest.raises(FindingRefused) as refused:
        accepted(bad, KNOWN)
    assert refused.value.rules == (
        "person_named",
        "remedy",
        "clause",
        "no_requirement",
        "no_verified_evidence",
        "no_grade_reason",
        "no_grader",
        "own_review",
    )
    assert all(str(refused.value).count(reason) == 1 for reason in refused.value.reasons)
    assert "Name the role, the team or the service" in str(refused.value)


@pytest.mark.parametrize("grade", GRADES)
def test_a_grade_is_never_changed_or_proposed(grade: Any) -> None:
    given = replace(MINOR, grade=grade)
    before = vars(given).copy()
    told = " ".join(one.remedy for one in refusals(given, KNOWN))
    assert vars(given) == before
    assert "major" not in told and "minor" not in told
