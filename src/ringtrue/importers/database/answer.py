"""An answer that was kept: its rows, what its columns mean, and the sentences that say where it is from."""

import json
from pathlib import Path
from typing import Any

from ringtrue.importers.database.fetch import MARK
from ringtrue.importers.given import read_given_tables
from ringtrue.importers.mapping_file import from_toml, to_toml
from ringtrue.importers.reading import plain_file, read_tables
from ringtrue.importers.reading.store import database
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import Mapping, RawTable, ReadResult, ReadSettings, SourceFile
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import table as declared


def told_of(source: SourceFile, work: Path) -> dict[str, Any] | None:
    """What the file says of itself; nothing where it is no answer."""
    import duckdb

    query = f"select value from parquet_kv_metadata({literal(plain_file(source, work).path)}) where decode(key) = {literal(MARK)}"
    try:
        with database(work) as connection:
            found = connection.execute(query.replace("value", "decode(value)", 1)).fetchone()
        told = json.loads(found[0]) if found else None
    except (duckdb.Error, ValueError):
        return None
    return told if isinstance(told, dict) and told.get("schema") == "ringtrue/database/1" else None


def read_answer(
    source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None
) -> ReadResult:
    """The rows with the mapping given or the one that the answer holds."""
    told = told_of(source, work)
    if told is None:
        raise UnreadableInput(
            source.name,
            "it does not say which query it answers",
            "a file that `ringtrue fetch` has written",
            "Fetch again.",
        )
    tables, notes = read_tables(source, work, settings)
    content = mapping.content if mapping else _mapping(told, tables[0], source.name)
    notes += [*_said(told), *_shared_places(told, tables[0], work)]
    return read_given_tables("database", source.name, tables, Mapping(content=content), notes)


def _mapping(told: dict[str, Any], raw: RawTable, file: str) -> dict[str, Any]:
    known = {column.name for column in declared(told["table"]).columns}
    columns = told["columns"] or {name: name for name in raw.columns if name in known}
    entry = {"name": told["table"], "from": raw.name, "primary": True, "columns": columns}
    parts = {key: told[key] for key in ("values", "patterns") if told.get(key)}
    content = {"importer": "database", "read": told.get("read", {}), "table": [{**entry, **parts}]}
    from_toml(to_toml(Mapping(content=content)), file)
    return content


def _said(told: dict[str, Any]) -> list[str]:
    query = " ".join(str(told["query"]).split())
    return [
        f"the rows are what {told['place']} ({told['kind']}) answered, numbered in the order of {', '.join(told['order'])}, to: {query}"
    ]


def _shared_places(told: dict[str, Any], raw: RawTable, work: Path) -> list[str]:
    order = [name for name in told["order"] if name in raw.columns]
    if not order:
        return []
    names = ", ".join(map(quoted, order))
    with database(work) as connection:
        found = connection.execute(
            f"select coalesce(sum(rows), 0) from (select count(*) as rows from {raw.relation} group by {names}) where rows > 1"
        ).fetchone()
    shared = int(found[0]) if found else 0
    return (
        [
            f"{shared:,} rows share their place in that order with others: a new fetch may number them otherwise"
        ]
        if shared
        else []
    )
