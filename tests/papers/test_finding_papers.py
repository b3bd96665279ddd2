"""From a lead to a closed finding on paper: the finding log, the nonconformity report, the corrective action log."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from tests.papers.filled_books import fill, rows_of

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.model.entry import NewEntry, from_content, to_content
from ringtrue.model.errors import FindingRefused, WrongUse
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Finding
from ringtrue.model.plan import Member, Plan
from ringtrue.papers.desk import Recorded
from ringtrue.reports.language import words

AT = "2026-11-24T14:00:00Z"
AUDIT = """[audit]
title = "Northwind"
timezone = "UTC"
criteria = ["iso20000-1:2018+amd1:2024"]
"""


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An audit that was run, once for all: each claim has a copy of its own."""
    place = tmp_path_factory.mktemp("audited")
    exports = place / "exports"
    exports.mkdir()
    (exports / "audit.toml").write_text(AUDIT)
    (exports / "services.csv").write_text("id,name,status\npay,Payments,live\nmail,Mail,live\n")
    (exports / "parties.csv").write_text("id,name,kind\na.meyer,Anna Meyer,person\ndesk,Desk Meyer,team\n")
    (exports / "role_assignments.csv").write_text("party,role,service\na.meyer,service_owner,pay\n")
    (exports / "changes.csv").write_text(
        "id,service,requester,created_at\n"
        + "".join(f"C{n},pay,a.meyer,2026-05-{n:02}T08:00Z\n" for n in range(1, 10))
    )
    (exports / "approvals.csv").write_text(
        "id,object_kind,object,approver,decision,decided_at\n"
        + "".join(f"P{n},change,C{n},a.meyer,approved,2026-05-{n:02}T09:00Z\n" for n in range(1, 10))
    )
    folder = api.import_sources([exports], place / "audit").folder
    api.run(folder)
    return folder.path


@pytest.fixture
def folder(audited: Path, tmp_path: Path) -> AuditFolder:
    return AuditFolder(Path(shutil.copytree(audited, tmp_path / "audit")))


SEEN = {
    "No.": "E-001",
    "What it shows": "The requester approved",
    "Event on": date(2026, 5, 1),
    "Document of": date(2026, 5, 2),
    "Taken on": date(2026, 10, 20),
    "How obtained": "record examined",
    "Obtained by": "Ada",
    "Where": "Change tool",
    "Record": "P1",
    "Source file": "approvals.csv",
    "Source row": 1,
    "Verified by": "Ben",
    "Verified on": date(2026, 10, 21),
}
FOUND = {
    "No.": "F-001",
    "Statement": "Changes are approved by those who ask for them.",
    "Grade": "minor nonconformity",
    "Reason for the grade": "All were reversible",
    "Clause": "8.5.1.3",
    "Evidence": "E-001",
    "Deviating": 9,
    "Looked at": 9,
    "Service": "pay",
    "Written by": "Ada",
    "Graded by": "Ada",
    "Reviewed by": "Ben",
}


def _record(
    folder: AuditFolder, out: Path, rows: Mapping[str, Any], kind: str = "findings", by: str = "Ada"
) -> Recorded:
    (paper,) = api.paper(folder, kind, ["excel"])
    return api.record(folder, fill(paper, out / f"{kind}-{by}.xlsx", rows), by, AT)


def _finding(folder: AuditFolder, id: str = "F-001") -> Finding:
    return from_content(Finding, Journal(folder).current("finding")[id].content)


@pytest.mark.slow
def test_ten_findings_filled_in_by_hand_are_recorded_and_read_twice_add_nothing(
    folder: AuditFolder, tmp_path: Path
) -> None:
    ten = [
        {**FOUND, "No.": f"F-{n:03}", "Statement": f"Approval is weak, place {chr(96 + n)}."}
        for n in range(1, 11)
    ]
    brought = _record(folder, tmp_path, {"Findings": ten, "Evidence": [SEEN]})
    assert (brought.problems, len(brought.added)) == ((), 11)
    again = api.record(folder, tmp_path / "findings-Ada.xlsx", "Ada", "2026-12-01T08:00:00Z")
    assert (again.problems, again.added, again.known) == ((), (), 11)
    finding = _finding(folder, "F-010")
    assert finding.requirement is not None and finding.requirement.criteria == "iso20000-1:2018+amd1:2024"
    assert finding.requirement.text.startswith("Change activities")
    assert (finding.grade, finding.extent and finding.extent.found) == ("minor_nc", 9)


