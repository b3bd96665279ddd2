"""The gap analysis of a small organisation: levels, papers, the evidence pack, and references that do not count."""

import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from docx import Document
from tests.cli.process import ringtrue
from tests.papers.filled_books import rows_of
from tests.reports.page import Page

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder, sha256
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.seal.make import seal
from ringtrue.engine.seal.verify import verify
from ringtrue.model.entry import NewEntry
from ringtrue.model.errors import WrongUse
from ringtrue.papers.gap.pack import Piece, write_pack
from ringtrue.papers.gap.write import GapWritten

ISO = "iso20000-1:2018+amd1:2024"
AUDIT = f"""[audit]
title = "Small"
criteria = ["{ISO}", "house.yaml", "fitsm1:3"]
"""
HOUSE = """id: house
title: House rules
clauses:
  - {id: R-1, title: Outages are told, serves: ["7.4"], shown_by: [outages exclusion_announced_at]}
  - {id: R-2, title: =HYPERLINK("http://evil.example"), text: "<script>alert(1)</script> {{ 7*7 }}"}
"""
DOCUMENTS = """id,title,clauses,status
D1,Levels,6.1 Service level management;8.3.3,in force
D2,Old policy,4.1.2,in force
D3,Gone,8.6.1,withdrawn
D4,Papers,7.5; A.5.1,in force
"""
CONTROLS = """id,statement,clause
C1,Review levels,8.3.3
C2,Never,8.2.5
"""
CONTROL_RECORDS = """id,control,performed_at
R1,C1,2026-04-01T08:00Z
R2,C1,2026-05-01T08:00Z
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> AuditFolder:
    given = tmp_path_factory.mktemp("given")
    files = {
        "audit.toml": AUDIT,
        "house.yaml": HOUSE,
        "documents.csv": DOCUMENTS,
        "controls.csv": CONTROLS,
        "control_records.csv": CONTROL_RECORDS,
        "context_events.csv": "id,kind,at\nE1,law,2026-03-01T00:00Z\n",
    }
    for name, text in files.items():
        (given / name).write_text(text, "utf-8")
    return api.import_sources([given], tmp_path_factory.mktemp("audit") / "audit").folder


@pytest.fixture(scope="module")
def written(folder: AuditFolder) -> GapWritten:
    return api.gap(folder)


def levels(written: GapWritten, criteria: str = ISO) -> dict[str, str]:
    return {one.clause.id: one.level for one in written.gap.clauses if one.criteria == criteria}


def test_own_criteria_beside_the_audit_file_come_with_it_and_are_no_source(folder: AuditFolder) -> None:
    assert (folder.path / "house.yaml").read_text("utf-8") == HOUSE
    assert not (folder.sources / "house.yaml").exists()


@pytest.mark.slow
def test_a_clause_stands_on_the_level_of_what_was_given(written: GapWritten) -> None:
    found = levels(written)
    assert found["8.3.3"] == "done"
    assert found["8.2.5"] == "described"
    assert found["4.1"] == "done"
    assert found["9.3"] == "nothing"


def test_a_document_counts_for_the_clauses_below_the_one_it_names_and_a_withdrawn_one_for_none(
    written: GapWritten,
) -> None:
    seen = {one.clause.id: one.seen for one in written.gap.clauses if one.criteria == ISO}
    assert [seen[id].documents for id in ("7.5.1", "7.5.4", "8.3.3", "8.6.1")] == [
        ("D4",),
        ("D4",),
        ("D1",),
        (),
    ]
    assert (seen["8.3.3"].controls, seen["8.3.3"].control_records) == (("C1",), 2)


def test_numbers_of_2011_count_for_nothing_and_are_told(written: GapWritten) -> None:
    told = {(one.kind, one.id, one.text) for one in written.gap.refused}
    assert told == {("document", "D1", "6.1 Service level management"), ("document", "D2", "4.1.2")}
    assert all("withdrawn" in one.reason for one in written.gap.refused)
    assert levels(written)["6.1"] == "nothing"


def test_numbers_of_2011_are_load_issues_of_the_import(folder: AuditFolder) -> None:
    import duckdb

    rows = duckdb.sql(
        f"""select file, row, "table", "column", value, expected, outcome
        from '{folder.tables / "load_issues.parquet"}' where kind = 'withdrawn_edition' order by row"""
    ).fetchall()
    assert [row[:5] for row in rows] == [
        ("documents.csv", 1, "documents", "clauses", "6.1 Service level management"),
        ("documents.csv", 2, "documents", "clauses", "4.1.2"),
    ]
    assert rows[0][5] == "8.3.3; 6.1 is of ISO/IEC 20000-1:2011, which was withdrawn"
    assert {row[6] for row in rows} == {"loaded"}


def test_the_results_say_standard_edition_and_amendment_and_the_method(written: GapWritten) -> None:
    audit = written.gap.results.audit
    assert [(one.id, one.edition, one.amendment) for one in audit.editions] == [
        (ISO, "2018", "Amd 1:2024"),
        ("house", "", ""),
        ("fitsm1:3", "3", ""),
    ]
    assert audit.method is not None
    assert audit.method.id == "iso19011:2026"
    assert Counter(one.criteria for one in written.gap.results.clauses) == {
        ISO: 57,
        "house": 2,
        "fitsm1:3": 82,
    }


def test_the_workbook_and_the_document_tell_the_same_numbers(written: GapWritten) -> None:
    book = rows_of(written.workbook, "Clauses")
    told = {(row["Criteria"], str(row["Clause"])): row["Level"] for row in book}
    assert len(told) == 57 + 2 + 82
    assert told[("ISO/IEC 20000-1:2018 with Amd 1:2024", "8.3.3")] == "Done"
    counted = Counter(levels(written).values())
    sentence = (
        f"{counted['checked']} are done and checked, {counted['done']} done, {counted['described']} only described; "
        f"of {counted['nothing']} nothing was seen."
    )
    assert sentence in text_of(written.document)
    rows = {row["Level"]: row["Clauses"] for row in rows_of(written.workbook, "Overview 1")}
    assert rows["Nothing seen"] == counted["nothing"]


def test_the_plan_has_a_line_to_fill_in_for_every_clause_that_is_not_checked(written: GapWritten) -> None:
    rows = rows_of(written.workbook, "Plan")
    open_ones = [one for one in written.gap.clauses if one.level != "checked"]
    assert len(rows) == len(open_ones) == len(written.gap.plan)
    assert {row["State"] for row in rows} == {"open"}
    assert {row["Owner"] for row in rows} == {None}


def test_text_from_outside_is_only_text(written: GapWritten) -> None:
    text = text_of(written.document)
    assert '=HYPERLINK("http://evil.example")' in text
    with zipfile.ZipFile(written.workbook) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if "sheet" in name)
    assert b"<f>" not in sheets
    assert any("{{ 7*7 }}" in str(row["Requirement"]) for row in rows_of(written.workbook, "Clauses"))


def test_the_licence_of_fitsm_is_shown_where_its_text_is(written: GapWritten) -> None:
    assert "CC BY 4.0" in text_of(written.document)
    with zipfile.ZipFile(written.workbook) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name)
    assert b"CC BY 4.0" in sheets


def test_the_pack_is_a_page_of_links_that_lead_to_the_files_and_hashes_that_hold(
    folder: AuditFolder, written: GapWritten
) -> None:
    linked = links_of(written.pack / "index.html")
    sources = {path.name for path in linked["8.3.3"] if path.parent == folder.sources.resolve()}
    assert sources == {"control_records.csv", "controls.csv", "documents.csv"}
    assert all(path.is_file() for paths in linked.values() for path in paths)
    checked = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=written.pack, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    assert "../../sources/controls.csv: OK" in checked.stdout
    rows = [row for row in rows_of(written.workbook, "Evidence") if row["Clause"] == "8.3.3"]
    assert {row["File"] for row in rows} >= {"sources/controls.csv", "sources/documents.csv"}


def test_the_pack_holds_no_link_of_the_disk_so_it_can_be_zipped_sealed_and_read_on_windows(
    written: GapWritten,
) -> None:
    assert {path.name for path in written.pack.rglob("*")} == {"index.html", "SHA256SUMS"}
    assert not any(path.is_symlink() for path in written.pack.rglob("*"))


def test_after_a_gap_analysis_the_audit_is_sealed_and_the_seal_holds(
    folder: AuditFolder, written: GapWritten, tmp_path: Path
) -> None:
    copied = shutil.copytree(folder.path, tmp_path / "audit")
    assert (copied / "papers/gap-evidence/index.html").is_file()
    seal(AuditFolder(copied), tmp_path / "ada", "2026-11-24T14:00:00Z", rendered=True)
    found = verify(copied)
    assert (found.whole, found.differences) == (True, ())
    (copied / "papers/gap-evidence/index.html").write_text("other", "utf-8")
    assert [one.path for one in verify(copied).differences] == ["papers/gap-evidence/index.html"]


@pytest.mark.parametrize(
    "name", ["a\\b.csv", "two\nlines.csv", "ü b#c?d%20.csv", '"><script>alert(1)</script>.csv']
)
def test_a_source_of_any_name_is_linked_and_its_hash_is_checked(
    folder: AuditFolder, written: GapWritten, tmp_path: Path, name: str
) -> None:
    audit = AuditFolder(tmp_path / "audit")
    inside = audit.sources / name
    inside.parent.mkdir(parents=True)
    inside.write_bytes(b"given")
    piece = Piece(criteria=ISO, clause="8.3.3", what="source", path=f"sources/{name}", sha256=sha256(inside))
    write_pack(audit, written.gap, (piece,), audit.papers / "pack", "en")
    assert links_of(audit.papers / "pack/index.html") == {"8.3.3": [inside.resolve()]}
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=audit.papers / "pack", check=False)
    assert checked.returncode == 0
    assert "<script>" not in (audit.papers / "pack/index.html").read_text("utf-8")


def test_the_same_audit_gives_the_same_bytes(folder: AuditFolder, written: GapWritten) -> None:
    before = [path.read_bytes() for path in (written.workbook, written.document)]
    again = api.gap(folder)
    assert [path.read_bytes() for path in (again.workbook, again.document)] == before


@pytest.mark.slow
def test_german_leaves_no_english_in_the_fixed_words(folder: AuditFolder, written: GapWritten) -> None:
    german = api.gap(folder, "de")
    assert german.document.name == "gap.de.docx"
    text = text_of(german.document)
    assert "Von 57 Abschnitten aus ISO/IEC 20000-1:2018 mit Amd 1:2024" in text
    english = re.findall(r"\b(?:the|with|rows|claims|clause|Show|Give|Put|nothing)\b", _without_data(text))
    assert english == []


def test_a_finding_with_evidence_brings_it_into_the_pack(folder: AuditFolder) -> None:
    digest = hashlib.sha256(b"seen").hexdigest()
    place = folder.records / "evidence" / digest
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"seen")
    entry = {"by": "ada", "at": "2026-11-24T14:00:00Z", "reason": "seen"}
    hostile = {"sha256": "../../audit.toml"}
    Journal(folder).append(
        [
            NewEntry(kind="evidence", id="E1", content={"sha256": digest}, **entry),
            NewEntry(kind="evidence", id="E2", content=hostile, **entry),
            NewEntry(
                kind="finding",
                id="F1",
                content={
                    "id": "F1",
                    "statement": "Targets are agreed with each customer.",
                    "written_by": "ada",
                    "grade": "conforming",
                    "clauses": ["8.3.3"],
                    "evidence": ["E1", "E2"],
                },
                **entry,
            ),
        ]
    )
    found = api.gap(folder)
    assert levels(found)["8.3.3"] == "checked"
    assert place.resolve() in links_of(found.pack / "index.html")["8.3.3"]
    assert "audit.toml" not in (found.pack / "SHA256SUMS").read_text("utf-8")


def test_an_audit_of_which_nothing_was_imported_and_a_language_that_is_not_there_are_refused(
    folder: AuditFolder, tmp_path: Path
) -> None:
    with pytest.raises(WrongUse, match="nothing was imported"):
        api.gap(AuditFolder(tmp_path))
    with pytest.raises(WrongUse, match="fr"):
        api.gap(folder, "fr")


def test_the_command_tells_people_and_machines(folder: AuditFolder) -> None:
    told = ringtrue("gap", folder.path)
    assert told.returncode == 0, told.stderr
    assert "Of 57 clauses of ISO/IEC 20000-1:2018 with Amd 1:2024" in told.stdout
    assert "Does not count: document D1" in told.stdout
    content = json.loads(ringtrue("gap", folder.path, "--json").stdout)
    assert content["schema"] == "ringtrue/gap/1"
    assert {one["level"] for one in content["clauses"]} <= set(content["levels"])
    assert [one["place"] for one in content["plan"]] == list(range(1, len(content["plan"]) + 1))


def links_of(page: Path) -> dict[str, list[Path]]:
    """The files to which the pack's page links, by clause."""
    found: dict[str, list[Path]] = defaultdict(list)
    clause = ""
    for element in Page(page.read_text("utf-8")).elements:
        if element.tag == "th" and element.attributes["scope"] == "row":
            clause = element.text.split()[0]
        elif element.tag == "a":
            found[clause].append((page.parent / unquote(element.attributes["href"])).resolve())
    return dict(found)


def text_of(file: Path) -> str:
    return "\n".join(_texts(file))


def _texts(file: Path) -> Iterator[str]:
    document = Document(str(file))
    yield from (line.text for line in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            yield from (cell.text for cell in row.cells)


def _without_data(text: str) -> str:
    """The text without what is data, or quoted, or told in the words of procedures."""
    kept = [
        line
        for line in text.splitlines()
        if not any(mark in line for mark in ("CC BY", "HYPERLINK", "Zu übergeben", "Outages are told"))
    ]
    return "\n".join(kept)
