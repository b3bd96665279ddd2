"""A run: every procedure on the tables of an audit, into ``runs/<run id>/``."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection
from duckdb import Error as DuckDBError

from ringtrue import __version__
from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.audit.audit_folder import AuditFolder, recover, replacing, sha256
from ringtrue.engine.audit.tables_folder import attach_tables, read_about
from ringtrue.engine.cache.desk import Desk
from ringtrue.engine.cache.digests import digests_of_tables
from ringtrue.engine.cache.store import Store
from ringtrue.engine.database.connect import connection
from ringtrue.engine.database.engines import Engine, engine_of, hold_tables
from ringtrue.engine.database.locks import alone_in
from ringtrue.engine.database.room import room
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.records.records import RecordRows, add_records, rows_of_records
from ringtrue.engine.running.answers import answer_clauses, answer_questions, answer_services
from ringtrue.engine.running.assess import Assessed, failed
from ringtrue.engine.running.given import tell_given
from ringtrue.engine.running.judge import rows_of
from ringtrue.engine.running.kept_run import kept_run, read_results
from ringtrue.engine.running.leads import create_lead_records
from ringtrue.engine.running.needs import tables_needed
from ringtrue.engine.running.pseudonyms import build_pseudonyms
from ringtrue.engine.running.scope import RENAMED, known_days, set_scope
from ringtrue.model import Catalogued
from ringtrue.model.criteria import Criteria, Edition
from ringtrue.model.result import SCHEMA, AuditInfo, Fact, Results, SourceResult
from ringtrue.model.sql import literal

Progress = Callable[[str, int, int], None]
Tell = Callable[[str], None]
WAITS = "Another run of this audit is under way. This one waits for its end."
DECIDING = ("engine", "views", "facts", "procedures", "statistics", "criteria", "tables")
"""The parts of Ringtrue that decide what a run says."""
CACHE_BYTES, CACHE_TIMES = 1_000_000_000, 5
"""What the cache may hold: so many bytes, or so many times as much as the tables of the audit, whichever is more."""


def run(
    folder: AuditFolder,
    procedures: Sequence[Catalogued],
    criteria: Sequence[Criteria],
    memory: str,
    progress: Progress = lambda what, done, total: None,
    method: Edition | None = None,
    engine: Engine = "duckdb",
    tell: Tell = lambda sentence: None,
) -> tuple[Results, Path]:
    """Run every procedure on the tables of the audit folder. Returns the results and the run's folder.

    A procedure that fails, by a fault of ours, says so in its result, and the rest goes on. A run that stands whole is not made again,
    and of another one not what is as it was before; ``tell`` hears of it. MemoryTooSmall or DiskFull where there is no room.
    """
    with alone_in(folder.runs, lambda: tell(WAITS)), room(memory, folder.path):
        audit, records = folder.audit(), rows_of_records(Journal(folder))
        place = folder.runs / run_id(folder, audit, records)
        if kept := kept_run(place, code_digest()):
            tell("This run was made before and stands whole: nothing was worked out again.")
            return kept, place
        about = _with_records(read_about(folder.tables), records)
        _sweep(folder.runs)
        with replacing(place) as fresh:
            with (
                _work(fresh) as work,
                connection(memory, work) as own,
                engine_of(engine, own, work) as database,
            ):
                _prepare(database, folder, audit, about, records)
                tables, store = digests_of_tables(own, folder.tables, records), Store(folder.cache)
                desk = Desk(database, store, tables, [code_digest(("model",)), code_digest(), engine], fresh)
                assessed = []
                for number, procedure in enumerate(procedures):
                    progress(procedure.title, number, len(procedures))
                    assessed.append(_assess(desk, procedure, criteria, audit, about, memory, folder))
                facts = desk.facts(about["facts"])
                desk.views.build({"cases"})
                results = _results(
                    database, place.name, audit, about, assessed, facts, criteria, procedures, method
                )
                _write_records(database, fresh)
            _write(fresh, results, assessed)
        if desk.taken:
            tell(
                f"{desk.taken} of {len(procedures)} procedures are as they were before: taken from cache/, not worked out again."
            )
        store.prune(max(CACHE_BYTES, CACHE_TIMES * _size(folder.tables)))
        return read_results(place), place


def run_id(folder: AuditFolder, audit: AuditFile, records: RecordRows) -> str:
    """The id of a run: of its tables, its records, its settings, its criteria and the code, never of the time."""
    digest = hashlib.sha256()
    for table in sorted(folder.tables.iterdir()):
        digest.update(f"{table.name} {sha256(table)}\n".encode())
    for own in (folder.path / name for name in audit.criteria):
        if own.is_file():
            digest.update(f"{own.name} {sha256(own)}\n".encode())
    digest.update(repr((__version__, code_digest(), audit, records.digest)).encode())
    return digest.hexdigest()[:12]


def _with_records(about: dict[str, Any], records: RecordRows) -> dict[str, Any]:
    """What is known of the tables, the records of this audit being one more source."""
    source = records.source()
    sources = [*about["sources"], *([source] if source else [])]
    return {**about, "given": records.with_given(about["given"]), "sources": sources}


@cache
def code_digest(places: tuple[str, ...] = DECIDING) -> str:
    """The SHA-256 of the code that decides what a run says; read once, as the code of a process is."""
    digest = hashlib.sha256()
    for place in places:
        for name, content in sorted(_contents(files("ringtrue").joinpath(place), place)):
            digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def _contents(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    found = []
    for inside in place.iterdir():
        if inside.is_dir() and inside.name != "__pycache__":
            found += _contents(inside, f"{name}/{inside.name}")
        elif inside.name.endswith((".py", ".sql", ".yaml", ".toml")):
            found.append((f"{name}/{inside.name}", inside.read_bytes()))
    return found


def _prepare(
    database: DuckDBPyConnection,
    folder: AuditFolder,
    audit: AuditFile,
    about: dict[str, Any],
    records: RecordRows,
) -> None:
    attach_tables(database, folder.tables, RENAMED)
    add_records(database, records)
    set_scope(database, audit)
    build_pseudonyms(database)
    create_lead_records(database)
    tell_given(database, about["given"])
    hold_tables(database, folder.tables, set(records.rows))


def _assess(
    desk: Desk,
    procedure: Catalogued,
    criteria: Sequence[Criteria],
    audit: AuditFile,
    about: dict[str, Any],
    memory: str,
    folder: AuditFolder,
) -> Assessed:
    clauses = [clause for one in criteria for clause in one.clauses_of(procedure.declaration.id)]
    try:
        with room(memory, folder.path):
            return desk.assess(procedure, about["given"], audit, clauses)
    except (ArithmeticError, LookupError, ValueError, TypeError, RuntimeError, DuckDBError) as error:
        return failed(procedure, audit, clauses, f"{type(error).__name__}: {error}")


@contextmanager
def _work(fresh: Path) -> Iterator[Path]:
    """The folder of a run that is being made, with a place for what it needs only meanwhile."""
    for name in ("judged", "sql", "work"):
        (fresh / name).mkdir()
    yield fresh / "work"
    shutil.rmtree(fresh / "work", ignore_errors=True)


def _sweep(runs: Path) -> None:
    """Take away what runs that were killed left half-made, whatever they were of."""
    for left in runs.glob("*.new"):
        recover(left.with_suffix(""))


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def _results(
    database: DuckDBPyConnection,
    name: str,
    audit: AuditFile,
    about: dict[str, Any],
    assessed: Sequence[Assessed],
    facts: tuple[Fact, ...],
    criteria: Sequence[Criteria],
    procedures: Sequence[Catalogued],
    method: Edition | None,
) -> Results:
    results = tuple(one.result for one in assessed)
    needs = {one.declaration.id: tables_needed(one.declaration) for one in procedures}
    period = (audit.period[0].isoformat(), audit.period[1].isoformat()) if audit.period else None
    return Results(
        schema=SCHEMA,
        run=name,
        version=__version__,
        audit=AuditInfo(
            title=audit.title,
            organisation=audit.organisation,
            period=period,
            criteria=audit.criteria,
            timezone=audit.timezone,
            records=known_days(database),
            editions=tuple(one.edition_of for one in criteria),
            method=method,
        ),
        sources=tuple(
            SourceResult(**{**one, "assumptions": tuple(one["assumptions"])}) for one in about["sources"]
        ),
        procedures=results,
        facts=facts,
        services=answer_services(_services(database), assessed),
        clauses=answer_clauses(criteria, results, needs),
        questions=answer_questions(results),
    )


def _services(database: DuckDBPyConnection) -> list[dict[str, object]]:
    """The services of the catalogue, or, where none was given, those that the cases name."""
    return rows_of(
        database,
        """with told as (
            select id, name, criticality from services where status is null or status = 'live'
            union all
            select service, null, null from cases where service is not null and not exists (select 1 from services) group by service
        )
        select * from told cross join audit_period
        where not audit_period.scoped or id in (select service from audit_scope)
        order by case criticality when 'critical' then 1 when 'high' then 2 when 'medium' then 3 when 'low' then 4 else 5 end, id""",
    )


def _write_records(database: DuckDBPyConnection, fresh: Path) -> None:
    database.execute(
        "copy (select * from lead_records order by lead, item, source_file, source_row) "
        f"to {literal(str(fresh / 'leads.parquet'))} (format parquet, compression zstd)"
    )
    database.execute(
        f"copy pseudonyms to {literal(str(fresh / 'pseudonyms.parquet'))} (format parquet, compression zstd)"
    )


def _write(fresh: Path, results: Results, assessed: Sequence[Assessed]) -> None:
    _json(fresh / "results.json", asdict(results))
    _json(fresh / "charts.json", [asdict(chart) for one in assessed for chart in one.charts])
    for one in assessed:
        if one.sql:
            (fresh / "sql" / f"{one.result.id}.sql").write_text(one.sql + "\n", "utf-8")
    inside = sorted(path for path in fresh.rglob("*") if path.is_file())
    manifest = {path.relative_to(fresh).as_posix(): sha256(path) for path in inside}
    _json(
        fresh / "manifest.json",
        {"schema": "ringtrue/manifest/1", "run": results.run, "code": code_digest(), "files": manifest},
    )


def _json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False, default=str) + "\n", "utf-8")