def test_evidence_of_a_source_carries_the_hash_of_that_source_and_its_three_dates(
    folder: AuditFolder, tmp_path: Path
) -> None:
    _record(folder, tmp_path, {"Findings": [], "Evidence": [SEEN]})
    kept = from_content(Evidence, Journal(folder).current("evidence")["E-001"].content)
    assert (kept.event_on, kept.document_on, kept.captured_at) == ("2026-05-01", "2026-05-02", "2026-10-20")
    assert len(str(kept.sha256)) == 64 and kept.is_verified and kept.obtained == "examined"


def test_a_bad_row_is_told_with_every_reason_and_the_others_go_on(
    folder: AuditFolder, tmp_path: Path
) -> None:
    bad = {
        **FOUND,
        "No.": "F-002",
        "Statement": "Anna Meyer should introduce an approval.",
        "Evidence": "E-009",
        "Clause": "6.6.1",
        "Reason for the grade": None,
        "Reviewed by": "ada",
    }
    brought = _record(folder, tmp_path, {"Findings": [bad, FOUND], "Evidence": [SEEN]})
    assert [entry.id for entry in brought.added] == ["E-001", "F-001"]
    assert [one.column for one in brought.problems] == [
        "Statement",
        "Statement",
        "Clause",
        "Evidence",
        "Evidence",
        "Reason for the grade",
        "Reviewed by",
    ]
    (row,) = {one.row for one in brought.problems}
    assert all(str(one).startswith(f"Findings, row {row}, ") for one in brought.problems)
    assert "6.6.1" in brought.problems[2].found


def test_a_cell_that_cannot_be_read_is_told_with_what_was_expected(
    folder: AuditFolder, tmp_path: Path
) -> None:
    bad = [{**FOUND, "Grade": "terrible"}, {**FOUND, "No.": "F-002", "Deviating": "many"}]
    brought = _record(folder, tmp_path, {"Findings": bad, "Evidence": [{**SEEN, "Event on": "someday"}]})
    told = {(one.sheet, one.column): one.expected for one in brought.problems}
    assert "minor nonconformity" in told["Findings", "Grade"]
    assert told["Findings", "Deviating"] == "a number"
    assert "2026-04-30" in told["Evidence", "Event on"]


def test_a_source_file_that_is_none_of_the_audit_is_refused(folder: AuditFolder, tmp_path: Path) -> None:
    brought = _record(
        folder, tmp_path, {"Findings": [], "Evidence": [{**SEEN, "Source file": "../../etc/passwd"}]}
    )
    assert [one.column for one in brought.problems] == ["Source file"] and brought.added == ()


def test_who_works_on_a_service_by_the_tables_or_by_the_plan_cannot_audit_it(
    folder: AuditFolder, tmp_path: Path
) -> None:
    plan = Plan(
        objectives=("x",),
        criteria=("iso20000-1:2018+amd1:2024",),
        method="iso19011:2026",
        period=None,
        team=(
            Member(name="Ada", role="lead_auditor"),
            Member(name="Anna Meyer", role="auditor"),
            Member(name="Ben", role="auditor", own_work=("pay",)),
        ),
    )
    entry = NewEntry(kind="plan", id="plan", by="Ada", at=AT, reason="plan", content=to_content(plan))
    Journal(folder).append([entry])
    own = [
        {**FOUND, "Graded by": "anna meyer", "Reviewed by": None},
        {**FOUND, "No.": "F-002", "Evidence": "E-001"},
    ]
    brought = _record(folder, tmp_path, {"Findings": own, "Evidence": [{**SEEN, "Verified by": "Ada"}]})
    told = sorted(one.found.split(",")[0] for one in brought.problems)
    assert told == ["Ben reviewed it", "anna meyer graded it"]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(folder: AuditFolder, tmp_path: Path) -> None:
    (paper,) = api.paper(folder, "findings", ["excel"])
    mine = fill(paper, tmp_path / "mine.xlsx", {"Findings": [FOUND], "Evidence": [SEEN]})
    theirs = fill(
        paper,
        tmp_path / "theirs.xlsx",
        {"Findings": [{**FOUND, "Statement": "Another one."}], "Evidence": [SEEN]},
    )
    api.record(folder, mine, "Ada", AT)
    brought = api.record(folder, theirs, "Ben", AT)
    assert [one.found for one in brought.problems] == [
        "F-001 was recorded by Ada after this workbook was written."
    ]
    assert _finding(folder).statement == FOUND["Statement"]
    corrected = fill(
        paper, tmp_path / "again.xlsx", {"Findings": [{**FOUND, "Dissent": "None"}], "Evidence": [SEEN]}
    )
    assert len(api.record(folder, corrected, "Ada", AT).added) == 1


