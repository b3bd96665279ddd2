"""One procedure, run: from what it needs to its result, with the judged table and the records behind every lead written down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.database.dialect import bind, parse
from ringtrue.engine.running.charts import charts_of
from ringtrue.engine.running.judge import judge_groups, judge_records, rows_of
from ringtrue.engine.running.leads import ORGANISATION, groups_of, lead_of, record_leads
from ringtrue.engine.running.needs import Missing, missing_needs
from ringtrue.engine.running.views import names_read
from ringtrue.model import Catalogued, Judgement, RecordProcedure, SettingValue
from ringtrue.model.chart import Chart
from ringtrue.model.errors import ProcedureFailed, WrongUse
from ringtrue.model.result import Fact, Lead, ProcedureResult, ResultKind, SettingUsed
from ringtrue.model.sql import literal
from ringtrue.statistics.intervals import clopper_pearson
from ringtrue.statistics.judges import decide
from ringtrue.statistics.judges.groups import ITEM_KIND

CONFIDENCE = 0.95
Decided = Sequence[tuple[Judgement, bool]]


@dataclass(frozen=True)
class Assessed:
    """A procedure's result, its charts, the SQL that was run, and how many items it judged per service."""

    result: ProcedureResult
    charts: tuple[Chart, ...] = ()
    sql: str = ""
    judged_by_service: Mapping[str, int] | None = None


@dataclass(frozen=True)
class _Counts:
    population: int = 0
    judged: int = 0
    deviations: int = 0


def assess(
    database: DuckDBPyConnection,
    procedure: Catalogued,
    given: Mapping[str, Sequence[str]],
    audit: AuditFile,
    clauses: Sequence[str],
    judged_folder: Path,
) -> Assessed:
    """Run one procedure; its views and ``given_columns`` must be there. ``given`` are the columns that the exports gave, by table."""
    settings = settings_of(procedure, audit)
    missing = missing_needs(procedure.declaration, given, audit.none)
    if missing and missing.declared_none in procedure.declaration.demanded:
        return _declared_absent(database, procedure, settings, clauses, missing, judged_folder)
    if missing:
        return Assessed(_without_data(procedure, settings, clauses, missing))
    sql, decided = _judge(database, procedure, settings)
    counts = _count(database)
    kind, why = _conclude(procedure, counts, decided)
    leads = _leads(database, procedure, decided, settings)
    path = judged_folder / f"{procedure.declaration.id}.parquet"
    database.execute(f"copy judged to {literal(str(path))} (format parquet, compression zstd)")
    result = _result(procedure, settings, clauses, kind, why, counts, leads, f"judged/{path.name}")
    result = replace(result, facts=(*_facts(database, procedure), *_highest(procedure, decided)))
    return Assessed(
        result, charts_of(database, procedure, decided, settings, leads), sql, _by_service(database)
    )


def failed(procedure: Catalogued, audit: AuditFile, clauses: Sequence[str], cause: str) -> Assessed:
    """The result of a procedure that could not run: nothing is said, and why."""
    why = str(ProcedureFailed(procedure.declaration.id, cause))
    return Assessed(_without_data(procedure, settings_of(procedure, audit), clauses, Missing(why)))


def settings_of(procedure: Catalogued, audit: AuditFile) -> dict[str, SettingValue]:
    """The settings of a procedure for this audit: the defaults, and what ``audit.toml`` changes."""
    settings = {setting.name: setting.value for setting in procedure.declaration.settings}
    changed = audit.procedures.get(procedure.declaration.id, {})
    for name, value in changed.items():
        if name not in settings:
            known = ", ".join(settings) or "none"
            raise WrongUse(f"audit.toml: {procedure.declaration.id} has no setting {name}. It has: {known}.")
        settings[name] = value
    return settings


def views_of(procedure: Catalogued, audit: AuditFile) -> set[str]:
    """The views and tables that the SQL of a procedure reads."""
    settings = settings_of(procedure, audit)
    texts = (procedure.sql, procedure.groups_sql, procedure.records_sql, procedure.chart_sql)
    return {name for text in texts if text for name in names_read(bind(text, settings))}


def _judge(
    database: DuckDBPyConnection, procedure: Catalogued, settings: Mapping[str, SettingValue]
) -> tuple[str, Decided]:
    declared = procedure.declaration
    if isinstance(declared, RecordProcedure):
        sql = judge_records(database, procedure, declared, settings)
        groups = rows_of(database, groups_of(procedure, declared, settings))
        return sql, decide(declared.lead_when(groups, {**settings, ITEM_KIND: declared.item_kind}))
    sql = bind(procedure.sql, settings)
    parse(sql)
    decided = decide(declared.lead_when(rows_of(database, sql), settings))
    judge_groups(database, declared, decided)
    return sql, decided


def _count(database: DuckDBPyConnection) -> _Counts:
    row = database.execute(
        "select count(*), count(*) filter (where verdict <> 'untestable'), count(*) filter (where verdict = 'deviation') from judged"
    ).fetchone()
    return _Counts(*row) if row else _Counts()


