"""Organisations whose cases do not fit into memory: built and written part by part, each an even sample of the whole time."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.model.sql import literal
from ringtrue.simulation.invented.organisation import Size, build_tables, set_seed
from ringtrue.simulation.invented.statements import in_order, reads, texts
from ringtrue.simulation.invented.writing import canonical_columns, write_table, write_tables

CASES_A_PART = 150_000
EVENTS_A_CASE = 6.67
BY_PART = ("cases", "case_events", "case_links", "target_runs")
ARRIVALS = "arrivals"


def in_parts(size: Size) -> Size:
    """The size with as many parts as it takes to keep each small."""
    return replace(size, parts=max(1, -(-size.cases_a_month * size.months // CASES_A_PART)))


def stream(
    database: DuckDBPyConnection,
    folder: Path,
    seed: int,
    size: Size,
    progress: Callable[[str, int, int], None] = lambda what, done, total: None,
) -> None:
    """Write the organisation to the folder. All but the tables of cases come from the first part."""
    pieces = folder / ".parts"
    set_seed(database, seed)
    build_tables(database, list(in_order(texts())), size.settings(seed))
    write_tables(database, folder, besides=BY_PART)
    for part in range(size.parts):
        progress("inventing cases", part, size.parts)
        if part > 0:
            build_tables(database, _chain(), replace(size, part=part).settings(seed))
        _write_part(database, pieces / f"{part:05}")
    for name in BY_PART:
        progress(f"writing {name}", size.parts, size.parts)
        _join(database, pieces, folder / f"{name}.parquet")
    shutil.rmtree(pieces)


@cache
def _chain() -> tuple[str, ...]:
    """What must be built anew for every part: all between the arrivals and the tables of cases."""
    order = in_order(texts())
    coming = {ARRIVALS}
    for name in order:
        if reads(name) & coming:
            coming.add(name)
    wanted = set(BY_PART)
    for name in reversed(order):
        if name in wanted:
            wanted |= reads(name) & coming
    return tuple(name for name in order if name in wanted & coming)


def _write_part(database: DuckDBPyConnection, place: Path) -> None:
    place.mkdir(parents=True)
    for name, columns in canonical_columns(database).items():
        if name in BY_PART:
            write_table(database, name, columns, place / f"{name}.parquet")


def _join(database: DuckDBPyConnection, pieces: Path, file: Path) -> None:
    parts = ", ".join(literal(str(part)) for part in sorted(pieces.glob(f"*/{file.name}")))
    database.execute(
        f"copy (select * from read_parquet([{parts}])) to {literal(str(file))} (format parquet, compression zstd)"
    )
    for part in pieces.glob(f"*/{file.name}"):
        part.unlink()
