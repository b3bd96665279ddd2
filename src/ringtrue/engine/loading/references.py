"""References between tables: names resolved to ids, and those that lead nowhere written down."""

from duckdb import DuckDBPyConnection

from ringtrue.engine.loading import issues
from ringtrue.engine.loading.narrow import widened
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import Column, ColumnType, all_tables

KNOWN = ("case_events", "case")
"""The reference that leads somewhere in any case: cases that only events know are among the cases when references are looked at."""


def check_references(database: DuckDBPyConnection, filled: set[str]) -> list[str]:
    """Resolve names to ids where an id is not known but exactly one name is, then report what leads nowhere.

    Only tables that were given (``filled``) are looked into: a table that was not given proves nothing. Returns assumptions.
    """
    notes = []
    for name in sorted(filled):
        for column in all_tables()[name].columns:
            if (name, column.name) == KNOWN or column.references is None:
                continue
            if column.references in filled:
                notes += _check(database, name, column, column.references)
    return notes


def _check(database: DuckDBPyConnection, table: str, column: Column, target: str) -> list[str]:
    if column.type is ColumnType.LIST:
        _note_dangling(
            database,
            f"(select *, unnest({quoted(column.name)}) as one from {table})",
            "one",
            table,
            column,
            target,
        )
        return []
    named = _resolve_names(database, table, column, target) if _has_name(target) else 0
    _note_dangling(database, table, quoted(column.name), table, column, target)
    if not named:
        return []
    return [
        f"{named:,} rows of {table}.{column.name} give a name: read as the id of the {target} row of that name"
    ]


def _has_name(target: str) -> bool:
    return any(column.name == "name" for column in all_tables()[target].columns)


def _resolve_names(database: DuckDBPyConnection, table: str, column: Column, target: str) -> int:
    name = quoted(column.name)
    database.execute(
        f"""create or replace temp table resolved as
        select said, known.id from (select distinct cast({name} as varchar) as said from {table}) as told
        join (select lower(name) as name, any_value(id) as id from {target} where name is not null group by 1 having count(*) = 1)
            as known on known.name = lower(told.said)
        where said not in (select id from {target})"""
    )
    found = database.execute("select count(*) from resolved").fetchone()
    if not found or not found[0]:
        return 0
    widened(database, table, column.name)
    database.execute(
        f"update {table} set {name} = resolved.id from resolved where resolved.said = {table}.{name}"
    )
    counted = database.fetchone()
    return int(counted[0]) if counted else 0


def _note_dangling(
    database: DuckDBPyConnection, relation: str, value: str, table: str, column: Column, target: str
) -> None:
    dangling = f"{value} is not null and {value} not in (select id from {target})"
    if not database.execute(
        f"select 1 from (select distinct {value} from {relation}) where {dangling} limit 1"
    ).fetchall():
        return
    issues.add_where(
        database,
        relation,
        dangling,
        table=table,
        column=column.name,
        value=value,
        expected=literal(f"the id of a row of {target}"),
        kind="dangling_reference",
        outcome="loaded",
    )
