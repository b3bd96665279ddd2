"""Leads: the groups that a procedure judges, the sentence of a lead, and the records behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue.engine.database.dialect import bind, parse
from ringtrue.engine.running.judge import FIXED
from ringtrue.model import Catalogued, Judgement, RecordProcedure, SettingValue
from ringtrue.model.result import Lead, ObjectRef, Question
from ringtrue.model.sql import literal, quoted
from ringtrue.tables.wording import in_words

ORGANISATION = "organisation"
_SHARES = ("attainment", "attainment_target", "satisfaction_target")
_IN_THE_MEASURE = ("pooled", "limit", "expected")


def create_lead_records(database: DuckDBPyConnection) -> None:
    """Make the empty table of the records behind all leads of a run."""
    database.execute(
        "create or replace temp table lead_records (lead VARCHAR, item_kind VARCHAR, item VARCHAR, service VARCHAR, "
        "reason VARCHAR, source_file VARCHAR, source_row BIGINT, shown VARCHAR)"
    )


def groups_of(procedure: Catalogued, declared: RecordProcedure, settings: Mapping[str, SettingValue]) -> str:
    """The SQL that gives the groups of a record procedure: its own, else counted from the judged table."""
    if procedure.groups_sql:
        sql = bind(procedure.groups_sql, settings)
        parse(sql)
        return sql
    by = quoted(declared.lead_by)
    service = "any_value(service)" if declared.lead_by != "service" else by
    return (
        f"select coalesce(cast({by} as varchar), {literal(ORGANISATION)}) as object, {service} as service, "
        "count(*) filter (where verdict <> 'untestable') as n, count(*) filter (where verdict = 'deviation') as deviations "
        f"from judged group by {by} order by object"
    )


@dataclass(frozen=True)
class _Behind:
    """Where the records behind a lead stand: a relation, which of its rows, what is shown of them."""

    relation: str
    condition: str
    shown: Sequence[str]
    service: str
    reason: str
    kind: str


def record_leads(
    database: DuckDBPyConnection,
    procedure: Catalogued,
    judgement: Judgement,
    settings: Mapping[str, SettingValue],
) -> int:
    """Write down the records behind a lead; returns how many there are."""
    behind = _behind(database, procedure, judgement, settings)
    if behind is None:
        return 0
    database.execute(
        f"create or replace temp table behind as select * from {behind.relation} as found where {behind.condition}"
    )
    shown = ", ".join(_shown(database, behind))
    database.execute(
        f"""insert into lead_records
        select {literal(lead_id(procedure, judgement))}, {literal(behind.kind)}, cast(item as varchar),
            {behind.service}, {behind.reason}, source_file, source_row, cast(json_object({shown}) as varchar)
        from behind order by item, source_file, source_row"""
    )
    counted = database.fetchone()
    return int(counted[0]) if counted else 0


def _shown(database: DuckDBPyConnection, behind: "_Behind") -> list[str]:
    """Name and value of each column shown; times in the audit's zone, which the name tells."""
    kinds = {row[0]: row[1] for row in database.execute("describe behind").fetchall()}
    row = database.execute("select zone from audit_period").fetchone()
    zone = str(row[0]) if row else "UTC"
    return [
        f"{literal(f'{name} ({zone})')}, strftime(timezone({literal(zone)}, timezone('UTC', {quoted(name)})), '%Y-%m-%d %H:%M:%S')"
        if kinds[name] == "TIMESTAMP"
        else f"{literal(name)}, {quoted(name)}"
        for name in behind.shown
    ]


def _behind(
    database: DuckDBPyConnection,
    procedure: Catalogued,
    judgement: Judgement,
    settings: Mapping[str, SettingValue],
) -> _Behind | None:
    declared = procedure.declaration
    if procedure.records_sql:
        return _own_records(database, bind(procedure.records_sql, settings), judgement)
    if isinstance(declared, RecordProcedure):
        speaks = f"verdict = 'deviation' and {_speaks_for(database, declared, judgement.object)}"
        return _Behind("judged", speaks, tuple(declared.show), "service", "reason", declared.item_kind)
    return None


