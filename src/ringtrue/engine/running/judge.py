"""From a procedure's facts to its judged table: every item looked at, with verdict, reason and place."""

from collections.abc import Mapping, Sequence

from duckdb import DuckDBPyConnection

from ringtrue.engine.database.dialect import bind, parse
from ringtrue.model import Catalogued, GroupProcedure, Judgement, RecordProcedure, SettingValue
from ringtrue.model.sql import literal, quoted

_GROUP_COLUMNS = {
    "item_kind": "VARCHAR",
    "item": "VARCHAR",
    "service": "VARCHAR",
    "verdict": "VARCHAR",
    "reason": "VARCHAR",
    "n": "BIGINT",
    "estimate": "DOUBLE",
    "lower": "DOUBLE",
    "upper": "DOUBLE",
    "p_value": "DOUBLE",
    "q_value": "DOUBLE",
    "source_file": "VARCHAR",
    "source_row": "BIGINT",
}
FIXED = ("item_kind", "item", "service", "verdict", "reason", "source_file", "source_row")


def judge_records(
    database: DuckDBPyConnection,
    procedure: Catalogued,
    declared: RecordProcedure,
    settings: Mapping[str, SettingValue],
) -> str:
    """Create the table ``judged`` from a record procedure's facts. Returns the SQL that was run."""
    facts = bind(procedure.sql, settings)
    parse(facts)
    verdict, reason = _verdict(declared)
    shown = "".join(f", {_shown(column, declared.persons)}" for column in declared.show)
    sql = (
        f"with facts as (\n{facts.strip()}\n)\n"
        f"select {literal(declared.item_kind)} as item_kind, cast(item as varchar) as item, service,\n"
        f"    {verdict} as verdict,\n    {reason} as reason{shown},\n    source_file, source_row\nfrom facts"
    )
    database.execute(f"create or replace temp table judged as {sql} order by item, source_file, source_row")
    return sql


def judge_groups(
    database: DuckDBPyConnection, declared: GroupProcedure, judgements: Sequence[tuple[Judgement, bool]]
) -> None:
    """Create the table ``judged`` from the judgements of a group procedure; an item is the object, or ``object|family``."""
    columns = ", ".join(f"{name} {kind}" for name, kind in _GROUP_COLUMNS.items())
    database.execute(f"create or replace temp table judged ({columns})")
    rows = [
        [
            declared.item_kind,
            f"{one.object}|{one.family}" if one.family else one.object,
            one.service,
            "untestable" if not one.testable else "deviation" if is_lead else "pass",
            one.reason if not one.testable else declared.deviation if is_lead else declared.within,
            *(one.n, one.estimate, one.lower, one.upper, one.p_value, one.q_value, None, None),
        ]
        for one, is_lead in sorted(judgements, key=lambda pair: (pair[0].object, pair[0].family))
    ]
    if rows:
        lists = ", ".join(f"unnest(cast(? as {kind}[]))" for kind in _GROUP_COLUMNS.values())
        database.execute(
            f"insert into judged select {lists}", [list(column) for column in zip(*rows, strict=True)]
        )


def rows_of(database: DuckDBPyConnection, sql: str) -> list[dict[str, object]]:
    """All rows of a query as mappings by column."""
    found = database.execute(sql)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _verdict(declared: RecordProcedure) -> tuple[str, str]:
    untestable = " ".join(f"when {quoted(fact)} then 'untestable'" for fact in declared.untestable)
    deviation = " ".join(f"when {quoted(fact)} then 'deviation'" for fact in declared.deviation)
    unknown = " or ".join(f"{quoted(fact)} is null" for fact in declared.deviation)
    reasons = " ".join(
        f"when {quoted(fact)} then {literal(reason)}"
        for fact, reason in (*declared.untestable.items(), *declared.deviation.items())
    )
    return (
        f"case {untestable} {deviation} when {unknown} then 'untestable' else 'pass' end",
        f"case {reasons} when {unknown} then 'a value needed is not known' else '' end",
    )


def _shown(column: str, persons: Sequence[str]) -> str:
    if column not in persons:
        return quoted(column)
    return f"(select max(pseudonym) from pseudonyms where pseudonyms.person = facts.{quoted(column)}) as {quoted(column)}"
