"""The one writer of workbooks."""

import os
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zipfile import ZipFile

import pytest

from ringtrue.model.cell_text import CUT, LONGEST, cell_text, neutral, plain
from ringtrue.model.errors import WrongUse
from ringtrue.reports.excel import table as written_table
from ringtrue.reports.excel.book import Book, Link, SheetColumn, Value
from ringtrue.reports.excel.sheet_names import SheetNames
from tests.reports.excel.opened import about, part, sheets, table

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "'=1",
    "＝1",
    '=HYPERLINK("http://x")',
)
SCRIPTS = ("Grüße aus Köln", "Привет, мир", "שלום עולם", "مرحبا بالعالم", "漢字", "😀 𝔘", "é́ combining")


def _book(path: Path, rows: Iterable[Sequence[Value]], **further: object) -> Path:
    with Book(path) as book:
        book.about(kind="sample", audit="Northwind", run="r-1", language="en")
        book.sheet(
            "Rows", columns=[SheetColumn(title="Value"), SheetColumn(title="Other")], rows=rows, **further
        )  # type: ignore[arg-type]
    return path


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_comes_out_as_text_and_stays_so_in_csv(
    tmp_path: Path, text: str
) -> None:
    path = _book(tmp_path / "a.xlsx", [[text, None]])
    shown = table(path, "Rows")[0]["Value"]
    assert shown.startswith("'")
    assert plain(shown).strip() == text.replace("\r=", "=").strip()
    assert "<f>" not in part(path, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("text", [*FORMULAS, "plain", "'quoted'", "", "5-3", "a=b"])
def test_what_was_made_harmless_can_be_taken_back_exactly(text: str) -> None:
    assert plain(neutral(text)) == text


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_survives(tmp_path: Path, text: str) -> None:
    path = _book(tmp_path / "a.xlsx", [[text, Link(text, "Rows")]])
    assert table(path, "Rows")[0] == {"Value": text, "Other": text}


def test_a_url_is_text_and_no_link(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [["https://example.org", "mailto:x@y.z"]])
    assert "hyperlink" not in part(path, "xl/worksheets/sheet1.xml")


def test_a_text_as_long_as_a_cell_stays_whole_and_a_longer_one_says_that_it_was_cut() -> None:
    assert cell_text("x" * LONGEST) == "x" * LONGEST
    cut = cell_text("x" * (LONGEST + 1))
    assert len(cut) == LONGEST
    assert cut.endswith(CUT)


def test_characters_beyond_the_basic_plane_count_twice_and_are_never_halved() -> None:
    cut = cell_text("😀" * LONGEST)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST
    assert set(cut.removesuffix(CUT)) == {"😀"}


def test_control_characters_and_half_characters_are_taken_out(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [["a\x00b\x0b\x1b[31m\ud800c", "line\r\nbreak"]])
    assert table(path, "Rows")[0] == {"Value": "ab[31mc", "Other": "line\nbreak"}


def test_text_that_looks_like_an_escape_of_the_file_format_is_not_decoded(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [["_x0041_", "<b>&amp;"]])
    assert "_x005F_x0041_" in part(path, "xl/worksheets/sheet1.xml")
    assert table(path, "Rows")[0]["Other"] == "<b>&amp;"


def test_numbers_stay_numbers_and_what_is_none_becomes_text(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [[1.5, 2**53], [2**53 + 1, float("nan")], [float("inf"), True]])
    values = [list(row.values()) for row in table(path, "Rows")]
    assert values == [[1.5, 2.0**53], [str(2**53 + 1), "nan"], ["inf", True]]


def test_moments_are_dates_in_utc_and_those_that_no_spreadsheet_knows_are_text(tmp_path: Path) -> None:
    berlin = timezone(timedelta(hours=2))
    rows: list[list[Value]] = [
        [datetime(2026, 7, 1, 10, 30, tzinfo=berlin), datetime(2026, 7, 1, 10, 30)],
        [date(2026, 7, 1), date(1850, 1, 1)],
        [datetime(1, 1, 1, tzinfo=UTC), None],
    ]
    values = [list(row.values()) for row in table(_book(tmp_path / "a.xlsx", rows), "Rows")]
    assert values[0] == [datetime(2026, 7, 1, 8, 30), datetime(2026, 7, 1, 10, 30)]
    assert values[1] == [date(2026, 7, 1), "1850-01-01"]
    assert str(values[2][0]).startswith("0001-01-01")


def test_the_same_content_gives_the_same_bytes_whatever_the_time_the_zone_and_the_rights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["a", Link("b", "Rows")]]
    first = _book(tmp_path / "a.xlsx", rows).read_bytes()
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    mask = os.umask(0)
    try:
        second = _book(tmp_path / "b.xlsx", rows).read_bytes()
    finally:
        os.umask(mask)
        monkeypatch.undo()
        time.tzset()
    assert first == second


