"""A draft from a lead is neutral, names nobody, counts nothing of persons, and is not graded."""

from dataclasses import replace

from ringtrue.method.findings.draft import Record, draft_from
from ringtrue.method.findings.known import Known
from ringtrue.method.findings.refuse import refusals
from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.result import Lead, ObjectRef, ProcedureResult

LEAD = Lead(
    id="substance.retro-change/payroll",
    object=ObjectRef(kind="service", id="payroll"),
    service="payroll",
    statement="payroll: 4 of 59 changes were approved after their start (6.8 %)",
    estimate=0.068,
    bounds=(0.02, 0.16),
    p_value=None,
    q_value=None,
    n=59,
    deviations=4,
    explanations=(),
    ask=(),
    records=4,
    values={},
)
PROCEDURE = ProcedureResult(
    id="substance.retro-change",
    title="Changes are approved before they start",
    question="substance",
    result="lead",
    why="",
    request="",
    population=59,
    judged=59,
    deviations=4,
    untestable=0,
    share=0.068,
    bounds=None,
    confidence=0.95,
    coverage=1.0,
    settings=(),
    clauses=("8.5.1.3",),
    judged_table=None,
    facts=(),
    leads=(LEAD,),
)
ISO = Criteria(
    id="iso",
    title="ISO",
    clauses=(
        Clause(id="8.5.1.3", title="Change activities", intent="approve before deployment"),
        Clause(id="9.1", title="Measuring"),
    ),
)
RECORDS = (
    Record(
        item_kind="change",
        item="CHG1",
        reason="approved after its start",
        source_file="changes.csv",
        source_row=7,
        happened_on="2026-05-04",
    ),
)


def _draft(lead: Lead = LEAD, procedure: ProcedureResult = PROCEDURE):  # type: ignore[no-untyped-def]
    return draft_from(
        lead,
        procedure,
        [ISO],
        RECORDS,
        id="F-001",
        first_evidence=8,
        by="Ada",
        at="2026-11-24T14:00:00Z",
        run="r1",
        hashes={"changes.csv": "ab" * 32},
    )


def test_a_draft_says_in_neutral_words_which_claim_is_not_borne_out_and_where() -> None:
    finding = _draft().finding
    assert finding.statement == (
        "Service payroll: the records looked at do not consistently show this: Changes are approved before they start."
    )
    assert (finding.extent.found, finding.extent.looked_at) == (4, 59)
    assert finding.clauses == ("8.5.1.3",) and finding.lead == LEAD.id and finding.run == "r1"


def test_a_draft_is_not_graded_and_leaves_the_requirement_to_be_chosen() -> None:
    draft = _draft()
    assert draft.finding.grade is None and draft.finding.requirement is None
    assert [(one.criteria, one.clause, one.text) for one in draft.candidates] == [
        ("iso", "8.5.1.3", "Change activities: approve before deployment")
    ]


def test_the_records_behind_the_lead_become_evidence_that_nobody_verified_yet() -> None:
    (piece,) = _draft().proposals
    assert (piece.id, piece.record, piece.source_row, piece.event_on) == ("E-008", "CHG1", 7, "2026-05-04")
    assert piece.sha256 == "ab" * 32 and not piece.is_verified
    assert _draft().finding.evidence == ("E-008",)


def test_a_draft_could_stand_as_it_is_and_could_not_be_graded_as_a_nonconformity() -> None:
    draft = _draft()
    known = Known(evidence={one.id: one for one in draft.proposals})
    assert refusals(draft.finding, known) == ()
    graded = replace(draft.finding, grade="minor_nc", grade_reason="few", graded_by="Ada")
    assert [one.rule for one in refusals(graded, known)] == ["no_requirement", "no_verified_evidence"]


def test_a_person_is_never_named_nor_counted() -> None:
    person = replace(LEAD, object=ObjectRef(kind="person", id="person 17"), service=None)
    assert "17" not in _draft(person).finding.statement


def test_two_teams_are_named_as_two() -> None:
    pair = replace(LEAD, object=ObjectRef(kind="team_pair", id="network|till"), service=None)
    assert _draft(pair).finding.statement.startswith("Teams network and till: ")


def test_a_lead_about_what_customers_get_is_marked_as_a_concern() -> None:
    assert not _draft().finding.outcome_concern
    assert _draft(procedure=replace(PROCEDURE, question="value")).finding.outcome_concern


def test_a_lead_without_a_count_has_no_extent() -> None:
    assert _draft(replace(LEAD, deviations=None)).finding.extent is None
    assert _draft(replace(LEAD, deviations=0)).finding.extent is None
