"""JSON and Parquet: flat tables of text."""

import gzip
from pathlib import Path

import duckdb
import pytest

from ringtrue.model.errors import UnreadableInput
from tests.importers.reading.conftest import Reader, rows_of


def test_lines_of_json_become_rows_with_their_line(read: Reader) -> None:
    found = read('{"id": 1, "ok": true}\n\n{"id": "2", "who": {"name": "Ada"}}\n', "t.jsonl")
    assert found.table.columns == ("id", "ok", "who.name")
    assert found.rows == [(1, 1, "1", "true", None), (2, 3, "2", None, "Ada")]
    assert "1 blank line was skipped" in found.notes


def test_numbers_stay_as_they_are_written(read: Reader) -> None:
    assert read('{"id": 12345678901234567890, "x": 1.10}\n{"id": 1e3, "x": -0}\n', "t.jsonl").rows == [
        (1, 1, "12345678901234567890", "1.10"),
        (2, 2, "1e3", "-0"),
    ]


def test_lists_of_values_are_joined_and_a_semicolon_inside_is_said(read: Reader) -> None:
    found = read('{"id": 1, "needs": ["N1", "N2"], "empty": []}\n{"id": 2, "needs": ["a;b"]}\n', "t.jsonl")
    assert [row[3] for row in found.rows] == ["N1;N2", "a;b"]
    assert any("semicolon" in note for note in found.notes)


def test_a_line_that_is_no_object_is_an_issue_with_its_place(read: Reader) -> None:
    found = read('{"id": 1}\n{"id": 2\n[3]\n{"id": NaN}\n{"id": 4}\n{"id": 5}\n{"id": 6}\n', "t.jsonl")
    assert [row[:3] for row in found.rows] == [(1, 1, "1"), (5, 5, "4"), (6, 6, "5"), (7, 7, "6")]
    assert [(issue.row, issue.line, issue.outcome) for issue in found.table.issues] == [
        (n, n, "rejected") for n in (2, 3, 4)
    ]


def test_objects_nested_without_end_are_an_issue(read: Reader) -> None:
    deep = '{"a":' * 5000 + "1" + "}" * 5000
    found = read('{"id": 1}\n' + deep + '\n{"id": 2}\n', "t.jsonl")
    assert (found.table.rows, found.table.rows_rejected) == (2, 1)


def test_a_list_of_objects_is_a_table(read: Reader) -> None:
    found = read('[\n {"id": 1, "v": 1.5},\n {"id": 2, "V": "x"}\n]', "t.json")
    assert found.table.columns == ("id", "v", "V_2")
    assert found.rows == [(1, None, "1", "1.5", None), (2, None, "2", None, "x")]


def test_lists_inside_an_object_are_tables_of_their_names(read: Reader) -> None:
    found = read(
        '{"made": "today", "cases": [{"id": 1}, {"id": 2}], "targets": [{"id": 3}], "none": []}', "t.json"
    )
    assert [(table.name, table.rows) for table in found.tables] == [("cases", 2), ("targets", 1)]


@pytest.mark.parametrize(
    "content", ['[{"id": 1}, {"id": 2', '[{"id": 1}]]', '{"cases": [{"id": 1}', "[1, 2]", "[]", "{"]
)
def test_json_that_is_broken_or_no_table_is_refused(read: Reader, content: str) -> None:
    with pytest.raises(UnreadableInput):
        read(content, "t.json")


def test_text_that_is_no_text_is_not_known_and_said(read: Reader) -> None:
    found = read('{"id": 1, "t": "a\\ud800b"}\n{"id": 2, "t": "a\\u0000b"}\n{"id": 3, "t": "ü"}\n', "t.jsonl")
    assert [row[3] for row in found.rows] == [None, None, "ü"]
    assert [(issue.row, issue.value) for issue in found.table.issues] == [(1, "a\\ud800b"), (2, "a\\u0000b")]


def test_json_in_utf_16_is_read(read: Reader) -> None:
    assert read('[{"id": "ü"}]'.encode("utf-16"), "t.json").rows == [(1, None, "ü")]


def parquet(tmp_path: Path, select: str) -> bytes:
    path = tmp_path / "made.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"copy ({select}) to '{path}' (format parquet)")
    return path.read_bytes()


def test_parquet_values_become_the_text_of_an_export(read: Reader, tmp_path: Path) -> None:
    content = parquet(
        tmp_path,
        """select 3.0::double as whole, 0.5::double as part, timestamp '2024-01-31 10:00:00' as local,
        timestamptz '2024-01-31 10:00:00.25+02' as zoned, date '2024-01-31' as day, ['a', 'b'] as list, true
        as yes,
        1.50::decimal(9,2) as money, {'x': 1} as inner, null::int as nothing""",
    )
    assert read(content, "t.parquet").rows == [
        (
            1,
            None,
            *(
                "3",
                "0.5",
                "2024-01-31T10:00:00",
                "2024-01-31T08:00:00.25Z",
                "2024-01-31",
                "a;b",
                "true",
                "1.50",
            ),
            '{"x":1}',
            None,
        )
    ]


def test_parquet_columns_get_names_that_do_not_clash(read: Reader, tmp_path: Path) -> None:
    table = read(parquet(tmp_path, "select 1 as source_row, 2 as x"), "t.parquet").table
    assert (table.columns, rows_of(table)) == (("source_row_2", "x"), [(1, None, "1", "2")])


def test_parquet_that_is_damaged_is_refused(read: Reader, tmp_path: Path) -> None:
    content = bytearray(parquet(tmp_path, "select range as x from range(1000)"))
    content[8:400] = b"\xff" * 392
    for broken in (bytes(content), bytes(content[:-50]), gzip.compress(bytes(content[:200]))):
        with pytest.raises(UnreadableInput, match="Parquet file cannot be read"):
            read(broken, "t.parquet")