def test_an_error_among_the_rows_leaves_what_was_there_before(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [["old", None]])
    before = path.read_bytes()

    def broken() -> Iterable[list[Value]]:
        yield ["new", None]
        raise RuntimeError("the disk went away")

    with pytest.raises(RuntimeError, match="went away"):
        _book(path, broken())
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written_table, "_MOST_ROWS", 11)
    _book(tmp_path / "a.xlsx", [[1, 2]] * 10)
    with pytest.raises(WrongUse, match="more than 11 rows"):
        _book(tmp_path / "b.xlsx", [[1, 2]] * 11)


def test_names_of_sheets_are_valid_unique_and_the_same_when_asked_again() -> None:
    names = SheetNames(taken=("About",))
    wishes = ["a/b:c", "x" * 40, "X" * 40 + "y", "about", "", "''", "History", "[]*?", "😀" * 20]
    given = [names.name(wish) for wish in wishes]
    assert len({name.casefold() for name in given}) == len(wishes)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in given)
    assert not any(set(name) & set("[]:*?/\\") or name.startswith("'") for name in given)
    assert "about" not in {name.casefold() for name in given}
    assert [names.name(wish) for wish in wishes] == given


def test_a_link_leads_to_a_sheet_that_is_written_later_under_its_valid_name(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with Book(path) as book:
        book.sheet("First", columns=[SheetColumn(title="To")], rows=[[Link("there", "It's [here]")]])
        book.sheet("It's [here]", columns=[SheetColumn(title="x")])
    assert list(sheets(path)) == ["First", "It's here"]
    assert "'It''s here'!A1" in part(path, "xl/worksheets/sheet1.xml")


def test_a_second_sheet_of_the_same_name_gets_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with Book(path) as book:
        names = [book.sheet("Rows", columns=[SheetColumn(title="x")]).name for _ in range(3)]
    assert names == list(sheets(path)) == ["Rows", "Rows (2)", "Rows (3)"]


def test_short_lists_stand_in_the_rule_and_long_ones_on_a_hidden_sheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    long = tuple(f"choice {n}, with a comma" for n in range(30))
    columns = [SheetColumn(title="a", choices=("yes", "no")), SheetColumn(title="b", choices=long)]
    with Book(path) as book:
        book.sheet("Rows", columns=columns, rows=[["yes", None]], blank=10)
    rules = part(path, "xl/worksheets/sheet1.xml")
    assert '"yes,no"' in rules
    assert "'Lists'!$A$1:$A$30" in rules
    assert 'sqref="A2:A12"' in rules
    assert 'state="hidden"' in part(path, "xl/workbook.xml")
    assert [row[0] for row in sheets(path)["Lists"]] == list(long)


def test_locked_columns_protect_the_sheet_and_leave_the_others_open(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with Book(path) as book:
        book.sheet(
            "Rows",
            columns=[SheetColumn(title="id", locked=True), SheetColumn(title="seen")],
            rows=[["1", None]],
        )
        book.sheet("Free", columns=[SheetColumn(title="id")], rows=[["1"]])
    assert "<sheetProtection" in part(path, "xl/worksheets/sheet1.xml")
    assert "<sheetProtection" not in part(path, "xl/worksheets/sheet2.xml")
    assert '<protection locked="0"/>' in part(path, "xl/styles.xml")


def test_headings_are_frozen_filtered_and_repeated_on_every_page(tmp_path: Path) -> None:
    path = _book(tmp_path / "a.xlsx", [["a", "b"], ["c", "d"]], title="Title", note=["One", "Two"])
    sheet = part(path, "xl/worksheets/sheet1.xml")
    assert 'ySplit="5"' in sheet
    assert '<autoFilter ref="A5:B7"/>' in sheet
    assert "$5:$5" in part(path, "xl/workbook.xml")
    assert about(path)["heading row: Rows"] == "5"


def test_the_sheet_about_names_the_paper_and_explains_every_column(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with Book(path, lambda text: {"Meaning": "Bedeutung"}.get(text, text)) as book:
        book.about(kind="sample", audit="=Northwind", run="r-1", language="de", sample="S-1")
        book.sheet("Rows", columns=[SheetColumn(title="Seen", help="whether it was seen")])
    assert about(path)["paper"] == "sample"
    assert about(path)["audit"] == "'=Northwind"
    assert about(path)["sample"] == "S-1"
    assert ["", "Sheet", "Column", "Bedeutung"] in sheets(path)["About"]
    assert ["", "Rows", "Seen", "whether it was seen"] in sheets(path)["About"]


def test_the_file_tells_nothing_of_the_machine(tmp_path: Path) -> None:
    with ZipFile(_book(tmp_path / "a.xlsx", [["a", "b"]])) as archive:
        assert {(one.external_attr, one.create_system) for one in archive.infolist()} == {(0, 0)}
        assert len({one.date_time for one in archive.infolist()}) == 1
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")
