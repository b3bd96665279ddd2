"""Raw tables as Parquet files in the work folder: every value text, every row with its number."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ringtrue.importers.reading import limits
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.progress import Told, silent, watched
from ringtrue.model.sql import literal, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LEAST_LINE = 2**21

MEMORY = "500MB"
"""What a database of the readers holds; larger work goes to disk."""

FORMAT = "format parquet, compression lz4, write_bloom_filter false, dictionary_size_limit 10000"
"""Quick to write and to read again. Columns with more different texts than that are not kept as numbers later either, so that to
look for them would be in vain."""

NUMBER = "file_row_number"
"""What the database calls the place of a row in its file: no column of a table read by it may be called so."""


def relation(path: Path) -> str:
    """What follows ``from`` to read a stored table."""
    return f"read_parquet({literal(path)})"


def numbered(path: Path, above: int) -> str:
    """The same for a table whose rows have no numbers, each one line of a file with so many lines ``above`` them.

    Numbers that are counted while reading would let only one core write.
    """
    return (
        f"(select file_row_number + 1 as source_row, file_row_number + {1 + above} as source_line, "
        f"* exclude (file_row_number) from read_parquet({literal(path)}, file_row_number = true))"
    )


@contextmanager
def database(work: Path) -> Iterator["DuckDBPyConnection"]:
    """A connection to the database in memory of a work folder, with temporary tables of its own; what does not fit goes below ``work``.
    Nothing is fetched from a network."""
    connection = _engine(work).cursor()
    connection.execute("set enable_progress_bar = false")
    try:
        yield connection
    finally:
        connection.close()


@lru_cache(maxsize=1)
def _engine(work: Path) -> "DuckDBPyConnection":
    """Kept while one folder is worked in: to set up a database takes longer than to look into a small file, and each is looked into by
    every importer."""
    import duckdb

    options: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "temp_directory": str(work / "spill"),
        "memory_limit": MEMORY,
    }
    return duckdb.connect(config=options)


def store(select: str, path: Path, work: Path, told: Told = silent, rows: int = 0) -> int:
    """Write what ``select`` yields, in its order, and count it; ``told`` hears how far it is, of ``rows``. Raises ``duckdb.Error``
    where it cannot be read."""
    part = path.with_suffix(".part")
    try:
        with database(work) as connection:
            copied = f"copy ({select}) to {literal(part)} ({FORMAT})"
            watched(connection, copied, told, rows)
            counted = connection.execute(f"select count(*) from {relation(part)}").fetchone()
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return int(counted[0]) if counted else 0


def rows_of(where: str, columns: Sequence[str], work: Path, condition: str) -> list[tuple[str, ...]]:
    """The rows of a relation for which ``condition`` holds, in order, an absent value as the empty
    text."""
    picked = ", ".join(f"coalesce({quoted(column)}, '')" for column in columns)
    with database(work) as connection:
        return connection.execute(
            f"select {picked} from {where} where {condition} order by source_row"
        ).fetchall()


def csv_source(
    path: Path,
    fields: Sequence[str],
    delimiter: str,
    *,
    skip: int = 0,
    longest: int = 0,
    line_end: str = "\\n",
) -> str:
    """SQL that reads a clean delimited text with these fields, all text; nothing about it is guessed.

    Strict mode is the default and must not be named: DuckDB 2.0.0 then finds no rows at all where the line
    end is named too.
    """
    kinds = ", ".join(f"{literal(field)}: 'VARCHAR'" for field in fields)
    return (
        f"read_csv({literal(path)}, auto_detect=false, header=false, skip={skip}, delim={literal(delimiter)},"
        f" quote='\"', escape='\"', new_line={literal(line_end)}, null_padding=false,"
        f" ignore_errors=false, columns={{{kinds}}}, max_line_size={max(LEAST_LINE, longest + 1024)})"
    )


def named(codes: Sequence[str], columns: Sequence[str]) -> str:
    """SQL that gives the working fields their names in the file."""
    return ", ".join(f"{code} as {quoted(column)}" for code, column in zip(codes, columns, strict=True))


def refuse_too_many_issues(name: str, rejected: int, rows: int, *, is_end: bool = False) -> None:
    """Raise ``UnreadableInput`` where so much is rejected that the form of the file must have been
    misread."""
    few = 20 if is_end else 1_000
    if rejected > limits.MAX_ISSUES or (rejected > few and rejected > rows):
        raise UnreadableInput(
            name,
            f"{rejected:,} of {'its' if is_end else 'its first'} {rejected + rows:,} records cannot be read",
            "records that are all written alike",
            "Name delimiter, header_row or encoding under [read] in a mapping file, or export it again.",
        )
