"""Large tables are kept and sorted in another way than small ones; what is loaded is the same, byte for byte."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ringtrue.engine.audit.tables_folder import write_tables
from ringtrue.engine.database.connect import connection, share_of
from ringtrue.engine.loading.load import load
from tests.given import incoming

Rows = dict[str, list[dict[str, Any]]]

COMMENTS: Rows = {
    "parties": [{"id": "P1", "kind": "person", "name": "Ada"}, {"id": "T1", "kind": "team", "name": "Desk"}],
    "cases": [{"id": "C1", "requester": "ana", "opened_at": "2026-01-02T08:00Z"}, {"id": "C2"}],
    "case_events": [
        {"case": "C2", "at": "2026-03-01T09:00Z", "actor": "Ada", "team": "desk", "state": "resolved"},
        {"case": "C1", "at": "2026-01-01T08:00Z", "actor": "ana", "field": "comments", "new": "hello"},
        {"case": "C1", "at": "2026-01-03T08:00", "actor": "ben", "field": "comments", "sequence": "2"},
        {"case": "C1", "at": "2026-01-03T08:00", "actor": " P1 ", "state": "Resolvd", "sequence": "1"},
        {"case": "C3", "at": "2026-03-29T02:30:00", "team": "T9", "state": "In progress", "sequence": "x"},
        {"case": "", "at": "2026-01-01T08:00:00Z", "state": "new"},
        {"case": "C3", "at": "soon", "state": "new"},
        {"case": "C3", "at": "2026-03-29T01:00:00Z", "activity": "closed", "state": "closed"},
    ],
}


def written(given: Rows, place: Path, large: int, threads: int = 2) -> dict[str, str]:
    """The hash of each table, and what was said of the loading."""
    place.mkdir()
    (place / "tables").mkdir()
    with connection() as database:
        database.execute(f"set threads = {threads}")
        sources = [incoming(name, rows, place) for name, rows in given.items()]
        loaded = load(database, sources, "Europe/Berlin", large)
        said = {"assumptions": loaded.assumptions, "shared": loaded.shared_assumptions, "rows": loaded.rows}
        write_tables(database, place / "tables", loaded.given, said, loaded.in_order)
        issues = database.execute("select count(*) from load_issues").fetchall()[0][0]
        assert issues or len(given) == 1
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted((place / "tables").iterdir())}


def contents(given: Rows, place: Path, large: int) -> dict[str, list[tuple[Any, ...]]]:
    written(given, place, large)
    with connection() as database:
        return {
            file.name: database.execute(f"select * from read_parquet('{file}')").fetchall()
            for file in sorted((place / "tables").glob("*.parquet"))
        } | {"said": [((place / "tables" / "tables.json").read_text("utf-8"),)]}


@pytest.mark.parametrize(
    "given",
    [COMMENTS, {"case_events": COMMENTS["case_events"]}, {"case_events": COMMENTS["case_events"][:2]}],
    ids=["with cases and parties", "alone", "few columns"],
)
def test_a_large_table_is_loaded_as_a_small_one_is(given: Rows, tmp_path: Path) -> None:
    assert contents(given, tmp_path / "large", 1) == contents(given, tmp_path / "small", 1_000_000)


def many(rows: int) -> Rows:
    events = [
        {
            "case": f"C{row * 7919 % 5_000:05}",
            "at": f"2026-01-{row % 28 + 1:02}T08:{row % 60:02}:00Z",
            "state": ("new", "assigned", "resolved", "closed")[row % 4],
            "actor": f"p{row % 997}",
            "new": f"text {row}",
        }
        for row in range(rows)
    ]
    return {"case_events": events}


@pytest.mark.slow
def test_the_bytes_are_the_same_whatever_the_number_of_threads(tmp_path: Path) -> None:
    given = many(150_000)
    one, four = (written(given, tmp_path / str(threads), 1, threads) for threads in (1, 4))
    assert one == four


@pytest.mark.parametrize(
    ("memory", "expected"), [("1GB", "0.75GB"), ("800 MB", "600MB"), ("80%", "80%"), ("4GiB", "3GiB")]
)
def test_the_database_gets_a_part_of_the_memory_granted(memory: str, expected: str) -> None:
    assert share_of(memory, 0.75) == expected
