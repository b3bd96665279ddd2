"""The numbers of rows and lines do not depend on how a text is read."""

from pathlib import Path

import duckdb
import pytest

from ringtrue.importers.reading.delimited.table import read_delimited
from ringtrue.model.source import ReadSettings

SAME = ReadSettings()


@pytest.mark.parametrize("column", ["note", "file_row_number", "FILE_ROW_NUMBER"])
def test_rows_have_their_number_and_line_whatever_a_column_is_called(tmp_path: Path, column: str) -> None:
    file = tmp_path / "x.csv"
    file.write_text(f"id,{column}\n" + "".join(f"A{n},text {n}\n" for n in range(1, 3001)), "utf-8")
    raw, _ = read_delimited(file, "x.csv", "x", tmp_path, SAME)
    rows = duckdb.execute(f"select source_row, source_line, * from {raw.relation}").fetchall()
    assert [row[:2] for row in rows] == [(n, n + 1) for n in range(1, 3001)]
    assert raw.columns == ("id", column)
    told = duckdb.execute(f'select source_row, id, "{column}" from {raw.relation} where source_row = 2500')
    assert told.fetchall() == [(2500, "A2500", "text 2500")]