def _own_records(database: DuckDBPyConnection, sql: str, judgement: Judgement) -> _Behind:
    names = [row[0] for row in database.execute(f"describe {sql}").fetchall()]
    condition = f"object = {literal(judgement.object)}"
    if "family" in names:
        condition += f" and family = {literal(judgement.family)}"
    if "target" in names and "target" in judgement.values:
        condition += f" and target = {literal(judgement.values['target'])}"
    if "day" in names and {"first_day", "last_day"} <= judgement.values.keys():
        first, last = literal(judgement.values["first_day"]), literal(judgement.values["last_day"])
        condition += f" and day between {first} and {last}"
    shown = [name for name in names if name not in (*FIXED, "object", "family")]
    service = "service" if "service" in names else literal(judgement.service)
    return _Behind(f"({sql})", condition, shown, service, "reason" if "reason" in names else "''", "record")


def lead_of(procedure: Catalogued, judgement: Judgement, records: int) -> Lead:
    """A judgement that stands out, as a lead."""
    declared = procedure.declaration
    kind = ORGANISATION if judgement.object == ORGANISATION else declared.object_kind
    service = judgement.object if kind == "service" else judgement.service
    measured = bool(declared.measure) and not declared.measure.endswith("share")
    bounds = (
        None if judgement.lower is None or judgement.upper is None else (judgement.lower, judgement.upper)
    )
    return Lead(
        id=lead_id(procedure, judgement),
        object=ObjectRef(kind=kind, id=judgement.object),
        service=service,
        statement=_sentence(declared.statement, judgement, measured),
        estimate=judgement.estimate,
        bounds=bounds,
        p_value=judgement.p_value,
        q_value=judgement.q_value,
        n=judgement.n,
        deviations=judgement.deviations,
        explanations=tuple(declared.explanations),
        ask=tuple(Question(role=ask.role, question=ask.question) for ask in declared.ask),
        records=records,
        values={
            name: in_words(value) if isinstance(value, str) else value
            for name, value in judgement.values.items()
        },
    )


def lead_id(procedure: Catalogued, judgement: Judgement) -> str:
    """``<procedure>/<object>``, with the family where a procedure has several."""
    family = f"{judgement.family}/" if judgement.family else ""
    return f"{procedure.declaration.id}/{family}{judgement.object}"


def _sentence(template: str, judgement: Judgement, measured: bool) -> str:
    words: dict[str, Any] = {
        "object": " and ".join(judgement.object.split("|")),
        "service": judgement.service or "",
        "family": judgement.family,
        "n": f"{judgement.n:,}",
        "deviations": "" if judgement.deviations is None else f"{judgement.deviations:,}",
        "share": _percent(judgement.estimate),
        "estimate": judgement.estimate,
        "lower": judgement.lower if measured else _percent(judgement.lower),
        "upper": judgement.upper if measured else _percent(judgement.upper),
    }
    for name, value in judgement.values.items():
        words[name] = _percent(value) if _is_share(name, measured) else value
    return in_words(template.format(**words, mix=_mix(judgement)))


def _mix(judgement: Judgement) -> str:
    """What peers with the same mix of services and priorities have, where that differs from all peers."""
    pooled, expected = judgement.values.get("pooled"), judgement.values.get("expected")
    if pooled is None or expected is None or _percent(pooled) == _percent(expected):
        return ""
    return f"; with this mix of services and priorities: {_percent(expected)}"


def _is_share(name: str, measured: bool) -> bool:
    return name in _SHARES or name.endswith("share") or (name in _IN_THE_MEASURE and not measured)


def _percent(value: float | None) -> str:
    return "unknown" if value is None else f"{100 * value:.1f} %"


def _speaks_for(database: DuckDBPyConnection, declared: RecordProcedure, object_id: str) -> str:
    by = quoted(declared.lead_by)
    if object_id == ORGANISATION:
        return f"{by} is null"
    kinds = {row[0]: row[1] for row in database.execute("describe judged").fetchall()}
    if kinds[declared.lead_by].endswith("[]"):
        return f"list_contains({by}, {literal(object_id)})"
    return f"cast({by} as varchar) = {literal(object_id)}"
