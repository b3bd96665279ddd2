"""A row of a workbook with several sheets is named with its sheet, wherever it is named."""

from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.papers.requested import filled, grids, imported

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import read_about
from ringtrue.engine.records.evidence_store import EvidenceStore
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.running.last_run import last_run
from ringtrue.model.entry import from_content
from ringtrue.model.evidence import Evidence

SIGNED = api.Signed(by="Ada", at="2026-11-24T14:00:00Z")
CLAIM = "substance.self-approval"
MOMENT = datetime(2026, 5, 1, 8)


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> AuditFolder:
    """Two changes, the second approved by the one who asked for it; a service with a word that is on no list."""
    place = tmp_path_factory.mktemp("places")
    rows: dict[str, list[dict[str, Any]]] = {
        "services": [{"id": "S1", "name": "Payroll", "criticality": "very"}],
        "changes": [
            {"id": "C1", "service": "S1", "requester": "ana", "implementer": "ben", "created_at": MOMENT},
            {"id": "C2", "service": "S1", "requester": "cleo", "implementer": "ben", "created_at": MOMENT},
        ],
        "approvals": [
            {"id": id, "object_kind": "change", "object": change, "approver": "cleo", "decided_at": MOMENT}
            for id, change in (("A1", "C1"), ("A2", "C2"))
        ],
    }
    folder = imported(filled(place / "request.xlsx", rows), place / "audit")
    api.run(folder)
    return folder


@pytest.mark.slow
def test_the_tables_name_file_sheet_and_row(audit: AuditFolder) -> None:
    assert places(audit.tables / "services.parquet") == [
        ("request.xlsx#Services", row_of(audit, "Services", "S1"))
    ]
    assert [file for file, _ in places(audit.tables / "approvals.parquet")] == ["request.xlsx#Approvals"] * 2


def test_a_load_issue_names_the_sheet_and_is_counted_for_its_file(audit: AuditFolder) -> None:
    found = api.load_issues(audit, file="request.xlsx")
    assert [(one.file, one.column) for one in found.issues] == [("request.xlsx#Services", "criticality")]
    (source,) = read_about(audit.tables)["sources"]
    assert (source["file"], source["issues"]) == ("request.xlsx", 1)
    assert source["rows"] == source["loaded"] + source["rejected"] == 5


def test_judged_rows_and_the_records_behind_a_lead_name_the_sheet(audit: AuditFolder) -> None:
    run = last_run(audit)
    assert run is not None
    assert {file for file, _ in places(run / "judged" / f"{CLAIM}.parquet")} == {"request.xlsx#Approvals"}
    assert places(run / "leads.parquet", f"where starts_with(lead, '{CLAIM}')") == [
        ("request.xlsx#Approvals", row_of(audit, "Approvals", "A2"))
    ]


def test_evidence_from_a_sheet_rests_on_the_hash_of_its_file(audit: AuditFolder) -> None:
    results, _ = api.run(audit)
    (lead,) = [lead.id for one in results.procedures if one.id == CLAIM for lead in one.leads]
    api.draft_finding(audit, lead, "Ada", SIGNED.at)
    (entry,) = Journal(audit).current("evidence").values()
    kept = from_content(Evidence, entry.content)
    assert (kept.source_file, kept.source_row) == (
        "request.xlsx#Approvals",
        row_of(audit, "Approvals", "A2"),
    )
    assert kept.place == "sources/request.xlsx#Approvals"
    assert kept.sha256 and EvidenceStore(audit).fault(kept) is None


def test_a_sample_names_the_sheet_of_each_record(audit: AuditFolder) -> None:
    drawn = api.sample(audit, api.AskedSample(subject=CLAIM, wish=api.SampleWish(method="judgement")), SIGNED)
    assert {item.source_file for item in drawn.items} == {"request.xlsx#Approvals"}


def test_reports_link_to_the_file_and_name_the_sheet(audit: AuditFolder) -> None:
    results, place = api.run(audit)
    written = {path.suffix: path for path in api.reports(audit, results, place, ["html", "oscal"])}
    assert "request.xlsx#Approvals" in written[".html"].read_text("utf-8")
    oscal = written[".json"].read_text("utf-8")
    assert "sources/request.xlsx%23" not in oscal and "sources/request.xlsx" in oscal
    assert "its load issues are not those of this run" not in written[".html"].read_text("utf-8")


def test_the_evidence_pack_holds_the_file_once(audit: AuditFolder) -> None:
    gap = api.gap(audit)
    lines = (gap.pack / "SHA256SUMS").read_text("utf-8").splitlines()
    assert [line for line in lines if "sources/" in line and line.endswith("sources/request.xlsx")]
    assert not [line for line in lines if "#" in line]


def test_the_log_of_findings_takes_the_place_as_it_is_written_everywhere(
    audit: AuditFolder, tmp_path: Path
) -> None:
    (paper,) = api.paper(audit, "findings", ["excel"])
    assert api.record(audit, paper, "Ada", SIGNED.at).problems == ()


def row_of(audit: AuditFolder, sheet: str, id: str) -> int:
    """The row of a record as the spreadsheet shows it."""
    grid = grids(audit.sources / "request.xlsx")[sheet]
    (found,) = [number for number, cells in enumerate(grid, 1) if id in cells]
    return found


def places(file: Path, where: str = "") -> list[tuple[str, int]]:
    rows = duckdb.execute(f"select source_file, source_row from '{file}' {where} order by all").fetchall()
    return [(str(name), int(row)) for name, row in rows]
