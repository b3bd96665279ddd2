"""The evidence request: blank, filled in, read back."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from tests.papers.requested import Grid, blank, filled, grids, heading, imported, saved
from tests.reports.excel.opened import about, part
from tests.reports.invented import PROCEDURES

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import read_about
from ringtrue.importers.request.importer import IMPORTER
from ringtrue.model.errors import WrongUse
from ringtrue.model.source import ReadSettings, SourceFile
from ringtrue.papers.request import scope
from ringtrue.tables import ColumnType, all_tables, table
from ringtrue.tables.form import Form
from ringtrue.tables.labels import label_languages, labels

pytestmark = pytest.mark.slow


SERVICES: list[dict[str, Any]] = [
    {
        "id": "S1",
        "name": "Payroll",
        "criticality": "critical",
        "status": "live",
        "live_from": datetime(2024, 5, 1, 8),
    },
    {"id": "0042", "name": "-Mail", "criticality": "low", "status": "retired", "live_from": ""},
]


def _rows(folder: AuditFolder, name: str, columns: str) -> list[tuple[Any, ...]]:
    file = folder.tables / f"{name}.parquet"
    return duckdb.connect().execute(f"select {columns} from '{file}' order by source_row").fetchall()


def _notes(folder: AuditFolder) -> str:
    return "\n".join(
        note for source in read_about(folder.tables)["sources"] for note in source["assumptions"]
    )


def _counted(folder: AuditFolder) -> tuple[int, int, int]:
    [source] = read_about(folder.tables)["sources"]
    assert source["importer"] == "request"
    return source["rows"], source["loaded"], source["rejected"]


def test_it_has_a_sheet_for_each_table_that_explains_every_column_and_marks_the_required_ones(
    tmp_path: Path,
) -> None:
    path = blank(tmp_path / "r.xlsx", list(all_tables()))
    sheets = grids(path)
    for one in all_tables().values():
        form = Form(one, labels("en"))
        grid = sheets[form.labels.table(one)]
        place = heading(grid)
        assert grid[place][1:] == list(form.headings.values())
        for column, help in zip(one.columns, grid[place - 1][1:], strict=True):
            assert column.meaning in help
            assert help.startswith("Required." if column.required else "Optional.")
            assert column.unit is None or column.unit in help
    assert about(path)["paper"] == "evidence request"


def test_drop_down_lists_hold_the_fixed_words_in_the_language(tmp_path: Path) -> None:
    path = blank(tmp_path / "r.xlsx", ["services"], "de")
    rules = part(path, "xl/worksheets/sheet2.xml")
    assert '"kritisch,hoch,mittel,niedrig"' in rules
    assert '"in Betrieb,im Entwurf,außer Betrieb"' in rules


def test_the_same_request_gives_the_same_bytes(tmp_path: Path) -> None:
    first = blank(tmp_path / "a.xlsx", ["services", "cases"], "de").read_bytes()
    assert blank(tmp_path / "b.xlsx", ["services", "cases"], "de").read_bytes() == first


def test_a_blank_request_is_said_to_be_blank(tmp_path: Path) -> None:
    read = api.import_sources([blank(tmp_path / "r.xlsx", ["services", "cases"])], tmp_path / "audit")
    assert "no sheet is filled in" in str(read.errors["r.xlsx"])


@pytest.mark.parametrize("language", label_languages())
def test_every_value_of_every_column_comes_back_as_it_was_meant(tmp_path: Path, language: str) -> None:
    """Each table with one row of its own in every column, and each fixed word once."""
    rows: dict[str, list[dict[str, Any]]] = {}
    meant: dict[str, list[dict[str, Any]]] = {}
    known = labels(language)
    for one in all_tables().values():
        count = max([1, *(len(column.values) for column in one.columns)])
        written = [{c.name: _value(c, n, known) for c in one.columns} for n in range(count)]
        rows[one.name] = [{name: pair[0] for name, pair in row.items()} for row in written]
        meant[one.name] = [{name: pair[1] for name, pair in row.items()} for row in written]
    folder = imported(filled(tmp_path / "r.xlsx", rows, language), tmp_path / "audit")
    for name, expected in meant.items():
        columns = ", ".join(f'"{column.name}"' for column in table(name).columns)
        found = [dict(zip(expected[0], row, strict=True)) for row in _rows(folder, name, columns)]
        assert found == expected, name


def _value(column: Any, n: int, known: Any) -> tuple[Any, Any]:
    """What the auditee writes into a cell, and what the table is to hold."""
    if column.type is ColumnType.LIST:
        words = column.values[:3] or ("a b", f"ü{n}")
        return "; ".join(known.value(word) for word in words), list(words)
    if column.values:
        word = column.values[n % len(column.values)]
        return known.value(word), word
    by_type: dict[ColumnType, tuple[Any, Any]] = {
        ColumnType.TIME: (datetime(2024, 3, 4, 5, 6, 7), datetime(2024, 3, 4, 5, 6, 7)),
        ColumnType.DATE: (date(2024, 3, 4), date(2024, 3, 4)),
        ColumnType.CLOCK: ("08:15", "08:15"),
        ColumnType.INTEGER: (n + 1, n + 1),
        ColumnType.NUMBER: (0.5, 0.5),
        ColumnType.BOOLEAN: (known.word("yes") if n % 2 else known.word("no"), bool(n % 2)),
    }
    zones = {"zone": ("Europe/Berlin", "Europe/Berlin"), "case": ("id 0 שלום", "id 0 שלום")}
    text = f"{column.name} {n} שלום"
    return by_type.get(column.type) or zones.get(column.name) or (text, text)


def test_the_example_left_in_is_never_data_and_rows_are_counted_as_the_spreadsheet_shows_them(
    tmp_path: Path,
) -> None:
    path = filled(tmp_path / "r.xlsx", {"services": SERVICES})
    folder = imported(path, tmp_path / "audit")
    place = heading(grids(path)["Services"]) + 1
    found = _rows(folder, "services", "id, name, criticality, live_from, source_row")
    assert found == [
        ("S1", "Payroll", "critical", datetime(2024, 5, 1, 8), place + 2),
        ("0042", "-Mail", "low", None, place + 3),
    ]
    assert _counted(folder) == (2, 2, 0)


def test_the_example_deleted_changes_nothing(tmp_path: Path) -> None:
    def without(grid: Grid) -> None:
        del grid[heading(grid) + 1]

    folder = imported(filled(tmp_path / "r.xlsx", {"services": SERVICES}, edit=without), tmp_path / "audit")
    assert [row[0] for row in _rows(folder, "services", "id")] == ["S1", "0042"]


def test_the_example_without_its_mark_is_still_no_data(tmp_path: Path) -> None:
    def unmarked(grid: Grid) -> None:
        grid[heading(grid) + 1][0] = ""

    folder = imported(filled(tmp_path / "r.xlsx", {"services": SERVICES}, edit=unmarked), tmp_path / "audit")
    assert _counted(folder) == (2, 2, 0)


def test_an_example_that_was_overwritten_is_data_and_that_is_said(tmp_path: Path) -> None:
    def overwritten(grid: Grid) -> None:
        place = heading(grid) + 1
        grid[place] = [grid[place][0], "S9", "Overwritten", *grid[place][3:]]

    path = filled(tmp_path / "r.xlsx", {"services": SERVICES}, edit=overwritten)
    folder = imported(path, tmp_path / "audit")
    assert [row[0] for row in _rows(folder, "services", "id")] == ["S9", "S1", "0042"]
    assert f"row {heading(grids(path)['Services']) + 2} is marked as the example and was changed" in _notes(
        folder
    )


def test_columns_moved_added_and_left_out_and_rows_above_do_no_harm(tmp_path: Path) -> None:
    def messy(grid: Grid) -> None:
        place = heading(grid)
        for number, row in enumerate(grid):
            row.reverse()
            if number >= place:
                row.insert(1, "Cost centre" if number == place else f"K{number}")
                del row[2]
        grid.insert(0, ["Our answer to your request"])
        grid.insert(place, [])

    folder = imported(filled(tmp_path / "r.xlsx", {"services": SERVICES}, edit=messy), tmp_path / "audit")
    assert _rows(folder, "services", "id, name, criticality") == [
        ("S1", "Payroll", "critical"),
        ("0042", "-Mail", "low"),
    ]
    assert 'column "Cost centre" is not known and was left out' in _notes(folder)


def test_dates_as_text_in_the_german_way_are_read_and_that_is_said(tmp_path: Path) -> None:
    rows = [
        {**SERVICES[0], "live_from": "31.05.2024 08:30"},
        {**SERVICES[1], "live_from": datetime(2024, 6, 1)},
    ]
    folder = imported(filled(tmp_path / "r.xlsx", {"services": rows}), tmp_path / "audit")
    assert [row[0] for row in _rows(folder, "services", "live_from")] == [
        datetime(2024, 5, 31, 8, 30),
        datetime(2024, 6, 1),
    ]
    assert "the day stands first" in _notes(folder)


def test_a_note_between_the_rows_is_rejected_and_named_with_its_row(tmp_path: Path) -> None:
    def noted(grid: Grid) -> None:
        grid.insert(len(grid) - 1, ["", "Please note: from SAP, as of May"])

    path = filled(tmp_path / "r.xlsx", {"services": SERVICES}, edit=noted)
    folder = imported(path, tmp_path / "audit")
    assert _counted(folder) == (3, 2, 1)
    issues = folder.tables / "load_issues.parquet"
    found = (
        duckdb.connect()
        .execute(f"""select "row", "line", "column", kind, outcome from '{issues}'""")
        .fetchall()
    )
    line = len(grids(path)["Services"]) - 1
    assert found == [(line, line, "name", "missing", "rejected")]


def test_a_word_that_is_on_no_list_is_an_issue_and_the_row_stays(tmp_path: Path) -> None:
    rows = [{**SERVICES[0], "criticality": "wichtig"}, {**SERVICES[1], "criticality": "KRITISCH"}]
    path = filled(tmp_path / "r.xlsx", {"services": rows}, "de")
    folder = imported(path, tmp_path / "audit")
    assert [row[0] for row in _rows(folder, "services", "criticality")] == [None, "critical"]
    issues = folder.tables / "load_issues.parquet"
    found = duckdb.connect().execute(f"""select value, "row", kind, outcome from '{issues}'""").fetchall()
    assert found == [("wichtig", len(grids(path)["Services"]) - 1, "unknown_value", "loaded")]


def test_it_is_known_without_its_sheet_about_and_with_sheets_taken_out(tmp_path: Path) -> None:
    path = filled(tmp_path / "r.xlsx", {"services": SERVICES, "cases": [{"id": "C1", "title": "x"}]}, "de")
    sheets = {name: grid for name, grid in grids(path).items() if name in ("Services", "Tickets")}
    folder = imported(saved(tmp_path / "answer.xlsx", sheets), tmp_path / "audit")
    assert _counted(folder) == (3, 3, 0)


def test_a_formula_in_the_cells_of_the_auditee_is_data_like_any_other(tmp_path: Path) -> None:
    rows = [{**SERVICES[0], "name": "=1+1"}, {**SERVICES[1], "name": "'@x"}]
    folder = imported(filled(tmp_path / "r.xlsx", {"services": rows}), tmp_path / "audit")
    assert [row[0] for row in _rows(folder, "services", "name")] == ["=1+1", "@x"]


@pytest.mark.parametrize("content", [b"id,name\nS1,x\n", b"PK\x03\x04broken", b""])
def test_other_files_are_not_taken_for_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    source = SourceFile(path=tmp_path / "a.xlsx", name="a.xlsx")
    assert IMPORTER.recognises(source, tmp_path / "work", ReadSettings()).sure == 0


def test_a_workbook_of_somebody_else_is_not_taken_for_it(tmp_path: Path) -> None:
    grid: Grid = [["Id", "Name", "Owner", "Criticality", "Status"], ["S1", "x", "y", "low", "live"]]
    path = saved(tmp_path / "a.xlsx", {"Services": grid})
    source = SourceFile(path=path, name="a.xlsx")
    assert IMPORTER.recognises(source, tmp_path / "work", ReadSettings()).sure == 0


def test_a_second_import_reads_it_by_the_mapping_that_was_written_down(tmp_path: Path) -> None:
    folder = imported(filled(tmp_path / "r.xlsx", {"services": SERVICES}, "de"), tmp_path / "audit")
    before = _rows(folder, "services", "*")
    assert folder.mapping_of("r.xlsx").exists()
    assert not api.import_sources([folder.path], None).errors
    assert _rows(folder, "services", "*") == before


def test_an_audit_is_asked_for_the_tables_that_its_claims_wait_for() -> None:
    waiting = [one for one in PROCEDURES if one.result == "insufficient_data"]
    needs = {one.id: {"outages": ["id"], "reviews|actions": ["id"]} for one in waiting}
    asked = {one.table: one.claims for one in scope.waited_for(PROCEDURES, needs)}
    titles = tuple(one.title for one in waiting)
    assert asked == {"services": (), "outages": titles, "reviews": titles, "actions": titles}


def test_what_has_data_enough_is_asked_for_nothing() -> None:
    judged = [one for one in PROCEDURES if one.result != "insufficient_data"]
    assert scope.waited_for(judged, {one.id: {"outages": []} for one in judged}) == ()


def test_every_table_has_its_place_in_the_order_of_a_request() -> None:
    placed = [name for group in scope.ORDER for name in group]
    assert sorted(placed) == sorted(all_tables())


def test_a_table_that_there_is_not_is_refused() -> None:
    with pytest.raises(WrongUse, match='no table "tickets"'):
        scope.named(["services", "tickets"])


def test_an_audit_that_was_never_run_cannot_be_asked_what_it_waits_for(tmp_path: Path) -> None:
    folder = imported(filled(tmp_path / "r.xlsx", {"services": SERVICES}), tmp_path / "audit")
    with pytest.raises(WrongUse, match="nothing was run here yet"):
        api.request(tmp_path / "ask.xlsx", folder)


def test_a_language_that_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="xx"):
        api.request(tmp_path / "ask.xlsx", language="xx")