def test_a_log_that_is_written_again_and_not_changed_adds_nothing(
    folder: AuditFolder, tmp_path: Path
) -> None:
    _record(folder, tmp_path, {"Findings": [FOUND], "Evidence": [SEEN]})
    api.add_evidence(
        folder,
        _text(tmp_path),
        {"shows": "Minutes", "event_on": "2026-05-04", "obtained": "observed", "place": "Hamburg"},
        "Ada",
        AT,
    )
    for language in ("en", "de"):
        (paper,) = api.paper(folder, "findings", ["excel"], language)
        brought = api.record(folder, paper, "Ada", AT)
        assert (brought.problems, brought.added, brought.known) == ((), (), 3)


def test_a_log_in_german_is_read_back_like_one_in_english(folder: AuditFolder, tmp_path: Path) -> None:
    told = words("de")
    (paper,) = api.paper(folder, "findings", ["excel"], "de")
    rows = {
        told("Findings"): [
            {told(name): told(value) if isinstance(value, str) else value for name, value in FOUND.items()}
        ],
        told("Evidence"): [
            {told(name): told(value) if isinstance(value, str) else value for name, value in SEEN.items()}
        ],
    }
    brought = api.record(folder, fill(paper, tmp_path / "de.xlsx", rows), "Ada", AT)
    assert (brought.problems, len(brought.added)) == ((), 2)
    assert _finding(folder).grade == "minor_nc"


def test_a_row_without_a_number_gets_the_next_one_and_is_one_finding_when_read_twice(
    folder: AuditFolder, tmp_path: Path
) -> None:
    rows = {"Findings": [{**FOUND, "No.": None}], "Evidence": [SEEN]}
    _record(folder, tmp_path, rows)
    api.record(folder, tmp_path / "findings-Ada.xlsx", "Ada", AT)
    assert list(Journal(folder).current("finding")) == ["F-001"]


def test_a_formula_in_a_statement_stays_text(folder: AuditFolder, tmp_path: Path) -> None:
    _record(
        folder,
        tmp_path,
        {"Findings": [{**FOUND, "Statement": "=cmd|' /C calc'!A0 is weak."}], "Evidence": [SEEN]},
    )
    (paper,) = api.paper(folder, "findings", ["excel"])
    with ZipFile(paper) as book:
        assert b"<f>" not in b"".join(book.read(name) for name in book.namelist() if "worksheets" in name)
    assert api.record(folder, paper, "Ada", AT).added == ()


def test_the_same_log_is_written_with_the_same_bytes(folder: AuditFolder) -> None:
    for kind, form in (("findings", "excel"), ("actions", "excel"), ("actions", "word")):
        (paper,) = api.paper(folder, kind, [form])
        first = paper.read_bytes()
        api.paper(folder, kind, [form])
        assert paper.read_bytes() == first


def test_a_lead_becomes_a_draft_without_a_grade_once(folder: AuditFolder) -> None:
    lead = next(iter(_leads(folder)))
    drafted = api.draft_finding(folder, lead, "Ada", AT)
    assert drafted.id == "F-001" and drafted.candidates and drafted.evidence
    finding = _finding(folder)
    assert finding.grade is None and finding.lead == lead
    kept = from_content(Evidence, Journal(folder).current("evidence")[drafted.evidence[0]].content)
    assert (
        not kept.is_verified and kept.event_on.startswith("2026-05") and kept.source_file == "approvals.csv"
    )
    with pytest.raises(WrongUse, match="F-001 came of this lead already"):
        api.draft_finding(folder, lead, "Ada", AT)
    with pytest.raises(WrongUse, match="Did you mean"):
        api.draft_finding(folder, lead[:-1], "Ada", AT)


