"""The records behind a lead as a file for a spreadsheet."""

import csv
from pathlib import Path

import pytest

from ringtrue.reports.names import rows_file
from ringtrue.reports.rows import neutral, write_rows
from ringtrue.reports.working_papers import RunFolder
from tests.reports import invented

LEAD = "value.watermelon-gap/payroll"


def rows_of(folder: Path, lead: str) -> list[list[str]]:
    run = invented.results()
    write_rows(run, RunFolder(invented.write_run(folder)), folder / "reports")
    file = folder / "reports" / rows_file(run.run, lead)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(file.open(encoding="utf-8-sig", newline="")))


def test_every_record_of_a_lead_stands_in_its_file_with_source_and_row(tmp_path: Path) -> None:
    head, *rows = rows_of(tmp_path, LEAD)
    assert head == [
        "item_kind",
        "item",
        "service",
        "reason",
        "score",
        "answered_at",
        "comment",
        "source_file",
        "source_row",
    ]
    assert len(rows) == 27
    assert rows[1] == [
        "survey_response", "SR00048", "payroll", "not content", "2", "2026-07-14 09:12:00",
        "Closed, but the run failed again.", "survey.xlsx", "48",
    ]  # fmt: skip


def test_a_formula_in_the_data_is_text_in_the_file(tmp_path: Path) -> None:
    comment = rows_of(tmp_path, LEAD)[1][6]
    assert comment.startswith("'=cmd|")
    assert len(comment) > 16_000


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", "\n=1", "  =1", "\ufeff=1"])
def test_what_a_spreadsheet_would_calculate_begins_with_an_apostrophe(text: str) -> None:
    assert neutral(text) == f"'{text}"


def test_numbers_truth_and_nothing_stay_what_they_are() -> None:
    assert [neutral(value) for value in (-1.5, True, None, "a-b")] == ["-1.5", "true", "", "a-b"]


def test_every_lead_with_records_has_a_file_and_no_part_is_left(tmp_path: Path) -> None:
    run = invented.results()
    written = write_rows(run, RunFolder(invented.write_run(tmp_path)), tmp_path / "reports")
    assert len(written) == sum(len(one.leads) for one in run.procedures)
    assert [file for file in (tmp_path / "reports").rglob("*") if file.is_file()] != []
    assert not list((tmp_path / "reports").rglob("*.part"))
