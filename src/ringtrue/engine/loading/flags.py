"""Flags that stand on every event of a case and flip during it: a property of the case at its end, not of events."""

from duckdb import DuckDBPyConnection

from ringtrue.engine.loading.conversion import Reading, cell, converted
from ringtrue.engine.loading.mapping import TableMapping
from ringtrue.model.sql import quoted
from ringtrue.tables import Column, ColumnType

_FLAG = Column(name="flag", meaning="A flag.", type=ColumnType.BOOLEAN)


def flag_facts(
    database: DuckDBPyConnection,
    raw: str,
    file: str,
    mapping: TableMapping,
    reading: Reading,
    order: str | None,
) -> list[dict[str, object]]:
    """For each flag of the mapping: how many events and, by their last event, how many cases have it, and how many have both."""
    return [_fact(database, raw, file, mapping, reading, order, flag) for flag in mapping.flags]


def _fact(
    database: DuckDBPyConnection,
    raw: str,
    file: str,
    mapping: TableMapping,
    reading: Reading,
    order: str | None,
    flag: str,
) -> dict[str, object]:
    value = converted(cell(quoted(flag), reading), _FLAG, reading)
    column = next(name for name in ("case", "id") if name in mapping.columns)
    row = database.execute(
        f"""with told as (
            select {mapping.text(column, reading)} as "case", {value} as flag,
                row_number() over (order by {order or "source_row"}, source_row) as place
            from {raw}
        ),
        by_case as (
            select arg_max(flag, place) as at_end, bool_or(flag) and not bool_and(flag) as has_both,
                count(flag) as events, count(*) filter (where flag) as events_true
            from told where "case" is not null group by "case"
        )
        select sum(events), sum(events_true), count(at_end), count(*) filter (where at_end), count(*) filter (where has_both) from by_case"""
    ).fetchone()
    events, events_true, cases, cases_true, both = row or (0, 0, 0, 0, 0)
    return {
        "file": file,
        "flag": flag,
        "events": int(events or 0),
        "events_true": int(events_true or 0),
        "cases": int(cases or 0),
        "cases_true_at_end": int(cases_true or 0),
        "cases_with_both": int(both or 0),
    }
