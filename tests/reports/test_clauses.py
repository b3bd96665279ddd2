"""The clause matrix in the report: how each clause was judged, from the run and from the records of people."""

from dataclasses import replace

from ringtrue.criteria.read import all_criteria
from ringtrue.model.entry import Entry
from ringtrue.model.result import ClauseResult
from ringtrue.reports.language import words
from ringtrue.reports.sections.clauses import conformity
from tests.reports.invented import results as invented

ISO, FITSM = "iso20000-1:2018+amd1:2024", "fitsm1:3"


def entry(kind: str, id: str, **content: object) -> Entry:
    return Entry(
        kind=kind,
        id=id,
        by="ada",
        at="2026-11-24T14:00:00Z",
        reason="r",
        content=content,
        seq=1,
        previous="0",
    )


RECORDS = (
    entry("sample", "S1", clauses=["8.2.3"], drawn=3),
    entry("sample_item", "S1/0001", sample="S1", result="pass"),
    entry("sample_item", "S1/0002", sample="S1", result="not_produced"),
    entry("question", "Q1", clauses=["4.2"]),
    entry("answer", "A1", interview="V1", question="Q1", score=3),
    entry("finding", "F-001", grade="minor_nc", clauses=["8.2.3"]),
    entry("finding", "F-002", grade=None, clauses=["8.2.3"]),
)


def row(id: str, entries: tuple[Entry, ...] = RECORDS) -> list[tuple[str, str]]:
    table = conformity(invented(), entries).clauses
    assert table is not None
    return next(
        [(cell.text.replace("\u00a0", " "), cell.note.replace("\u00a0", " ")) for cell in row]
        for row in table.rows
        if row[0].text == id
    )


def test_a_clause_tells_data_sample_leads_and_findings() -> None:
    _, evidence, data, sample, interview, leads, findings = row("8.2.3")
    assert evidence == ("Records of work done", "")
    assert data[0].startswith("1 claim, ")
    assert sample == ("2 of 3 looked at", "1 deviation")
    assert interview == ("–", "")
    assert leads[0] == "2"
    assert findings == ("1 minor NC, 1 draft", "F-001, F-002")


def test_an_interview_alone_is_a_look() -> None:
    assert row("4.2")[4] == ("1 answer in 1 interview", "1 of 1 passed")
    assert any(one.startswith("4.2") for one in conformity(invented()).without_evidence)
    assert not any(one.startswith("4.2") for one in conformity(invented(), RECORDS).without_evidence)


def test_of_several_criteria_each_clause_names_its_own_and_the_licence_is_shown() -> None:
    known = all_criteria()
    clauses = tuple(
        ClauseResult(id=id, title="T", evidence="none", leads=0, procedures=(), criteria=criteria)
        for criteria, id in ((ISO, "4.2"), (FITSM, "GR1.1"))
    )
    audit = replace(invented().audit, editions=tuple(known[id].edition_of for id in (ISO, FITSM)))
    found = conformity(replace(invented(), clauses=clauses, audit=audit), RECORDS)
    assert found.clauses is not None
    assert [row[1].note for row in found.clauses.rows] == ["ISO/IEC 20000-1:2018 with Amd 1:2024"]
    assert found.without_evidence == ("FitSM-1 V3 GR1.1 T",)
    assert found.note.endswith(known[FITSM].attribution)
    assert "lizenziert unter CC BY 4.0" in words("de")(found.note)
    assert "Menschen" in words("de")(found.note)


def test_without_several_criteria_nothing_is_said_of_the_edition() -> None:
    assert row("8.2.3")[1][1] == ""
    assert "CC BY" not in conformity(invented()).note


def test_every_text_of_the_standards_has_its_german() -> None:
    german = words("de")
    texts = [
        text
        for one in all_criteria().values()
        for clause in one.clauses
        for text in (
            clause.title,
            clause.intent,
            clause.documented,
            clause.undocumented,
            clause.evidence,
            clause.typical_nonconformity,
            clause.outcome_question,
            clause.unjudged,
        )
        if text
    ]
    same = {"4.1", "Services"}
    assert [text for text in dict.fromkeys(texts) if german(text) == text and text not in same] == []
