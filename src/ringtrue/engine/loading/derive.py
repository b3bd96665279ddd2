"""Cases from their events, where the events are all that was given."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

FROM_EVENTS = """
create or replace temp table cases_from_events as
with told as (
    select
        "case" as id,
        min("at") as opened_at,
        arg_max(state, rowid) filter (where state is not null) as state,
        arg_max(team, rowid) filter (where team is not null) as team,
        min(rowid) as first_step,
        max(rowid) filter (where state is not null and state not in ('resolved', 'closed', 'cancelled')) as last_elsewhere
    from case_events group by "case"
),
ended as (
    select
        told.id,
        min(steps."at") filter (where steps.state in ('resolved', 'closed')) as resolved_at,
        min(steps."at") filter (where steps.state in ('closed', 'cancelled')) as closed_at
    from (select "case", "at", state, rowid as step from case_events where state in ('resolved', 'closed', 'cancelled')) as steps
    join told on told.id = steps."case"
    where steps.step > coalesce(told.last_elsewhere, -1)
    group by told.id
)
select
    told.id, told.opened_at, cast(told.state as varchar) as state, cast(told.team as varchar) as team,
    cast(first.source_file as varchar) as source_file, first.source_row, first.source_line, ended.resolved_at, ended.closed_at
from told
join (select source_file, source_row, source_line, rowid as step from case_events) as first on first.step = told.first_step
left join ended on ended.id = told.id
order by told.id
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
        where id not in (select id from cases) order by source_file, source_row"""
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
