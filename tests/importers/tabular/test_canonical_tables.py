"""Files and sheets that are named and laid out as canonical tables are taken as they are."""

import gzip
import io
from pathlib import Path

import xlsxwriter

from ringtrue.importers.tabular.importer import IMPORTER
from ringtrue.model.source import ReadSettings, SourceFile
from tests.importers.tabular.conftest import Reader, columns


def test_a_canonical_file_needs_no_mapping(read: Reader) -> None:
    result = read("id,title,opened_at\nC1,Printer,2024-01-01T08:00Z\n", "cases.csv")
    assert columns(result, "cases") == {"id": "id", "title": "title", "opened_at": "opened_at"}
    assert (result.mapping.content["identity"], result.assumptions) == (True, ())


def test_it_may_be_packed_lie_in_a_folder_and_be_written_otherwise(read: Reader) -> None:
    result = read(gzip.compress(b"ID,Held at,Kind\nR1,2024-01-01,service_review\n"), "2024/Reviews.csv.gz")
    assert columns(result, "reviews") == {"id": "ID", "kind": "Kind", "held_at": "Held at"}


def test_each_sheet_named_after_a_table_is_that_table(read: Reader) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("cases").write_column(0, 0, ["id", "C1"])
        sheet = book.add_worksheet("Case events")
        sheet.write_row(0, 0, ["case", "at"])
        sheet.write_row(1, 0, ["C1", "2024-01-01T08:00Z"])
        book.add_worksheet("Notes").write(0, 0, 5)
    result = read(out.getvalue(), "audit.xlsx")
    assert [(part["name"], part["from"]) for part in result.mapping.content["table"]] == [
        ("cases", "cases"),
        ("case_events", "Case events"),
    ]


def test_a_column_that_is_not_known_is_left_out_with_a_near_miss(read: Reader) -> None:
    result = read("id,title,opend_at,colour\nC1,Printer,2024-01-01,red\n", "cases.csv")
    assert result.assumptions == (
        'column "opend_at" of cases is not known and was left out (did you mean "opened_at"?)',
        'column "colour" of cases is not known and was left out',
    )


def test_the_columns_that_ringtrue_itself_adds_are_no_surprise(read: Reader) -> None:
    assert read("id,title,source_file,source_row\nC1,Printer,old.csv,7\n", "cases.csv").assumptions == ()


def test_a_table_without_an_id_is_canonical_as_rows_have_numbers(read: Reader) -> None:
    assert read("kind,held_at\nservice_review,2024-01-01\n", "reviews.csv").mapping.content["identity"]


def test_dates_of_a_canonical_table_that_are_not_iso_are_told_too(read: Reader) -> None:
    result = read("id,title,opened_at\nC1,Printer,31.01.2024\n", "cases.csv")
    assert result.mapping.content["read"] == {"date_order": "dmy"}


def test_a_canonical_name_over_other_columns_is_no_identity(read: Reader) -> None:
    result = read(
        "Number,Short description,Opened,Priority\nINC1,Printer,2024-01-01 08:00,1\nINC2,Mail,2024-01-02 08:00,2\n",
        "cases.csv",
    )
    assert columns(result, "cases")["id"] == "Number"
    assert "identity" not in result.mapping.content


def test_it_is_as_good_as_certain_of_canonical_tables_modest_with_others_and_last_with_the_rest(
    tmp_path: Path,
) -> None:
    def sure(name: str, content: bytes) -> float:
        (tmp_path / name).write_bytes(content)
        return IMPORTER.recognises(
            SourceFile(path=tmp_path / name, name=name), tmp_path / "work", ReadSettings()
        ).sure

    canonical, other, rest = (
        sure("needs.csv", b"id,statement\nN1,x\n"),
        sure("a.csv", b"Number,x\n1,2\n"),
        sure("b.csv", b"<html>"),
    )
    assert 1.0 > canonical > 0.9 > other > rest > 0
