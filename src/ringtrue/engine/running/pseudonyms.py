"""Pseudonyms of persons: numbers that say nothing, the same in every output of a run; the key stays in the audit folder."""

from duckdb import DuckDBPyConnection

from ringtrue.engine.running.scope import RENAMED
from ringtrue.model.sql import quoted
from ringtrue.tables import Column, ColumnType, all_tables

_NO_PERSONS = frozenset({"team", "acting_team", "customer", "supplier", "parent"})
"""Columns that hold teams, units and companies, though they refer to parties too."""


def places() -> list[tuple[str, Column]]:
    """The tables, as the run knows them, and their columns that hold persons: those that refer to parties, but for teams and firms."""
    return [
        (RENAMED.get(name, name), column)
        for name, table in all_tables().items()
        for column in table.columns
        if column.references == "parties" and column.name not in _NO_PERSONS
    ]


def build_pseudonyms(database: DuckDBPyConnection) -> None:
    """Create ``pseudonyms`` (person, pseudonym): everybody who is named anywhere, in the order of a hash of the name.

    Teams, units, companies, mailboxes and automation keep their names.
    """
    named = " union ".join(
        f"select person from (select {_each(column)} as person from {table}) as named_there where person is not null"
        for table, column in places()
    )
    database.execute(
        f"""create or replace temp table pseudonyms as
        with named as ({named}),
        kinds as (select id, any_value(kind) as kind from parties group by id)
        select
            person,
            case
                when kinds.kind is null or kinds.kind = 'person'
                then 'person ' || row_number() over (order by kinds.kind is null or kinds.kind = 'person' desc, md5(person), person)
                else person
            end as pseudonym
        from named left join kinds on kinds.id = named.person order by person"""
    )


def _each(column: Column) -> str:
    return f"unnest({quoted(column.name)})" if column.type is ColumnType.LIST else quoted(column.name)
