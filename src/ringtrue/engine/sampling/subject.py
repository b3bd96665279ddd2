"""What a sample is drawn from: the judged table of a claim, the records of a lead, or a canonical table."""

import json
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.running.last_run import last_run
from ringtrue.model.errors import WrongUse
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import ColumnType, all_tables

SERVICE_WEIGHTS = {"critical": 4, "high": 3, "medium": 2, "low": 1}
"""What a criticality counts as a size [D]; one that is not known counts as the smallest."""


@dataclass(frozen=True)
class Subject:
    """Where the records stand: the file and the SQL of a row (item, service, verdict, says, source file and row)."""

    name: str
    run: str | None
    procedure: str | None
    lead: str | None
    clauses: tuple[str, ...]
    file: Path
    rows: str
    columns: tuple[str, ...]


def subject_named(folder: AuditFolder, name: str, run: str | None = None) -> Subject:
    """The claim, lead or table of that name. WrongUse names near ones, or says that there was no run."""
    if name in all_tables():
        return _table(folder, name)
    place = _run(folder, run)
    results = json.loads((place / "results.json").read_text("utf-8"))
    procedures = {one["id"]: one for one in results["procedures"]}
    leads = {lead["id"]: one for one in results["procedures"] for lead in one["leads"]}
    if name in procedures:
        return _claim(place, procedures[name])
    if name in leads:
        return _lead(place, name, leads[name])
    near = get_close_matches(name, [*procedures, *leads, *all_tables()], 3)
    hint = f" Did you mean {' or '.join(near)}?" if near else " `ringtrue list procedures` names the claims."
    raise WrongUse(f'"{name}" is no claim or lead of run {place.name}, and no table.{hint}')


def _run(folder: AuditFolder, run: str | None) -> Path:
    place = folder.runs / run if run else last_run(folder)
    if place is None or not (place / "results.json").exists() or place.parent != folder.runs:
        missing = f"run {run} is not there" if run else "nothing was run here yet"
        raise WrongUse(f"{folder.path}: {missing}. Run `ringtrue run` on the audit folder first.")
    return place


def _claim(place: Path, procedure: dict[str, object]) -> Subject:
    id = str(procedure["id"])
    file = place / "judged" / f"{id}.parquet"
    if not file.exists():
        raise WrongUse(f"{id} judged nothing in run {place.name}: {procedure['why'] or 'it has no data'}.")
    says = "verdict || case when reason is null or reason = '' then '' else ': ' || reason end"
    return Subject(
        id, place.name, id, None, _clauses(procedure), file, _rows("verdict", says), _columns(file)
    )


def _lead(place: Path, lead: str, procedure: dict[str, object]) -> Subject:
    file = place / "leads.parquet"
    rows = f"{_rows('null', 'reason')} where lead = {literal(lead)}"
    return Subject(lead, place.name, str(procedure["id"]), lead, _clauses(procedure), file, rows, ())


def _table(folder: AuditFolder, name: str) -> Subject:
    """A canonical table whose rows have an id of their own. Only fixed words are told of a row, never text or persons."""
    file, declared = folder.tables / f"{name}.parquet", all_tables()[name]
    columns = {column.name: column for column in declared.columns}
    if "id" not in columns or not declared.unique_id:
        raise WrongUse(
            f"The rows of {name} have no id of their own to be drawn by. Take a claim about them instead."
        )
    if not file.exists():
        raise WrongUse(f"{folder.path}: the table {name} was not given.")
    fixed = [one.name for one in declared.columns if one.values and one.type is ColumnType.TEXT]
    says = f"concat_ws(', ', {', '.join(map(quoted, fixed))})" if fixed else "''"
    service = "id" if name == "services" else "service" if "service" in columns else "null"
    rows = _rows("null", says, "id", service)
    return Subject(name, None, None, None, (), file, rows, tuple(columns))


def _rows(verdict: str, says: str, item: str = "item", service: str = "service") -> str:
    return (
        f"select cast({item} as varchar) as item, cast({service} as varchar) as service, {verdict} as verdict, "
        f"coalesce({says}, '') as says, source_file, source_row, {{size}} as size from {{file}} as given"
    )


def _clauses(procedure: dict[str, object]) -> tuple[str, ...]:
    given = procedure["clauses"]
    return tuple(map(str, given)) if isinstance(given, list) else ()


def _columns(file: Path) -> tuple[str, ...]:
    import duckdb

    with duckdb.connect() as database:
        database.execute("set enable_progress_bar = false")
        described = database.execute(f"describe select * from read_parquet({literal(str(file))})").fetchall()
    return tuple(str(row[0]) for row in described)
