"""References between tables: names resolved to ids, and those that lead nowhere written down."""

from duckdb import DuckDBPyConnection

from ringtrue.engine.loading import issues
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import Column, ColumnType, all_tables


def check_references(database: DuckDBPyConnection, filled: set[str]) -> list[str]:
    """Resolve names to ids where an id is not known but exactly one name is, then report what leads nowhere.

    Only tables that were given (``filled``) are looked into: a table that was not given proves nothing. Returns assumptions.
    """
    notes = []
    for name in sorted(filled):
        for column in all_tables()[name].columns:
            if column.references in filled and column.references is not None:
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
        f"""update {table} set {name} = known.id
        from (select lower(name) as name, any_value(id) as id from {target} where name is not null group by 1 having count(*) = 1)
            as known
        where known.name = lower({table}.{name}) and {table}.{name} not in (select id from {target})"""
    )
    counted = database.fetchone()
    return int(counted[0]) if counted else 0


def _note_dangling(
    database: DuckDBPyConnection, relation: str, value: str, table: str, column: Column, target: str
) -> None:
    issues.add_where(
        database,
        relation,
        f"{value} is not null and {value} not in (select id from {target})",
        table=table,
        column=column.name,
        value=value,
        expected=literal(f"the id of a row of {target}"),
        kind="dangling_reference",
        outcome="loaded",
    )
