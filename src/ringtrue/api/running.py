"""Running the catalogue on an audit folder, and reading what it said."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ringtrue import plugins
from ringtrue.api.importing import import_sources
from ringtrue.api.places import Progress, criteria, imported
from ringtrue.api.reporting import report
from ringtrue.criteria.methods import method_named
from ringtrue.engine.audit.audit_folder import AuditFolder, write_whole
from ringtrue.engine.database.connect import DEFAULT_MEMORY, connection
from ringtrue.engine.database.engines import Engine
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.running.identity import run_id
from ringtrue.engine.running.run import Tell
from ringtrue.engine.running.run import run as run_all
from ringtrue.model.errors import (
    UnreadableInput,
    WrongUse,
)
from ringtrue.model.result import Results
from ringtrue.proposals import Suggestion

if TYPE_CHECKING:
    from ringtrue.method.compare import Comparison
    from ringtrue.papers.gap.write import GapWritten


@dataclass(frozen=True)
class Audited:
    """A whole audit run: its results, the folder of the run, the report."""

    folder: AuditFolder
    results: Results
    run: Path
    report: Path
    errors: dict[str, UnreadableInput]
    passed_over: tuple[str, ...]


def audit(
    paths: Sequence[Path],
    out: Path | None,
    memory: str = DEFAULT_MEMORY,
    progress: Progress = lambda what, done, total: None,
    engine: Engine = "duckdb",
    tell: Tell = lambda sentence: None,
) -> Audited:
    """Import, run and report in one. ``paths`` are exports, folders of them, or one audit folder."""
    imported = import_sources(paths, out, memory, progress)
    results, place = run(imported.folder, memory, progress, engine, tell)
    written = report(imported.folder, results, place)
    return Audited(imported.folder, results, place, written, imported.errors, imported.passed_over)


def run(
    folder: AuditFolder,
    memory: str = DEFAULT_MEMORY,
    progress: Progress = lambda what, done, total: None,
    engine: Engine = "duckdb",
    tell: Tell = lambda sentence: None,
) -> tuple[Results, Path]:
    """Run the whole catalogue on an audit folder. ``engine`` says what carries the large statements out.

    ``tell`` hears what need not be worked out again, and whom the run waits for.
    """
    method = method_named(imported(folder).audit().method).edition
    return run_all(folder, plugins.procedures(), criteria(folder), memory, progress, method, engine, tell)


def suggest(folder: AuditFolder, memory: str = DEFAULT_MEMORY) -> list[Suggestion]:
    """At most three proposals for each need, requirement and measure without a link, and for each measure without a kind."""
    from ringtrue.proposals import proposals

    return proposals(imported(folder), memory)


def gap(
    folder: AuditFolder,
    language: str = "en",
    memory: str = DEFAULT_MEMORY,
    progress: Progress = lambda what, done, total: None,
) -> "GapWritten":
    """The readiness by clause as a workbook, a document and an evidence pack. What was imported is run first, where it was not yet."""
    from ringtrue.engine.records.records import rows_of_records
    from ringtrue.papers.gap.write import write_gap
    from ringtrue.reports.language import words
    from ringtrue.reports.schema import read_results

    words(language)
    judged_by = criteria(imported(folder))
    name = run_id(folder, folder.audit(), rows_of_records(Journal(folder)))
    place = folder.runs / name
    if not (place / "results.json").exists():
        _, place = run(folder, memory, progress)
    results = read_results(place / "results.json")
    return write_gap(folder, results, place, judged_by, language, memory)


def compare(named: Sequence[str]) -> "Comparison":
    """Two runs side by side: the last two of an audit folder, two of its runs by their ids, or the last runs of two folders."""
    from ringtrue.method.compare import compare as put_side_by_side
    from ringtrue.reports.comparison.find import two_runs

    first, second = two_runs(named)
    return put_side_by_side(first.results, second.results, first.code == second.code)


def results_of(folder: AuditFolder, run: str | None = None) -> tuple[Results, Path] | None:
    """The results of a run and its folder: of the run named, else of the last one; None where there is none."""
    from ringtrue.engine.running.last_run import last_run
    from ringtrue.reports.schema import read_results

    if run is None:
        place = last_run(folder)
    else:
        place = next(
            (one.parent for one in folder.runs.glob("*/results.json") if one.parent.name == run), None
        )
    return (read_results(place / "results.json"), place) if place else None


def write_audit_file(folder: AuditFolder, text: str) -> None:
    """Begin an audit folder with the text of its ``audit.toml``; WrongUse if that makes no sense."""
    write_whole(folder.audit_file, text)
    folder.audit()
    folder.sources.mkdir(exist_ok=True)


def change_settings(folder: AuditFolder, procedure: str, values: Named[str, Any]) -> None:
    """Write the settings of a procedure into ``audit.toml``; those left out have their defaults. WrongUse where it cannot be done."""
    from ringtrue.engine.audit.settings_text import with_settings

    named = {one.declaration.id: one.declaration.settings for one in plugins.procedures()}
    if procedure not in named:
        raise WrongUse(f"{procedure}: there is no such procedure.")
    known = {one.name for one in named[procedure]}
    if unknown := sorted(set(values) - known):
        raise WrongUse(
            f"{procedure} has no setting {', '.join(unknown)}. It has: {', '.join(sorted(known))}."
        )
    write_whole(folder.audit_file, with_settings(folder.audit_file.read_text("utf-8-sig"), procedure, values))


def simulate(
    out: Path,
    *,
    seed: int = 1,
    services: int = 30,
    months: int = 18,
    cases_a_month: int | None = None,
    events: int | None = None,
    plant: Named[str, float] = MappingProxyType({}),
    lookalikes: Sequence[str] | bool = (),
    memory: str = DEFAULT_MEMORY,
    progress: Progress = lambda what, done, total: None,
) -> dict[str, list[str]]:
    """Write an invented organisation to a folder; the objects in which each fault was planted, by procedure.

    ``events`` asks for about so many events in all, instead of cases a month.
    """
    from ringtrue.simulation.invented.organisation import CASES_A_MONTH, Size
    from ringtrue.simulation.invented.simulate import simulate as invent
    from ringtrue.simulation.invented.streaming import EVENTS_A_CASE

    usual = CASES_A_MONTH if cases_a_month is None else cases_a_month
    cases = usual if events is None else max(1, round(events / months / EVENTS_A_CASE))
    size = Size(services=services, months=months, cases_a_month=cases)
    with connection(memory) as database:
        return invent(database, out, seed, size, plant, lookalikes, progress)
