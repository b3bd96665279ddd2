"""Cases from their events, where the events are all that was given."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

FROM_EVENTS = """
create or replace temp table cases_from_events as
with ordered as (
    select "case", "at", state, team, source_file, source_row, source_line, rowid as step from case_events
),
last_elsewhere as (
    select "case", max(step) as step from ordered
    where state is not null and state not in ('resolved', 'closed', 'cancelled') group by "case"
),
ended as (
    select
        ordered."case",
        min("at") filter (where state in ('resolved', 'closed')) as resolved_at,
        min("at") filter (where state in ('closed', 'cancelled')) as closed_at
    from ordered
    left join last_elsewhere on last_elsewhere."case" = ordered."case"
    where ordered.step > coalesce(last_elsewhere.step, -1)
    group by ordered."case"
),
told as (
    select
        "case" as id,
        min("at") as opened_at,
        arg_max(state, step) filter (where state is not null) as state,
        arg_max(team, step) filter (where team is not null) as team,
        arg_min(source_file, step) as source_file,
        arg_min(source_row, step) as source_row,
        arg_min(source_line, step) as source_line
    from ordered group by "case"
)
select told.*, ended.resolved_at, ended.closed_at
from told left join ended on ended."case" = told.id
order by id
"""
"""One row per case that has events, which stand in order: opened at its first, resolved and closed where its last states say so."""

TOLD_BY = {"state": "state", "team": "team", "opened_at": "at", "resolved_at": "state", "closed_at": "state"}
"""Which column of the events tells which column of the cases."""


def complete_cases(database: DuckDBPyConnection, given: set[str], told: set[str]) -> list[str]:
    """Add cases that only events know, and columns of cases that no export gave. Returns what was assumed.

    ``given`` are the columns of ``cases`` that some export gave; those that can be told from the events are added to it. ``told`` are the
    columns of ``case_events`` that were given: without states, nothing is said of resolution.
    """
    if not _count(database, "case_events"):
        return []
    database.execute(FROM_EVENTS)
    known = [name for name, source in TOLD_BY.items() if source in told]
    return [*_fill(database, given, known), *_add_missing(database, given, known)]


def _fill(database: DuckDBPyConnection, given: set[str], known: Sequence[str]) -> list[str]:
    wanted = [name for name in known if name not in given]
    if not given or not wanted:
        return []
    for name in wanted:
        database.execute(
            f"update cases set {name} = derived.{name} from cases_from_events as derived where derived.id = cases.id"
        )
    given.update(wanted)
    return [f"{', '.join(wanted)} of cases are told from the events of each case, as no export gives them"]


def _add_missing(database: DuckDBPyConnection, given: set[str], known: Sequence[str]) -> list[str]:
    columns = ", ".join(known)
    database.execute(
        f"""insert into cases (id, {columns}, source_file, source_row, source_line)
        select id, {columns}, source_file, source_row, source_line from cases_from_events
        where id not in (select id from cases)"""
    )
    counted = database.fetchone()
    added = int(counted[0]) if counted else 0
    if not added:
        return []
    given.update(("id", *known))
    return [
        f"{added:,} cases are known from their events only: a case opens at its first event, and is resolved and closed where "
        "the last states of its history say so"
    ]


def _count(database: DuckDBPyConnection, table: str) -> int:
    row = database.execute(f"select count(*) from {table}").fetchone()
    return int(row[0]) if row else 0
