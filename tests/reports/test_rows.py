"""The records behind a lead as a file for a spreadsheet."""

import csv
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from ringtrue.reports.names import rows_file
from ringtrue.reports.rows import neutral, write_rows
from ringtrue.reports.sections.records import records
from ringtrue.reports.working_papers import Record, RunFolder
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
    place = RunFolder(invented.write_run(tmp_path))
    written = write_rows(run, place, tmp_path / "reports")
    of_leads = [lead.id for one in run.procedures for lead in one.leads]
    of_claims = [one.id for one in run.procedures if one.deviations and place.holds(one.judged_table)]
    expected = {tmp_path / "reports" / rows_file(run.run, name) for name in (*of_leads, *of_claims)}
    assert set(written) == expected
    assert len(written) == len(of_leads) + len(of_claims)
    assert [file for file in (tmp_path / "reports").rglob("*") if file.is_file()] != []
    assert not list((tmp_path / "reports").rglob("*.part"))


def test_the_deviating_items_of_a_claim_without_a_lead_have_their_file_too(tmp_path: Path) -> None:
    run = invented.results()
    place = invented.write_run(tmp_path)
    quiet = next(one for one in run.procedures if not one.leads)
    told = replace(quiet, deviations=1, judged_table=f"judged/{quiet.id}.parquet")
    with duckdb.connect() as database:
        (place / "judged").mkdir(exist_ok=True)
        items = "values ('case', 'I1', 'pass', '', 'a.csv', 1), ('case', '=I2', 'deviation', 'came back', 'a.csv', 2)"
        columns = "item_kind, item, verdict, reason, source_file, source_row"
        database.execute(
            f"copy (select * from ({items}) as t({columns})) to '{place}/judged/{quiet.id}.parquet'"
        )
    write_rows(replace(run, procedures=(told,)), RunFolder(place), tmp_path / "reports")
    file = tmp_path / "reports" / rows_file(run.run, quiet.id)
    assert list(csv.reader(file.open(encoding="utf-8-sig", newline=""))) == [
        ["item_kind", "item", "reason", "source_file", "source_row"],
        ["case", "'=I2", "came back", "a.csv", "2"],
    ]


def test_of_more_rows_than_a_spreadsheet_opens_the_first_are_written_and_the_last_line_says_where_all_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ringtrue.reports.rows.MOST_ROWS", 20)
    _, *rows, last = rows_of(tmp_path, LEAD)
    assert len(rows) == 20
    assert last == [
        f"Only the first 20 rows are here. All are in runs/{invented.results().run}/leads.parquet."
    ]


def test_a_value_that_is_a_number_stands_in_a_column_of_numbers_and_one_that_looks_so_does_not() -> None:
    one = Record(
        lead="l",
        item_kind="case",
        item="INC1",
        service=None,
        reason="",
        source_file="a.csv",
        source_row=2,
        shown={"target": 1440, "note": "1,440", "late": True},
    )
    made = records(replace(invented.PING_PONG.leads[0], records=1), [one], 1, "")
    assert made.first is not None
    assert [column.number for column in made.first.columns] == [False, False, True, False, False, False, True]
    assert [cell.text for cell in made.first.rows[0]][2:4] == ["1,440", "1,440"]
