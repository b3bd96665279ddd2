"""What people and machines read on standard output holds nothing that the database draws there by itself."""

from pathlib import Path

import duckdb
import pytest

from ringtrue.reports.excel.judged import RunRows
from ringtrue.reports.paged import Asked, rows_of_lead
from ringtrue.reports.working_papers import RunFolder

SOURCE = Path(__file__).parent.parent / "src" / "ringtrue"
OPENS = [file for file in sorted(SOURCE.rglob("*.py")) if "duckdb.connect(" in file.read_text("utf-8")]


@pytest.mark.parametrize("file", OPENS, ids=lambda file: file.relative_to(SOURCE).as_posix())
def test_whoever_opens_a_database_turns_its_bar_off(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count("duckdb.connect(") == text.count("enable_progress_bar = false")


@pytest.mark.parametrize("reader", [RunFolder, RunRows])
def test_the_bar_is_off_where_the_rows_of_a_run_are_read(
    reader: type[RunFolder] | type[RunRows], tmp_path: Path
) -> None:
    found = reader(tmp_path)._connection.execute("select current_setting('enable_progress_bar')").fetchall()
    assert found == [(False,)]


def test_a_page_of_rows_writes_nothing_to_standard_output(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with duckdb.connect() as database:
        database.execute(
            f"copy (select 'a' as lead, 'case' as item_kind, 'I' || i as item, 's' as service, '' as reason, 'a.csv' as source_file, "
            f"i as source_row, null::varchar as shown from range(10) t(i)) to '{tmp_path}/leads.parquet'"
        )
    assert rows_of_lead(tmp_path, "a", Asked()).total == 10
    assert capfd.readouterr().out == ""
