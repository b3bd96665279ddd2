"""A run: every procedure on the tables of an audit, into ``runs/<run id>/``."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection
from duckdb import Error as DuckDBError

from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.audit.audit_folder import AuditFolder, recover, replacing
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
from ringtrue.engine.running.assess import Assessed, failed
from ringtrue.engine.running.given import tell_given
from ringtrue.engine.running.identity import code_digest, run_id
from ringtrue.engine.running.kept_run import kept_run, read_results
from ringtrue.engine.running.leads import create_lead_records
from ringtrue.engine.running.pseudonyms import build_pseudonyms
from ringtrue.engine.running.results import results_of
from ringtrue.engine.running.scope import RENAMED, set_scope
from ringtrue.engine.running.written import write_records, write_run
from ringtrue.model import Catalogued
from ringtrue.model.criteria import Criteria, Edition
from ringtrue.model.result import Results

Progress = Callable[[str, int, int], None]
Tell = Callable[[str], None]
WAITS = "Another run of this audit is under way. This one waits for its end."
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
                results = results_of(
                    database, place.name, audit, about, assessed, facts, criteria, procedures, method
                )
                write_records(database, fresh)
            write_run(fresh, results, assessed)
        if desk.taken:
            tell(
                f"{desk.taken} of {len(procedures)} procedures are as they were before: taken from cache/, not worked out again."
            )
        store.prune(max(CACHE_BYTES, CACHE_TIMES * _size(folder.tables)))
        return read_results(place), place


def _with_records(about: dict[str, Any], records: RecordRows) -> dict[str, Any]:
    """What is known of the tables, the records of this audit being one more source."""
    source = records.source()
    sources = [*about["sources"], *([source] if source else [])]
    return {**about, "given": records.with_given(about["given"]), "sources": sources}


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