def test_what_became_of_a_lead_is_recorded_with_reason_and_name(folder: AuditFolder, tmp_path: Path) -> None:
    lead = next(iter(_leads(folder)))
    api.dispose(folder, lead, "explained", "The class is approved beforehand", "Ada", AT)
    assert Journal(folder).current("disposition")[lead].content["outcome"] == "explained"
    with pytest.raises(FindingRefused, match="There is no reason"):
        api.dispose(folder, lead, "verified", " ", "Ada", AT)
    (paper,) = api.paper(folder, "findings", ["excel"])
    reasons = {row["Lead"]: row["Reason"] for row in rows_of(paper, "Leads")}
    assert reasons[lead] == "The class is approved beforehand"


def test_a_verified_lead_against_a_requirement_is_no_opportunity(folder: AuditFolder, tmp_path: Path) -> None:
    lead = next(iter(_leads(folder)))
    ofi = {
        **FOUND,
        "Grade": "opportunity for improvement",
        "Deviating": None,
        "Looked at": None,
        "Lead": lead,
    }
    leads = [{"Lead": lead, "What became of it": "verified", "Reason": "Seen", "Decided by": "Ada"}]
    brought = _record(folder, tmp_path, {"Findings": [ofi], "Evidence": [SEEN], "Leads": leads})
    assert [one.column for one in brought.problems] == ["Grade"]


def test_a_file_is_kept_as_evidence_and_a_changed_one_is_seen_in_the_next_finding(
    folder: AuditFolder, tmp_path: Path
) -> None:
    told = {"shows": "Minutes", "event_on": "2026-05-04", "obtained": "examined", "place": "Hamburg"}
    verified = {**told, "verified_by": "Ben", "verified_at": "2026-12-01"}
    kept = api.add_evidence(folder, _text(tmp_path), verified, "Ada", AT)
    place = folder.records / "evidence" / str(kept.sha256)
    assert place.read_text() == "minutes"
    place.chmod(0o644)
    place.write_text("Minutes")
    (paper,) = api.paper(folder, "findings", ["excel"])
    filled = fill(paper, tmp_path / "f.xlsx", {"Findings": [{**FOUND, "Evidence": kept.id}]})
    found = [one.found for one in api.record(folder, filled, "Ada", AT).problems]
    assert "no longer what was recorded" in found[0] and "without verified evidence" in found[1]


def test_evidence_that_cannot_stand_is_not_kept(folder: AuditFolder, tmp_path: Path) -> None:
    with pytest.raises(FindingRefused, match="date of the event"):
        api.add_evidence(
            folder,
            _text(tmp_path),
            {"shows": "x", "event_on": "x", "obtained": "examined", "place": "x"},
            "A",
            AT,
        )
    assert not (folder.records / "evidence").exists()


STEP = {"Finding": "F-001", "By": "Cleo", "On": date(2026, 6, 1)}
CHAIN = [
    {
        **STEP,
        "Step": "correction",
        "Number": "C1",
        "What was found, decided or done": "Approved again by others",
    },
    {**STEP, "Step": "extent", "What was found, decided or done": "Payments only"},
    {**STEP, "Step": "root cause", "What was found, decided or done": "The tool proposes the requester"},
    {
        **STEP,
        "Step": "corrective action",
        "Number": "A1",
        "What was found, decided or done": "The tool no longer does",
        "Accountable": "tool team",
        "Due on": date(2026, 7, 1),
    },
    {
        **STEP,
        "Step": "answer accepted",
        "By": "Ada",
        "What was found, decided or done": "The cause is removed by it",
    },
    {**STEP, "Step": "carried out", "Number": "C1", "What was found, decided or done": "Done"},
    {**STEP, "Step": "carried out", "Number": "A1", "What was found, decided or done": "Done"},
]
CHECK = {
    **STEP,
    "By": "Ada",
    "Step": "effectiveness checked",
    "Effective": "yes",
    "What was found, decided or done": "No self-approval since",
    "New cases": 28,
    "Repeats": 0,
    "Counted since": date(2026, 6, 2),
}
CLOSED = {**STEP, "By": "Ada", "Step": "closed", "What was found, decided or done": "It works"}


