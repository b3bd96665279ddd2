"""What a run looks at: the tables of the audit, its period and its scope."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.running.calendars import build_open_hours

EVER = (datetime(1970, 1, 1), datetime(2200, 1, 1))
RENAMED = {"cases": "all_cases", "case_events": "all_case_events"}
"""The canonical tables of which a view of the same name shows only what is in period and scope."""
_DONE = (
    ("changes", "ended_at"),
    ("approvals", "decided_at"),
    ("reviews", "held_at"),
    ("measurements", "period_end"),
    ("control_records", "performed_at"),
    ("survey_responses", "answered_at"),
    ("complaints", "received_at"),
)


Span = tuple[datetime | None, datetime | None]


@dataclass(frozen=True)
class _Known:
    """The first and last moment of the records: of every one, and without a stray year far off the rest."""

    every: Span
    usual: Span


def set_scope(database: DuckDBPyConnection, audit: AuditFile) -> None:
    """Create ``audit_period`` (one row), ``audit_scope``, ``gapless`` (tables whose ids have no gaps by design) and ``open_hours``.

    ``starts_at`` and ``ends_at`` (not included) bound the period in UTC; ``as_of`` is the last moment that the data know of, at most the
    end of the period: cases still open then are censored there. ``first_at`` and ``last_at`` are the first and last moment of all.
    """
    known = _known_times(database)
    first, last = known.usual
    starts_at, ends_at = _bounds(database, audit)
    as_of = min(last or ends_at, ends_at)
    database.execute(
        "create or replace temp table audit_period as select ?::timestamp as starts_at, ?::timestamp as ends_at, "
        "?::timestamp as as_of, ?::boolean as declared, ?::boolean as scoped, ?::varchar as zone, "
        "?::timestamp as first_at, ?::timestamp as last_at",
        [
            starts_at,
            ends_at,
            as_of,
            audit.period is not None,
            bool(audit.scope),
            audit.timezone,
            *known.every,
        ],
    )
    database.execute("create or replace temp table audit_scope (service VARCHAR)")
    for service in audit.scope:
        database.execute("insert into audit_scope values (?)", [service])
    database.execute("create or replace temp table gapless (table_name VARCHAR)")
    for table in audit.gapless:
        database.execute("insert into gapless values (?)", [table])
    begins = (first or starts_at).date()
    build_open_hours(database, max(begins, date(1970, 1, 1)), (last or as_of).date() + timedelta(days=1))


def known_days(database: DuckDBPyConnection) -> tuple[str, str] | None:
    """The first and last day that the data know of; None where they know no time."""
    row = database.execute("select first_at, last_at from audit_period").fetchone()
    first, last = row or (None, None)
    return (first.date().isoformat(), last.date().isoformat()) if first and last else None


def _bounds(database: DuckDBPyConnection, audit: AuditFile) -> tuple[datetime, datetime]:
    if audit.period is None:
        return EVER
    begins, ends = audit.period
    local = [datetime.combine(begins, time()), datetime.combine(ends + timedelta(days=1), time())]
    row = database.execute(
        "select timezone(?, ?::timestamp)::timestamp, timezone(?, ?::timestamp)::timestamp",
        [audit.timezone, local[0], audit.timezone, local[1]],
    ).fetchone()
    assert row is not None
    return row[0], row[1]


def _known_times(database: DuckDBPyConnection) -> _Known:
    """The first and last moment of anything that happened."""
    row = database.execute(
        """with moments as (
            select opened_at as "at" from all_cases union all select resolved_at from all_cases union all
            select closed_at from all_cases union all select "at" from all_case_events union all
            select period_end from measurements union all select held_at from reviews union all
            select answered_at from survey_responses union all select performed_at from control_records union all
            select decided_at from approvals
        ),
        days as (
            select cast("at" as date) as day, min("at") as first_at, max("at") as last_at, count(*) as n
            from moments where "at" is not null group by 1
        ),
        ranked as (
            select *, sum(n) over (order by day) / sum(n) over () as up_to from days
        ),
        middle as (
            select
                min(day) filter (where up_to >= 0.005) - interval 366 day as lowest,
                min(day) filter (where up_to >= 0.995) + interval 366 day as highest
            from ranked
        )
        select
            min(first_at),
            max(last_at),
            min(first_at) filter (where day >= lowest),
            max(last_at) filter (where day <= highest)
        from days cross join middle"""
    ).fetchone()
    if row is None or row[0] is None:
        elsewhere = _known_elsewhere(database)
        return _Known(elsewhere, elsewhere)
    return _Known((row[0], row[1]), (row[2], row[3]))


def _known_elsewhere(database: DuckDBPyConnection) -> Span:
    """Without any case: the first and last moment of what else was done."""
    places = " union all ".join(f'select {column} as "at" from {table}' for table, column in _DONE)
    row = database.execute(f'select min("at"), max("at") from ({places})').fetchone()
    return (row[0], row[1]) if row else (None, None)
