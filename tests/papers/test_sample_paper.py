"""The sheet of a sample: judged record by record, read back, and nothing taken that was not drawn."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.papers.filled_books import fill, rows_of

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.method.sampling.draw import commitment
from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.errors import WrongUse
from ringtrue.model.sample import PlannedLook, Population, Sample, SampleItem
from ringtrue.reports.language import words

AT = "2026-11-24T14:00:00Z"
SHOWS, SHEET = "What the record shows", "Sample"


def drawn(id: str = "S-001", n: int = 3, says: str = "pass") -> list[Any]:
    frozen = Population(
        subject="cases", filter="all of them", count=3, ids_sha256="a" * 64, frame_sha256="a" * 64
    )
    sample = Sample(
        id=id,
        state="drawn",
        method="attribute",
        confidence=0.95,
        tolerable=0.05,
        seed_sha256=commitment("demo"),
        seed_origin="given",
        seed="demo",
        committed_by="Ada",
        committed_at=AT,
        population=frozen,
        looks=(PlannedLook(n=n, acceptable=0),),
        drawn=n,
        drawn_by="Ada",
        drawn_at=AT,
    )
    places = range(1, n + 1)
    items = [
        SampleItem(
            sample=id,
            number=place,
            rank=place,
            item=f"INC00{place}",
            says=says,
            source_file="incident.csv",
            source_row=place,
        )
        for place in places
    ]
    return [sample, *items]


@pytest.fixture
def folder(tmp_path: Path) -> AuditFolder:
    (tmp_path / "audit.toml").write_text('[audit]\ntitle = "Northwind"\n', "utf-8")
    found = AuditFolder(tmp_path)
    put(found, drawn())
    return found


def put(folder: AuditFolder, records: list[Any], by: str = "Ada") -> None:
    kinds = {Sample: "sample", SampleItem: "sample_item"}
    Journal(folder).append(
        [
            NewEntry(kind=kinds[type(one)], id=one.id, by=by, at=AT, reason="draw", content=to_content(one))
            for one in records
        ]
    )


def paper(folder: AuditFolder, language: str = "en", **options: str) -> Path:
    return api.paper(folder, "sample", ["excel"], language, options)[0]


def filled(folder: AuditFolder, change: Callable[[list[dict[str, Any]]], None], language: str = "en") -> Path:
    written = paper(folder, language)
    sheet = words(language)(SHEET)
    rows = rows_of(written, sheet)
    change(rows)
    return fill(written, folder.path / "filled.xlsx", {sheet: rows})


def results(folder: AuditFolder) -> list[str]:
    return [str(entry.content["result"]) for entry in Journal(folder).current("sample_item").values()]


def judge(rows: list[dict[str, Any]]) -> None:
    rows[0] |= {SHOWS: "as it should be"}
    rows[1] |= {
        SHOWS: "deviation",
        "Note": "closed unsolved",
        "Evidence": "E-001; E-002",
        "Judged by": "Ben",
        "Judged on": date(2026, 11, 25),
    }
    rows[2] |= {SHOWS: "not produced"}


def test_every_record_has_its_row_with_its_source(folder: AuditFolder) -> None:
    rows = rows_of(paper(folder), SHEET)
    assert [(row["No."], row["Record"], row["Source file"], row["Source row"]) for row in rows] == [
        ("S-001/0001", "INC001", "incident.csv", 1),
        ("S-001/0002", "INC002", "incident.csv", 2),
        ("S-001/0003", "INC003", "incident.csv", 3),
    ]
    assert all(row[SHOWS] is None for row in rows)


def test_what_the_auditor_fills_in_stands_in_the_journal(folder: AuditFolder) -> None:
    brought = api.record(folder, filled(folder, judge), "Ada", AT)
    assert (len(brought.added), brought.problems) == (3, ())
    assert results(folder) == ["pass", "deviation", "not_produced"]
    second = Journal(folder).current("sample_item")["S-001/0002"].content
    assert (second["note"], second["evidence"], second["by"], second["at"]) == (
        "closed unsolved",
        ["E-001", "E-002"],
        "Ben",
        "2026-11-25",
    )
    done = api.evaluate_sample(folder, ["S-001"])
    assert (done.outcome, done.deviations, done.not_produced) == ("not_below", 2, 1)


def test_reading_a_sheet_twice_adds_nothing(folder: AuditFolder) -> None:
    sheet = filled(folder, judge)
    api.record(folder, sheet, "Ada", AT)
    again = api.record(folder, sheet, "Ada", "2026-12-01T00:00:00Z")
    assert (again.added, again.known, again.problems) == ((), 3, ())


def test_a_row_left_empty_stays_open(folder: AuditFolder) -> None:
    brought = api.record(folder, filled(folder, lambda rows: rows[0].update({SHOWS: "deviation"})), "Ada", AT)
    assert len(brought.added) == 1
    assert results(folder) == ["deviation", "open", "open"]


def test_a_german_sheet_is_read_back_the_same(folder: AuditFolder) -> None:
    told = words("de")
    shows = told(SHOWS)
    assert shows != SHOWS

    def in_german(rows: list[dict[str, Any]]) -> None:
        for row, result in zip(rows, ("as it should be", "deviation", "not produced"), strict=True):
            row[shows] = told(result)

    assert api.record(folder, filled(folder, in_german, "de"), "Ada", AT).problems == ()
    assert results(folder) == ["pass", "deviation", "not_produced"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            lambda rows: rows[0].update({SHOWS: "fine, I think"}),
            'What the record shows: "fine, I think". Expected one of',
        ),
        (
            lambda rows: rows[0].update({"No.": "S-001/0009"}),
            'No.: "S-001/0009". Expected a record that was drawn',
        ),
        (
            lambda rows: rows[0].update({"Record": "INC777", SHOWS: "as it should be"}),
            'Record: "INC777". Expected INC001',
        ),
        (lambda rows: rows[0].update({"No.": "S-001/0002", "Record": "INC002"}), "Expected one row a record"),
        (
            lambda rows: rows[0].update({"Note": "seen"}),
            "What the record shows: nothing. Expected a result beside a note",
        ),
        (lambda rows: rows[0].update({"Judged on": "some day", SHOWS: "deviation"}), "Expected a day"),
    ],
)
def test_what_cannot_be_taken_is_named_and_the_rest_goes_on(
    folder: AuditFolder, change: Callable[[list[dict[str, Any]]], None], told: str
) -> None:
    def wrong(rows: list[dict[str, Any]]) -> None:
        rows[2][SHOWS] = "as it should be"
        change(rows)

    brought = api.record(folder, filled(folder, wrong), "Ada", AT)
    (problem,) = brought.problems
    assert told in str(problem)
    assert [entry.id for entry in brought.added] == ["S-001/0003"]


def test_a_result_is_changed_but_not_taken_back_to_open(folder: AuditFolder) -> None:
    api.record(folder, filled(folder, judge), "Ada", AT)
    brought = api.record(
        folder, filled(folder, lambda rows: rows[0].update({SHOWS: None, "Judged by": None})), "Ada", AT
    )
    assert "Expected the result that was recorded" in str(brought.problems[0])
    api.record(folder, filled(folder, lambda rows: rows[0].update({SHOWS: "deviation"})), "Ada", AT)
    assert results(folder)[0] == "deviation"
    assert len(Journal(folder).history("sample_item", "S-001/0001")) == 3


def test_a_sheet_older_than_somebody_elses_result_is_refused(folder: AuditFolder) -> None:
    old = filled(folder, lambda rows: rows[0].update({SHOWS: "as it should be"}))
    newer = drawn()[1]
    put(folder, [SampleItem(**{**vars(newer), "result": "deviation", "by": "Ben"})], by="Ben")
    brought = api.record(folder, old, "Ada", AT)
    assert brought.added == ()
    assert "was recorded by Ben meanwhile" in str(brought.problems[0])


def test_open_samples_are_written_and_one_may_be_chosen(folder: AuditFolder) -> None:
    put(folder, drawn("S-002", 2))
    assert len(rows_of(paper(folder), SHEET)) == 5
    assert len(rows_of(paper(folder, sample="S-002"), SHEET)) == 2
    api.record(
        folder,
        filled(folder, lambda rows: [row.update({SHOWS: "deviation"}) for row in rows[:3]] and None),
        "Ada",
        AT,
    )
    assert [row["No."] for row in rows_of(paper(folder), SHEET)] == ["S-002/0001", "S-002/0002"]


def test_a_sample_that_was_not_drawn_is_refused(folder: AuditFolder, tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="There are: S-001"):
        paper(folder, sample="S-009")
    empty = AuditFolder(tmp_path / "empty")
    empty.path.mkdir()
    with pytest.raises(WrongUse, match="No sample was drawn yet"):
        paper(empty)


def test_a_formula_in_the_data_stays_text(tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text('[audit]\ntitle = "=1+1"\n', "utf-8")
    folder = AuditFolder(tmp_path)
    put(folder, drawn(says="=HYPERLINK(0)"))
    with zipfile.ZipFile(paper(folder)) as packed:
        sheets = "".join(packed.read(name).decode() for name in packed.namelist() if "worksheets/" in name)
    assert "<f>" not in sheets


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_same_sample_gives_the_same_bytes(folder: AuditFolder, language: str) -> None:
    first = [path.read_bytes() for path in api.paper(folder, "sample", (), language)]
    assert len(first) == 2
    assert [path.read_bytes() for path in api.paper(folder, "sample", (), language)] == first


def test_the_document_tells_plan_draw_and_what_follows(folder: AuditFolder) -> None:
    from docx import Document

    api.record(folder, filled(folder, judge), "Ada", AT)
    (written,) = api.paper(folder, "sample", ["word"])
    document = Document(str(written))
    text = "\n".join(one.text for one in document.paragraphs)
    assert "its fingerprint, the SHA-256" in text
    assert "is not shown" in text
    assert any("INC002" in cell.text for table in document.tables for row in table.rows for cell in row.cells)
