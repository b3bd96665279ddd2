"""A first look at a file: what kind it is, and how its tables begin."""

from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from ringtrue.importers.reading.delimited.form import form_of, new_reader
from ringtrue.importers.reading.delimited.table import text_head
from ringtrue.importers.reading.encoding import encoding_of_head
from ringtrue.importers.reading.kind import HEAD, kind_of
from ringtrue.importers.reading.plain import head_of, plain_file
from ringtrue.importers.reading.store import database
from ringtrue.importers.reading.tables import read_tables, table_name
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import RawTable, ReadSettings, SourceFile
from ringtrue.model.sql import quoted

ROWS = 50


@dataclass(frozen=True)
class PeekTable:
    """How a table begins: its column names and its first rows, an absent value as the empty text."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Peek:
    """A first look. ``start`` holds the first bytes of the plain file; ``tables`` is empty where it is no
    table.

    ``kind`` is ``text``, ``json``, ``parquet``, ``xlsx``, ``xls`` or ``ods`` for tables; else ``xml``,
    ``html``, ``sqlite``,
    ``pdf``, ``picture``, ``document``, ``archive``, ``xlsb`` or ``binary``.
    """

    kind: str
    tables: tuple[PeekTable, ...]
    start: bytes


def peek(source: SourceFile, work: Path, settings: ReadSettings) -> Peek:
    """Look at the beginning of a file. Cheap for text; a workbook or JSON is read whole, and kept for
    ``read_tables``.

    Raises ``UnreadableInput`` where there is no file, it is empty, or what it is packed in is damaged. A
    table that cannot be read
    gives a ``Peek`` without tables: ``read_tables`` says why.
    """
    start = head_of(source)
    if not start:
        plain_file(source, work)
    kind = kind_of(start, _inner(source, work, start))
    try:
        return Peek(kind, _tables(source, work, settings, kind, start), start)
    except UnreadableInput:
        return Peek(kind, (), start)


def _inner(source: SourceFile, work: Path, start: bytes) -> Path | None:
    """Where the plain file is, if its kind lies deeper than its first bytes."""
    return plain_file(source, work).path if start.startswith(b"PK") else None


def _tables(
    source: SourceFile, work: Path, settings: ReadSettings, kind: str, start: bytes
) -> tuple[PeekTable, ...]:
    if kind == "text":
        return (_from_text(source, settings, start),)
    if kind in ("json", "parquet", "xlsx", "xls", "ods"):
        tables, _ = read_tables(source, work, settings)
        return tuple(_from_stored(table, work) for table in tables)
    return ()


def _from_text(source: SourceFile, settings: ReadSettings, start: bytes) -> PeekTable:
    codec = encoding_of_head(start, settings.encoding)
    text = text_head(start, codec, len(start) < HEAD)
    form = form_of(text, source.name, settings)
    lines = list(StringIO(text, newline=""))[form.data_line - 1 :]
    rows = []
    for row in new_reader(iter(lines), form.delimiter, form.quote, form.skip_space, strict=False):
        if len(row) == form.width:
            rows.append(tuple(row))
        if len(rows) == ROWS:
            break
    return PeekTable(table_name(source.name), form.columns, tuple(rows))


def _from_stored(table: RawTable, work: Path) -> PeekTable:
    picked = ", ".join(f"coalesce({quoted(column)}, '')" for column in table.columns)
    with database(work) as connection:
        rows = connection.execute(
            f"select {picked} from {table.relation} order by source_row limit {ROWS}"
        ).fetchall()
    return PeekTable(table.name, table.columns, tuple(rows))