def test_a_finding_is_answered_followed_and_closed_on_paper(folder: AuditFolder, tmp_path: Path) -> None:
    _record(folder, tmp_path, {"Findings": [FOUND], "Evidence": [SEEN]})
    early = _record(folder, tmp_path, {"Steps": [*CHAIN, CHECK, CLOSED]}, "actions", "Ada")
    assert len(early.added) == 7
    assert [one.column for one in early.problems] == ["New cases", "Step"]
    assert "1 more cases" in str(early.problems[0])
    enough = {**CHECK, "New cases": 29}
    late = _record(folder, tmp_path, {"Steps": [*CHAIN, enough, CLOSED]}, "actions", "Ben")
    assert (late.problems, len(late.added), late.known) == ((), 2, 8)
    (paper,) = api.paper(folder, "actions", ["excel"])
    assert rows_of(paper, "Overview")[0]["Standing"] == "closed"
    unchanged = api.record(folder, paper, "Ada", AT)
    assert (unchanged.problems, unchanged.added) == ((), ())


def test_a_recorded_step_is_not_changed(folder: AuditFolder, tmp_path: Path) -> None:
    _record(folder, tmp_path, {"Findings": [FOUND], "Evidence": [SEEN]})
    _record(folder, tmp_path, {"Steps": CHAIN[:1]}, "actions")
    (paper,) = api.paper(folder, "actions", ["excel"])
    row = {**rows_of(paper, "Steps")[0], "What was found, decided or done": "Something else"}
    brought = api.record(folder, fill(paper, tmp_path / "x.xlsx", {"Steps": [row]}), "Ada", AT)
    assert brought.added == () and "says something else" in brought.problems[0].found


def test_the_nonconformity_report_is_answered_and_read_back(folder: AuditFolder, tmp_path: Path) -> None:
    _record(folder, tmp_path, {"Findings": [FOUND], "Evidence": [SEEN]})
    (paper,) = api.paper(folder, "nonconformity", ["excel"])
    asked = rows_of(paper, "Steps")
    assert [row["Step"] for row in asked[:4]] == ["correction", "extent", "root cause", "corrective action"]
    assert api.record(folder, paper, "Ada", AT).added == ()
    answer = [{**row, **STEP, "What was found, decided or done": "Told"} for row in asked[:4]]
    brought = api.record(folder, fill(paper, tmp_path / "nc.xlsx", {"Steps": answer}), "Ada", AT)
    assert (brought.problems, len(brought.added)) == ((), 4)


def test_the_nonconformity_report_in_word_holds_requirement_evidence_statement_and_grade(
    folder: AuditFolder, tmp_path: Path
) -> None:
    _record(folder, tmp_path, {"Findings": [{**FOUND, "Dissent": "<w:p>{{ x }}"}], "Evidence": [SEEN]})
    for language, grade in (("en", "minor nonconformity"), ("de", "untergeordnete Nichtkonformität")):
        (paper,) = api.paper(folder, "nonconformity", ["word"], language, {"finding": "F-001"})
        text = _word_text(paper)
        for part in (
            grade,
            "8.5.1.3",
            str(FOUND["Statement"]),
            "E-001",
            "2026-05-01",
            "2026-05-02",
            "<w:p>{{ x }}",
        ):
            assert part in text


def test_there_is_no_report_of_what_is_no_nonconformity(folder: AuditFolder, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no nonconformity is on record"):
        api.paper(folder, "nonconformity", ["word"])
    _record(folder, tmp_path, {"Findings": [FOUND], "Evidence": [SEEN]})
    with pytest.raises(WrongUse, match="F-002 is no nonconformity"):
        api.paper(folder, "nonconformity", ["word"], options={"finding": "F-002"})


def _leads(folder: AuditFolder) -> list[str]:
    from ringtrue.papers.findings.records import records_of

    return [
        id for id in records_of(folder, Journal(folder)).leads if id.startswith("substance.self-approval")
    ]


def _text(tmp_path: Path) -> Path:
    place = tmp_path / "minutes.txt"
    place.write_text("minutes")
    return place


def _word_text(paper: Path) -> str:
    from docx import Document

    document = Document(str(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])
