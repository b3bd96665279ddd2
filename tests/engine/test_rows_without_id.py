"""A file whose rows have no id: the number of each row stands for it, and that is said."""

from pathlib import Path

import duckdb

from ringtrue import api


def test_a_file_without_ids_is_loaded_with_its_row_numbers_for_them(tmp_path: Path) -> None:
    file = tmp_path / "requirements.csv"
    file.write_text(
        "statement,kind\nIt starts within a second.,service\nIt is kept for ten years.,service\n", "utf-8"
    )
    audit = api.import_sources([file], tmp_path / "audit").folder
    kept = duckdb.sql(
        f"select id, statement, source_row from '{audit.path}/tables/requirements.parquet' order by id"
    )
    assert kept.fetchall() == [("1", "It starts within a second.", 1), ("2", "It is kept for ten years.", 2)]
