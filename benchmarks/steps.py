"""The steps that are measured, each alone in a fresh process: ``python benchmarks/steps.py STEP FOLDER``.

Prints one line of JSON: the seconds of the step itself, after its imports, and what it found.
"""

import json
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.cache.digests import Digests
from ringtrue.engine.cache.run_views import RunViews
from ringtrue.engine.cache.store import Store
from ringtrue.engine.database.connect import DEFAULT_MEMORY, connection
from ringtrue.engine.running import run as engine
from ringtrue.engine.running.scope import RENAMED, set_scope
from ringtrue.engine.running.views import view_texts
from ringtrue.model.sql import literal
from ringtrue.plugins import importers, procedures

Found = dict[str, Any]
Mark = tuple[str, float]
"""What began, and when."""


def scan(folder: Path) -> Found:
    """Read every value of the events once: the least that any work on them can cost."""
    file = literal(str(audit_of(folder).tables / "case_events.parquet"))
    with connection() as database:
        began = perf_counter()
        hashed = f"select count(*), bit_xor(hash(*columns(*))) from read_parquet({file})"
        events, _ = database.execute(hashed).fetchall()[0]
        seconds = perf_counter() - began
        threads = database.execute("select current_setting('threads')").fetchall()[0][0]
    return {"seconds": seconds, "events": events, "threads": threads, "memory": DEFAULT_MEMORY}


def bring_in(folder: Path) -> Found:
    """Import the CSV into a new folder: kept, hashed, recognised, typed, checked, sorted, written as Parquet."""
    importers()
    shutil.rmtree(audit_of(folder).path, ignore_errors=True)
    began = perf_counter()
    imported = api.import_sources([folder / "log"], audit_of(folder).path)
    seconds = perf_counter() - began
    sources = api.read_about(imported.folder.tables)["sources"]
    if imported.errors or any(one["issues"] for one in sources):
        sys.exit(f"The log was not read whole: {imported.errors or sources}")
    return {"seconds": seconds, "loaded": {one["file"]: one["loaded"] for one in sources}}


def steps(folder: Path) -> Found:
    """Build the view `steps`, the one big sort of a run, as a run builds it."""
    with _views(folder) as views:
        began = perf_counter()
        views.build({"steps"})
        seconds = perf_counter() - began
        found = views.database.execute("select count(*) from steps").fetchall()[0][0]
    return {"seconds": seconds, "steps": found}


def handovers(folder: Path) -> Found:
    """How often each team passed work to each other team, from the tables: the views `steps` and `hops`, counted."""
    with _views(folder) as views:
        began = perf_counter()
        views.build({"hops"})
        counted = "select from_team, to_team, count(*) from hops group by all"
        pairs = views.database.execute(counted).fetchall()
        seconds = perf_counter() - began
    return {"seconds": seconds, "pairs": len(pairs), "handovers": sum(count for _, _, count in pairs)}


def ping_pong(folder: Path) -> Found:
    """Run that one procedure from the tables: its views, a verdict for every case, the comparison of all pairs of teams."""
    chosen = [one for one in procedures() if one.declaration.id == "flow.ping-pong"]
    began = perf_counter()
    results, place = engine.run(audit_of(folder), chosen, [], DEFAULT_MEMORY)
    seconds = perf_counter() - began
    for left in (place, audit_of(folder).cache):  # else the run of all would take it from there
        shutil.rmtree(left)
    told = results.procedures[0]
    return {"seconds": seconds, "cases": told.deviations, "judged": told.judged}


def rework(folder: Path) -> Found:
    """For each activity, the cases in which it happened more than once, summed."""
    file = literal(str(audit_of(folder).tables / "case_events.parquet"))
    with connection() as database:
        began = perf_counter()
        again = f'select 1 from read_parquet({file}) group by activity, "case" having count(*) > 1'
        cases = database.execute(f"select count(*) from ({again})").fetchall()[0][0]
        return {"seconds": perf_counter() - began, "cases": cases}


def run(folder: Path) -> Found:
    """Run the whole catalogue, and how long each part of it took; what has no data says so at once."""
    titles = {one.title: one.declaration.id for one in procedures()}
    marks = [("before all", perf_counter())]
    with _told(marks):
        results, place = api.run(
            audit_of(folder), progress=lambda what, *_: marks.append((titles.get(what, what), perf_counter()))
        )
    ended = perf_counter()
    (folder / "run").write_text(str(place), "utf-8")
    told = {one.id: [one.result, one.population, one.deviations] for one in results.procedures}
    return {"seconds": ended - marks[0][1], "procedures": told, "parts": _parts(marks, ended)}


@contextmanager
def _told(marks: list[Mark]) -> Iterator[None]:
    """Views are built when the first procedure asks for them; marks tell them apart from it."""
    create = RunViews._create

    def timed(views: RunViews, name: str) -> None:
        before = marks[-1][0]
        marks.append((f"view {name}", perf_counter()))
        create(views, name)
        marks.append((before, perf_counter()))

    RunViews._create = timed  # type: ignore[method-assign]
    yield
    RunViews._create = create  # type: ignore[method-assign]


def _parts(marks: list[Mark], ended: float) -> dict[str, float]:
    """The seconds of each view and procedure, and of what goes before all of them."""
    parts: dict[str, float] = defaultdict(float)
    for (what, at), (_, until) in pairwise([*marks, ("", ended)]):
        parts[what] += until - at
    return parts


@contextmanager
def _views(folder: Path) -> Iterator[RunViews]:
    """The views of a run over the tables of the audit, none of them kept from before."""
    audit = audit_of(folder)
    view_texts()
    with tempfile.TemporaryDirectory(dir=folder) as work, connection() as database:
        attach_tables(database, audit.tables, RENAMED)
        set_scope(database, audit.audit())
        place = Path(work)
        yield RunViews(database, place, Store(place / "cache"), _ByName("", {}))


class _ByName(Digests):
    """One run, one name: nothing else need tell views apart."""

    def of(self, name: str) -> str:
        return name


def report(folder: Path) -> Found:
    """Draw the HTML report of the run."""
    from ringtrue.reports.html import report as _page  # noqa: F401
    from ringtrue.reports.schema import read_results

    place = Path((folder / "run").read_text("utf-8"))
    results = read_results(place / "results.json")
    began = perf_counter()
    written = api.report(audit_of(folder), results, place)
    return {"seconds": perf_counter() - began, "bytes": written.stat().st_size}


def audit_of(folder: Path) -> AuditFolder:
    """The audit folder of the benchmark."""
    return AuditFolder(folder / "audit")


STEPS: dict[str, Callable[[Path], Found]] = {
    "import": bring_in,
    "scan": scan,
    "steps": steps,
    "handovers": handovers,
    "ping_pong": ping_pong,
    "rework": rework,
    "run": run,
    "report": report,
}

if __name__ == "__main__":
    print(json.dumps(STEPS[sys.argv[1]](Path(sys.argv[2]))))
