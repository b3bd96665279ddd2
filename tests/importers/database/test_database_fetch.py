"""A database is asked without changing it, its answer says where it is from, and no credential is ever written."""

import sqlite3
from pathlib import Path

import duckdb
import pytest

from ringtrue.importers.database.asked import is_asked, read_asked
from ringtrue.importers.database.fetch import fetch
from ringtrue.importers.database.importer import IMPORTER
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import ReadResult, ReadSettings, SourceFile

CONNECTION = 'importer = "database"\n[connection]\nkind = "sqlite"\nfile = "desk.db"\n'
TABLE = '[[table]]\nname = "cases"\nquery = """{query}"""\norder = ["id"]\n'
QUERY = "select number as id, opened as opened_at, status as state from ticket"


def desk(folder: Path, query: str = QUERY, connection: str = CONNECTION) -> Path:
    with sqlite3.connect(folder / "desk.db") as database:
        database.execute("create table if not exists ticket (number text, opened text, status text)")
        database.execute("delete from ticket")
        database.execute(
            "insert into ticket values ('T2', '2026-01-02T08:00:00Z', 'closed'), ('T1', '2026-01-01T08:00:00Z', 'new')"
        )
    database.close()
    asked = folder / "desk.toml"
    asked.write_text(connection + TABLE.format(query=query), "utf-8")
    return asked


def read(path: Path, work: Path) -> ReadResult:
    return IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings())


def refusal(asked: Path) -> str:
    with pytest.raises(UnreadableInput) as raised:
        fetch(asked, asked.parent / "out", {})
    return str(raised.value)


def test_the_answer_is_a_source_in_the_stated_order(tmp_path: Path) -> None:
    kept = fetch(desk(tmp_path), tmp_path / "out", {})[0]
    result = read(kept.path, tmp_path)
    rows = duckdb.sql(f"select source_row, id, state from {result.tables[0].relation} order by 1").fetchall()
    assert rows == [(1, "T1", "new"), (2, "T2", "closed")]
    assert (kept.table, kept.rows, len(kept.sha256)) == ("cases", 2, 64)


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    first = fetch(desk(tmp_path), tmp_path / "one", {})[0]
    assert first.sha256 == fetch(desk(tmp_path), tmp_path / "two", {})[0].sha256


def test_the_answer_says_which_query_it_answers(tmp_path: Path) -> None:
    kept = fetch(desk(tmp_path), tmp_path / "out", {})[0]
    assert IMPORTER.recognises(SourceFile(path=kept.path, name="x"), tmp_path, ReadSettings()).sure == 1
    assert f"numbered in the order of id, to: {QUERY}" in read(kept.path, tmp_path).assumptions[0]


def test_a_parquet_file_of_another_origin_is_left_to_others(tmp_path: Path) -> None:
    path = tmp_path / "cases.parquet"
    duckdb.sql(f"copy (select 1 as id) to '{path}'")
    assert (
        IMPORTER.recognises(SourceFile(path=path, name="cases.parquet"), tmp_path, ReadSettings()).sure == 0
    )


def test_rows_that_share_their_place_are_counted(tmp_path: Path) -> None:
    kept = fetch(desk(tmp_path, "select 'T' as id, number as title from ticket"), tmp_path / "out", {})[0]
    assert "2 rows share their place in that order with others" in read(kept.path, tmp_path).assumptions[-1]


@pytest.mark.parametrize("key", ["password", "user", "dsn", "url"])
def test_a_credential_in_the_file_is_refused(key: str, tmp_path: Path) -> None:
    asked = desk(tmp_path, connection=CONNECTION + f'{key} = "secret-word"\n')
    assert "no credential in any file" in (told := refusal(asked))
    assert "secret-word" not in told


def test_the_value_of_a_secret_where_a_name_belongs_is_refused(tmp_path: Path) -> None:
    asked = desk(tmp_path, connection=CONNECTION + 'password_from = "s3cret!"\n')
    assert "s3cret" not in (told := refusal(asked))
    assert "no name of a variable" in told


@pytest.mark.parametrize(
    "query",
    [
        "delete from ticket",
        "select 1 as id; drop table ticket",
        "drop table ticket",
        "pragma journal_mode = delete",
        "attach database 'other.db' as other",
        "select * from ticket) as asked; drop table ticket; --",
    ],
)
def test_what_is_no_single_select_is_refused(query: str, tmp_path: Path) -> None:
    assert "Correct the file" in refusal(desk(tmp_path, query))


def test_what_the_parser_might_miss_the_connection_refuses(tmp_path: Path) -> None:
    assert "not authorized" in refusal(desk(tmp_path, "select load_extension('x') as id"))


def test_nothing_is_left_where_a_later_query_fails(tmp_path: Path) -> None:
    asked = desk(tmp_path)
    asked.write_text(
        asked.read_text() + '[[table]]\nname = "services"\nquery = "select id from nowhere"\norder = ["id"]\n'
    )
    assert "no such table: nowhere" in refusal(asked)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_query_without_an_order_is_refused(tmp_path: Path) -> None:
    asked = desk(tmp_path)
    asked.write_text(asked.read_text().replace('order = ["id"]', ""))
    assert "has no order" in refusal(asked)


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    asked = desk(tmp_path, connection=CONNECTION.replace("desk.db", "none.db"))
    assert "there is no file" in refusal(asked)
    assert not (tmp_path / "none.db").exists()


def test_only_files_that_say_so_ask_a_database(tmp_path: Path) -> None:
    other = tmp_path / "audit.toml"
    other.write_text("[audit]\n")
    assert (is_asked(desk(tmp_path)), is_asked(other)) == (True, False)
    assert read_asked(desk(tmp_path)).connection.name == "desk"
