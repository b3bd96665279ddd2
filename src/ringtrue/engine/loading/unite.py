"""The parts of all sources into one table each."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.tables_folder import ORDER
from ringtrue.engine.loading import issues
from ringtrue.engine.loading.narrow import kinds_of
from ringtrue.engine.loading.outcome import SORTED, Loaded
from ringtrue.engine.loading.parts import Part
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import all_tables, table


def unite(database: DuckDBPyConnection, parts: Sequence[Part], outcome: Loaded) -> None:
    """All parts into their tables, each id once; what goes into them is counted."""
    for name, declared in all_tables().items():
        fitting = [part for part in parts if part.table == name]
        columns = ", ".join(f"{quoted(column.name)} {column.type.sql}" for column in declared.columns)
        database.execute(
            f"create or replace temp table {name} ({columns}, source_file VARCHAR, source_row BIGINT, source_line BIGINT)"
        )
        for part in sorted(fitting, key=lambda part: part.derived):
            _append(database, part, declared.unique_id, outcome, alone=len(fitting) == 1)
        for part in fitting:
            outcome.given.setdefault(name, set()).update(part.given)
    for name in SORTED:
        if name in outcome.given and name not in outcome.in_order:
            _put_in_order(database, name, outcome)


def _put_in_order(database: DuckDBPyConnection, name: str, outcome: Loaded) -> None:
    """Events of several sources case by case, each in the order of time: cases and their file rely on it."""
    declared = table(name)
    rows = database.execute(f"select count(*) from {name}").fetchone() or (0,)
    kinds = kinds_of(database, name, name, declared, declared.columns) if rows[0] >= outcome.large else {}
    kept = ", ".join(
        f"cast({quoted(column)} as {kind}) as {quoted(column)}" for column, kind in kinds.items()
    )
    database.execute(
        f"create temp table in_order as select * {f'replace ({kept})' if kept else ''} from {name} order by {ORDER[name]}; "
        f"drop table {name}; alter table in_order rename to {name}"
    )
    outcome.in_order.add(name)


def _append(
    database: DuckDBPyConnection, part: Part, unique_id: bool, outcome: Loaded, *, alone: bool
) -> None:
    repeats = 0
    if unique_id and not part.derived:
        repeats = _reject_repeats(database, part)
    only_new = f"where id not in (select id from {part.table})" if unique_id and part.derived else ""
    if alone:
        database.execute(f"drop table {part.table}; alter table {part.relation} rename to {part.table}")
        database.execute(f"select count(*) from {part.table}")
    else:
        database.execute(f"insert into {part.table} select * from {part.relation} {only_new}")
    counted = database.fetchone()
    if part.primary:
        outcome.loaded[part.file] = outcome.loaded.get(part.file, 0) + (int(counted[0]) if counted else 0)
        outcome.rejected[part.file] = outcome.rejected.get(part.file, 0) + part.rejected + repeats
    database.execute(f"drop table if exists {part.relation}")


def _reject_repeats(database: DuckDBPyConnection, part: Part) -> int:
    if not _has_repeats(database, part):
        return 0
    database.execute(
        f"""create or replace temp table repeated as
        select source_row from {part.relation}
        qualify row_number() over (partition by id order by source_row) > 1 or id in (select id from {part.table})"""
    )
    expected = literal(f"an id that no other row of {part.table} has; the first row with it stays")
    if part.primary:
        issues.add_where(
            database,
            part.relation,
            "source_row in (select source_row from repeated)",
            table=part.table,
            column="id",
            value="id",
            expected=expected,
            kind="duplicate_id",
            outcome="rejected",
        )
    database.execute(f"delete from {part.relation} where source_row in (select source_row from repeated)")
    gone = database.fetchone()
    return int(gone[0]) if gone else 0


def _has_repeats(database: DuckDBPyConnection, part: Part) -> bool:
    found = database.execute(
        f"""select count(*) > count(distinct id) or exists (select 1 from {part.table} where id in (select id from {part.relation}))
        from {part.relation}"""
    ).fetchone()
    return bool(found and found[0])