def _conclude(procedure: Catalogued, counts: _Counts, decided: Decided) -> tuple[ResultKind, str]:
    kind = procedure.declaration.item_kind.replace("_", " ")
    if counts.population == 0:
        return "not_applicable", f"the data given hold no {kind} that this is about"
    found = sum(is_lead for _, is_lead in decided)
    if found:
        return (
            "lead",
            f"{found} of {len(decided)} groups judged stand out" if found > 1 else "one group stands out",
        )
    if counts.judged == 0:
        return "insufficient_data", f"none of {counts.population:,} items ({kind}) could be judged"
    testable = [judgement for judgement, _ in decided if judgement.testable]
    if not testable:
        return "insufficient_data", decided[0][0].reason if decided else "nothing could be compared"
    why = f"{counts.judged:,} items ({kind}) judged, none of {len(testable)} groups stands out"
    weakness = procedure.declaration.weakness
    return "no_lead", f"{why}; {weakness}" if weakness else why


def _leads(
    database: DuckDBPyConnection,
    procedure: Catalogued,
    decided: Decided,
    settings: Mapping[str, SettingValue],
) -> tuple[Lead, ...]:
    leads = [
        lead_of(procedure, judgement, record_leads(database, procedure, judgement, settings))
        for judgement, is_lead in decided
        if is_lead
    ]
    return tuple(sorted(leads, key=lambda lead: lead.id))


def _facts(database: DuckDBPyConnection, procedure: Catalogued) -> tuple[Fact, ...]:
    facts = []
    for statement, sql in procedure.declaration.facts.items():
        row = database.execute(f"select {sql} from judged").fetchone()
        if row and row[0]:
            facts.append(Fact(statement=statement, value=row[0]))
    return tuple(facts)


def _highest(procedure: Catalogued, decided: Decided) -> tuple[Fact, ...]:
    """Where peers were compared and none stands out: which came nearest, so that nobody has to guess."""
    testable = [one for one, _ in decided if one.testable and one.estimate is not None]
    if procedure.declaration.chart != "funnel" or not testable or any(is_lead for _, is_lead in decided):
        return ()
    top = max(testable, key=lambda one: (one.estimate or 0.0, one.n, one.object))
    bounds = None if top.lower is None or top.upper is None else (top.lower, top.upper)
    kind = procedure.declaration.object_kind.replace("_", " ")
    statement = (
        f"highest share of {len(testable)} objects ({kind}), of {' and '.join(top.object.split('|'))}: not outside what chance and the "
        "spread among peers give"
    )
    return (Fact(statement=statement, value=top.estimate, n=top.n, bounds=bounds, unit="share"),)


def _by_service(database: DuckDBPyConnection) -> dict[str, int]:
    rows = database.execute(
        "select service, count(*) from judged where verdict <> 'untestable' and service is not null group by 1 order by 1"
    ).fetchall()
    return {service: int(count) for service, count in rows}


def _without_data(
    procedure: Catalogued, settings: Mapping[str, SettingValue], clauses: Sequence[str], missing: Missing
) -> ProcedureResult:
    kind: ResultKind = "not_applicable" if missing.declared_none else "insufficient_data"
    return _result(procedure, settings, clauses, kind, missing.why, _Counts(), (), None)


def _declared_absent(
    database: DuckDBPyConnection,
    procedure: Catalogued,
    settings: Mapping[str, SettingValue],
    clauses: Sequence[str],
    missing: Missing,
    judged_folder: Path,
) -> Assessed:
    """The organisation says itself that it has nothing of what a clause demands: a deviation, with its own words as the record."""
    sql = (
        f"select {literal('declaration')} as item_kind, {literal(missing.declared_none)} as item, cast(null as varchar) as service, "
        f"'deviation' as verdict, {literal(missing.why)} as reason, 'audit.toml' as source_file, cast(null as bigint) as source_row"
    )
    database.execute(f"create or replace temp table judged as {sql}")
    path = judged_folder / f"{procedure.declaration.id}.parquet"
    database.execute(f"copy judged to {literal(str(path))} (format parquet, compression zstd)")
    declared = Judgement(object=ORGANISATION, n=1, deviations=1, estimate=1.0, effect=True)
    told = replace(
        procedure.declaration, statement=missing.why[:1].upper() + missing.why[1:], object_kind=ORGANISATION
    )
    lead = lead_of(replace(procedure, declaration=told), declared, 1)
    why = f"{missing.why}; a clause asks for it"
    counts = _Counts(population=1, judged=1, deviations=1)
    return Assessed(
        _result(procedure, settings, clauses, "lead", why, counts, (lead,), f"judged/{path.name}"), sql=sql
    )


def _result(
    procedure: Catalogued,
    settings: Mapping[str, SettingValue],
    clauses: Sequence[str],
    kind: ResultKind,
    why: str,
    counts: _Counts,
    leads: tuple[Lead, ...],
    judged_table: str | None,
) -> ProcedureResult:
    declared = procedure.declaration
    bases = {setting.name: setting.basis for setting in declared.settings}
    return ProcedureResult(
        id=declared.id,
        title=procedure.title,
        question=declared.id.split(".")[0],
        result=kind,
        why=why,
        request=declared.request,
        population=counts.population,
        judged=counts.judged,
        deviations=counts.deviations,
        untestable=counts.population - counts.judged,
        share=counts.deviations / counts.judged if counts.judged else None,
        bounds=clopper_pearson(counts.deviations, counts.judged) if counts.judged else None,
        confidence=CONFIDENCE,
        coverage=counts.judged / counts.population if counts.population else None,
        settings=tuple(
            SettingUsed(name=name, value=value, basis=bases[name]) for name, value in settings.items()
        ),
        clauses=tuple(clauses),
        judged_table=judged_table,
        facts=(),
        leads=leads,
        disproof=declared.disproof,
        measure=declared.measure,
        item_kind=declared.item_kind,
        worst=tuple(declared.worst),
    )
