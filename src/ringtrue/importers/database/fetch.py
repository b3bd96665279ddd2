"""Asks a database, and keeps each answer as a Parquet file that says where it is from."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from ringtrue.importers.database.asked import Asked, Query, read_asked
from ringtrue.importers.database.connect import Database, Result, connected, refused
from ringtrue.importers.reading import limits
from ringtrue.importers.reading.store import database as workspace
from ringtrue.model.sql import literal, quoted

MARK = "ringtrue-database"
Progress = Callable[[str, int], None]


@dataclass(frozen=True)
class Fetched:
    """One answer that was kept: its file, the table, its rows, its SHA-256."""

    path: Path
    table: str
    rows: int
    sha256: str


def fetch(
    path: Path,
    out: Path,
    environment: Mapping[str, str] = os.environ,
    progress: Progress = lambda table, rows: None,
) -> tuple[Fetched, ...]:
    """Ask every query of the file in one read-only transaction and write ``<file>-<table>.parquet`` for each into ``out``.

    Files appear only when all queries are answered. Raises ``UnreadableInput`` where the file, the connection or a query is
    wrong; no message and no file holds user or password.
    """
    asked = read_asked(path)
    out.mkdir(parents=True, exist_ok=True)
    parts: list[tuple[Path, Path, str, int]] = []
    try:
        with connected(asked.connection, environment) as database:
            for query in asked.queries:
                place = out / f"{path.stem}-{query.table}.parquet"
                part = place.with_suffix(".part")
                parts.append((part, place, query.table, _keep(database, asked, query, part, progress)))
        for part, place, _, _ in parts:
            part.replace(place)
    finally:
        for left in out.glob(f"{path.stem}-*.part*"):
            left.unlink()
    return tuple(Fetched(place, table, rows, _hash(place)) for _, place, table, rows in parts)


def _keep(database: Database, asked: Asked, query: Query, part: Path, progress: Progress) -> int:
    result = database.ask(query)
    _check_columns(asked, query, result)
    lines = part.with_suffix(".part-rows")
    rows = longest = 0
    with lines.open("w", encoding="utf-8", errors="replace") as written:
        for batch in result.batches:
            for row in batch:
                rows += 1
                line = _line(rows, row, result.in_utc)
                longest = max(longest, len(line))
                written.write(line)
            progress(query.table, rows)
    _store(lines, part, result.columns, about(asked, query, rows), longest)
    return rows


def _check_columns(asked: Asked, query: Query, result: Result) -> None:
    folded = [name.casefold() for name in result.columns]
    repeated = sorted({name for name in folded if folded.count(name) > 1})
    if repeated or len(folded) > limits.MAX_COLUMNS or {"source_row", "source_line"} & set(folded):
        raise refused(
            asked.connection,
            f"the query of {query.table} has columns that are not fit: {', '.join(repeated[:5])}",
        )


def _line(number: int, row: Sequence[Any], in_utc: frozenset[int]) -> str:
    cells = "".join(
        f',"c{place}":{encode_basestring(_text(value, place in in_utc))}'
        for place, value in enumerate(row)
        if value is not None
    )
    return f'{{"n":{number}{cells}}}\n'


def _text(value: Any, in_utc: bool) -> str:
    """A value as text: times in ISO 8601, with Z where they are known to be in UTC; bytes as hexadecimal digits."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return _moment(value, in_utc)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value.total_seconds())
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).hex()
    if isinstance(value, (list, tuple, set)):
        return ";".join(_text(one, in_utc) for one in value if one is not None)
    return (
        json.dumps(value, ensure_ascii=False, sort_keys=True)
        if isinstance(value, dict)
        else str(value).replace("\0", "")
    )


def _moment(value: datetime, in_utc: bool) -> str:
    if value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    return value.isoformat() + ("Z" if in_utc else "")


def about(asked: Asked, query: Query, rows: int) -> dict[str, Any]:
    """What is written into the answer: where it is from and what its columns mean; no user, no password."""
    connection = asked.connection
    place = connection.file.name if connection.file else f"{connection.database} on {connection.host}"
    return {
        "schema": "ringtrue/database/1",
        "kind": connection.kind,
        "place": place,
        "table": query.table,
        "query": query.sql,
        "order": list(query.order),
        "rows": rows,
        "read": asked.read,
        "columns": query.columns,
        "values": query.values,
        "patterns": query.patterns,
    }


def _store(lines: Path, part: Path, columns: Sequence[str], told: dict[str, Any], longest: int) -> None:
    kinds = "".join(f", c{place}: 'VARCHAR'" for place in range(len(columns)))
    names = ", ".join(f"c{place} as {quoted(name)}" for place, name in enumerate(columns))
    with workspace(lines.parent) as connection:
        connection.execute(
            f"copy (select {names} from read_json({literal(lines)}, format = 'newline_delimited', "
            f"maximum_object_size = {max(2**20, longest * 4 + 1000)}, columns = {{n: 'BIGINT'{kinds}}}) order by n) "
            f"to {literal(part)} (format parquet, compression zstd, "
            f"kv_metadata {{{quoted(MARK)}: {literal(json.dumps(told, ensure_ascii=False, default=str))}}})"
        )
    lines.unlink()


def _hash(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
