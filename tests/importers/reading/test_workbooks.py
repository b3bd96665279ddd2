"""Workbooks: every sheet a table, every value as text that loses nothing."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from ringtrue.model.errors import UnreadableInput
from tests.importers.reading.conftest import Reader, rows_of

Sheets = dict[str, list[list[object]]]


def workbook(sheets: Sheets, write: Callable[[xlsxwriter.Workbook], None] = lambda book: None) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "dd.mm.yyyy hh:mm"}) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if cell is not None:
                        sheet.write(row, column, cell)
        write(book)
    return out.getvalue()


def with_part(book: bytes, name: str, change: Callable[[str], str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content.decode()).encode() if member == name else content)
    return out.getvalue()


def test_values_become_text_that_reads_the_same_everywhere(read: Reader) -> None:
    names: list[object] = ["Number", "Opened", "Day", "Count", "Share", "Major"]
    values: list[object] = ["0012", dt.datetime(2024, 1, 31, 10, 59, 59), dt.date(2024, 1, 31), 3, 0.25, True]
    found = read(workbook({"Tickets": [names, values]}), "t.xlsx")
    assert found.rows == [(1, 2, "0012", "2024-01-31T10:59:59", "2024-01-31T00:00:00", "3", "0.25", "true")]


def test_each_sheet_is_a_table_of_its_name(read: Reader) -> None:
    found = read(workbook({"cases": [["id"], ["C1"]], "targets": [["id", "metric"], ["T1", "x"]]}), "t.xlsx")
    assert [(table.name, table.columns) for table in found.tables] == [
        ("cases", ("id",)),
        ("targets", ("id", "metric")),
    ]


def test_a_person_can_choose_a_sheet(read: Reader) -> None:
    content = workbook({"cases": [["id"], ["C1"]], "targets": [["id"], ["T1"]]})
    assert [table.name for table in read(content, "t.xlsx", sheet="targets").tables] == ["targets"]
    with pytest.raises(UnreadableInput, match=r'no sheet "target".*one of cases, targets'):
        read(content, "t.xlsx", sheet="target")


def test_names_in_row_three_are_found_and_rows_keep_their_place(read: Reader) -> None:
    rows: list[list[object]] = [
        ["Incidents 2024"],
        [],
        ["id", "title", "team"],
        ["C1", "x", "a"],
        [],
        ["C2", "y", "b"],
    ]
    found = read(workbook({"Tickets": rows}), "t.xlsx")
    assert found.rows == [(1, 4, "C1", "x", "a"), (2, 6, "C2", "y", "b")]
    assert 'sheet "Tickets": column names stand in row 3' in found.notes
    assert 'sheet "Tickets": 1 blank row was skipped' in found.notes


def test_a_table_away_from_the_corner_loses_its_empty_columns(read: Reader) -> None:
    found = read(workbook({"T": [[None, "id", "title"], [None, "C1", "x"]]}), "t.xlsx")
    assert (found.table.columns, found.rows) == (("id", "title"), [(1, 2, "C1", "x")])


def test_formula_errors_are_issues_and_not_empty_cells(read: Reader) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        book.get_worksheet_by_name("T").write_formula(1, 1, "=1/0", None, "#DIV/0!")

    found = read(workbook({"T": [["id", "hours"], ["C1"], ["C2", 4]]}, write), "t.xlsx")
    assert found.rows == [(1, 2, "C1", None), (2, 3, "C2", "4")]
    (issue,) = found.table.issues
    assert (issue.row, issue.line, issue.column, issue.kind, issue.outcome) == (
        1,
        2,
        "hours",
        "unreadable",
        "loaded",
    )


def test_a_sheet_without_names_is_left_out_and_said(read: Reader) -> None:
    found = read(workbook({"cases": [["id", "title"], ["C1", "x"]], "Numbers": [[1, 2], [3, 4]]}), "t.xlsx")
    assert [table.name for table in found.tables] == ["cases"]
    assert 'sheet "Numbers" has no row of column names and was left out' in found.notes


def test_a_workbook_without_any_table_is_refused(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="no sheet has a row of column names"):
        read(workbook({"Empty": []}), "t.xlsx")


def test_line_breaks_and_quotes_in_cells_survive(read: Reader) -> None:
    text = 'a\r\nb "c", d\te'
    assert rows_of(read(workbook({"T": [["id", "note"], ["C1", text]]}), "t.xlsx").table)[0][3] == text


def test_a_workbook_locked_with_a_password_is_refused(read: Reader) -> None:
    shell = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    with pytest.raises(UnreadableInput, match="locked with a password"):
        read(shell + "EncryptedPackage".encode("utf-16-le"), "t.xlsx")
    with pytest.raises(UnreadableInput, match="workbook is damaged"):
        read(shell, "t.xls")


def test_a_workbook_that_is_cut_off_is_refused(read: Reader) -> None:
    with pytest.raises(UnreadableInput, match="damaged"):
        read(workbook({"T": [["id"], ["C1"]]})[:-100], "t.xlsx")


def test_one_cell_in_the_last_corner_cannot_take_all_memory(read: Reader) -> None:
    book = workbook({"T": [["id", "title"], ["C1", "x"]]})
    content = with_part(
        book, "xl/worksheets/sheet1.xml", lambda text: text.replace('r="B2"', 'r="XFD1048576"')
    )
    with pytest.raises(UnreadableInput, match="reaches to row 1,048,576 and column 16,384"):
        read(content, "t.xlsx")


def test_formatted_cells_without_values_far_away_do_no_harm(read: Reader) -> None:
    book = workbook({"T": [["id", "title"], ["C1", "x"]]})
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    content = with_part(book, "xl/worksheets/sheet1.xml", lambda text: text.replace("</sheetData>", far))
    assert read(content, "t.xlsx").rows == [(1, 2, "C1", "x")]


def test_entities_in_a_workbook_are_not_followed(read: Reader) -> None:
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><sst'
    book = workbook({"T": [["id", "title"], ["C1", "secret"]]})
    content = with_part(
        book, "xl/sharedStrings.xml", lambda text: text.replace("<sst", entity, 1).replace("secret", "&e;")
    )
    try:
        rows = read(content, "t.xlsx").rows
    except UnreadableInput:
        return
    assert rows[0][3] in (None, "&e;", "")


ODS = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">
<office:body><office:spreadsheet><table:table
table:name="Tickets">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""
CELL = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'


def ods(*rows: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            ODS.format(rows="".join(f"<table:table-row{row}</table:table-row>" for row in rows)),
        )
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def test_a_libreoffice_sheet_is_read_with_dates_and_errors(read: Reader) -> None:
    names = ">" + "".join(CELL.format(name) for name in ("id", "opened", "hours"))
    date = '<table:table-cell office:value-type="date" office:date-value="2024-01-31T10:00:00"/>'
    error = '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
    found = read(ods(names, ">" + CELL.format("C1") + date + error), "t.ods")
    assert found.rows == [(1, 2, "C1", "2024-01-31T10:00:00", None)]
    assert [(issue.row, issue.column) for issue in found.table.issues] == [(1, "hours")]


def test_repeated_cells_in_a_libreoffice_sheet_cannot_take_all_memory(read: Reader) -> None:
    far = CELL.format("x") + '<table:table-cell table:number-columns-repeated="16000"/>' + CELL.format("y")
    with pytest.raises(UnreadableInput, match="reaches to row"):
        read(ods(' table:number-rows-repeated="1000000">' + far), "t.ods")
