"""The findings as a report tells them: all of them, in full, and nothing that people did not say."""

from dataclasses import replace
from typing import Any

from ringtrue.model.entry import to_content
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import GRADES, Disposition, Extent, Finding, Requirement
from ringtrue.model.follow_up import NewCases, Response
from ringtrue.reports.sections.findings import GRADE_WORDS, findings
from ringtrue.reports.translated import told_in
from ringtrue.reports.widths import widths
from tests.reports.invented import HOSTILE

SEEN = Evidence(
    id="E-001",
    shows="Approved after its start",
    event_on="2026-05-04",
    event_until="2026-05-06",
    document_on="2026-05-07",
    captured_at="2026-10-20T08:00:00Z",
    obtained="examined",
    collected_by="Ada",
    place="Change tool",
    record="CHG1",
    source_file="changes.csv",
    source_row=7,
    sha256="ab" * 32,
    verified_by="Ben",
    verified_at="2026-10-21",
)
MINOR = Finding(
    id="F-001",
    statement="Approval does not consistently precede deployment.",
    requirement=Requirement(criteria="iso", clause="8.5.1.3", text="Changes are approved first"),
    evidence=("E-001",),
    extent=Extent(found=4, looked_at=59),
    grade="minor_nc",
    grade_reason="All reversible",
    written_by="Ada",
    graded_by="Ada",
    reviewed_by="Ben",
    dissent="The auditee holds that the class is approved beforehand",
)


def _records(*found: Finding, **more: list[Any]) -> dict[str, list[dict[str, Any]]]:
    given = {"finding": list(found), "evidence": [SEEN], **more}
    return {kind: [to_content(one) for one in records] for kind, records in given.items()}


def _about(one: Any) -> dict[str, str]:
    return {term.name: term.text for term in one.about}


def test_without_records_there_is_no_section() -> None:
    assert findings({}) is None
    assert findings({"evidence": [to_content(SEEN)]}) is None


def test_a_finding_is_told_with_requirement_extent_grade_reason_and_dissent() -> None:
    told = findings(_records(MINOR))
    assert told is not None
    (block,) = told.blocks
    assert (block.grade, block.statement) == ("Minor nonconformity", MINOR.statement)
    assert _about(block) == {
        "Requirement": "iso, 8.5.1.3",
        "In own words": "Changes are approved first",
        "Extent": "4 of 59 looked at (6.8\u00a0%)",
        "Reason for the grade": "All reversible",
        "Dissent": MINOR.dissent,
        "Graded by": "Ada",
        "Reviewed by": "Ben",
    }


def test_evidence_stands_with_its_three_dates_apart() -> None:
    told = findings(_records(MINOR))
    assert told is not None and told.blocks[0].evidence is not None
    (row,) = told.blocks[0].evidence.rows
    assert [cell.text for cell in row[2:4]] == ["2026-05-04 – 2026-05-06", "2026-10-21"]
    assert row[2].note == f"document of 2026-05-07; taken on 2026-10-20 by {SEEN.collected_by}"
    assert row[4].text == "CHG1; changes.csv, row 7"


def test_what_evidence_shows_has_room_for_several_words_a_line() -> None:
    told = findings(
        _records(MINOR, evidence=[replace(SEEN, shows="It was approved after it had begun. " * 4)])
    )
    assert told is not None and told.blocks[0].evidence is not None
    assert widths(told.blocks[0].evidence)[1] > 0.25


def test_evidence_that_nobody_verified_says_so() -> None:
    records = _records(MINOR, evidence=[replace(SEEN, verified_at=None, verified_by=None)])
    told = findings(records)
    assert told is not None and told.blocks[0].evidence is not None
    assert told.blocks[0].evidence.rows[0][3].text == "Not verified"


def test_all_five_grades_are_told_the_gravest_first_and_counted() -> None:
    assert set(GRADE_WORDS) == set(GRADES)
    given = [replace(MINOR, id=f"F-{place}", grade=grade) for place, grade in enumerate(GRADES)]
    told = findings(_records(*given))
    assert told is not None and told.counts is not None
    assert [one.grade for one in told.blocks] == [words for words, _ in GRADE_WORDS.values()]
    assert [row[1].text for row in told.counts.rows] == ["1"] * 5


def test_a_draft_is_no_finding_and_stands_apart() -> None:
    told = findings(_records(replace(MINOR, grade=None)))
    assert told is not None and told.blocks == () and told.counts is None
    assert told.drafts is not None and told.drafts.rows[0][0].text == "F-001"


def test_the_answer_is_told_with_what_it_waits_for_and_names_no_person_of_the_auditee() -> None:
    step = Response(
        id="1",
        finding="F-001",
        step="correction",
        text="Approved again",
        by="Cleo",
        on="2026-06-01",
        action="C1",
        owner="Cleo",
    )
    told = findings(_records(MINOR, response=[step]))
    assert told is not None
    (block,) = told.blocks
    assert block.state == "Waiting for an answer. Waits for: Extent: where else it is so."
    assert block.answer is not None and block.answer.rows[0][1].text == "Approved again"
    assert "Cleo" not in str(told)


def test_a_check_of_effectiveness_is_told_with_its_bound() -> None:
    check = Response(
        id="1",
        finding="F-001",
        step="effectiveness",
        text="None came back",
        by="Ada",
        on="2026-08-01",
        effective=True,
        new_cases=NewCases(cases=29, repeats=0, since="2026-06-01"),
    )
    told = findings(_records(MINOR, response=[check]))
    assert told is not None and told.blocks[0].answer is not None
    assert told.blocks[0].answer.rows[0][1].note == (
        "Effective: no repeats in 29\u00a0new cases, a rate of at most 9.8\u00a0% (95\u00a0% confidence)."
    )


def test_what_became_of_the_leads_is_told_with_reason_and_name() -> None:
    decided = Disposition(id="x/y", lead="x/y", outcome="not_pursued", reason="Out of scope", by="Ada")
    told = findings(_records(disposition=[decided]))
    assert told is not None and told.leads is not None
    assert [cell.text for cell in told.leads.rows[0]] == ["x/y", "Not pursued", "Out of scope", "Ada"]


def test_hostile_text_is_shown_as_text_without_hidden_marks() -> None:
    told = findings(_records(replace(MINOR, statement=HOSTILE, dissent=HOSTILE)))
    assert told is not None
    assert "\u202e" not in told.blocks[0].statement and "<script>" in told.blocks[0].statement


def test_what_people_wrote_is_told_in_no_other_language() -> None:
    step = Response(
        id="1", finding="F-001", step="correction", text="Closed", by="Cleo", on="2026-06-01", action="C1"
    )
    told = findings(_records(replace(MINOR, statement="Conforming"), response=[step]))
    german = told_in(told, "de")
    assert german is not None
    (block,) = german.blocks
    assert (block.statement, block.grade) == ("Conforming", "Untergeordnete Nichtkonformität")
    assert block.answer is not None and [cell.text for cell in block.answer.rows[0][:2]] == [
        "Korrektur",
        "Closed",
    ]
