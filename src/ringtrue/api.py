"""The one door for the command line and the workbench: import, run, report."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Named
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ringtrue import plugins
from ringtrue.criteria.methods import method_named
from ringtrue.criteria.read import all_criteria, criteria_of, is_own
from ringtrue.criteria.references import expected_clause
from ringtrue.engine import run as engine
from ringtrue.engine.audit_file import AuditFile, audit_file_text, new_audit_file
from ringtrue.engine.audit_folder import AuditFolder, is_audit_folder, recover, replacing, sha256, write_whole
from ringtrue.engine.connect import DEFAULT_MEMORY, connection
from ringtrue.engine.journal import ChainedEntry, Journal, chain_line, read_chain, read_line
from ringtrue.engine.load_issues import LoadIssues, load_issues
from ringtrue.engine.loading.clauses import note_clauses
from ringtrue.engine.loading.load import Incoming, Loaded, load
from ringtrue.engine.runs import KeptRun, kept_runs
from ringtrue.engine.sampling import Asked as AskedSample
from ringtrue.engine.sampling import Signed
from ringtrue.engine.sampling_frame import Filter as SampleFilter
from ringtrue.engine.tables_folder import read_about, write_tables
from ringtrue.importers.mapping_file import from_toml, to_toml
from ringtrue.importers.reading.peek import PeekTable
from ringtrue.method.sampling.evaluate import Evaluation
from ringtrue.method.sampling.planning import Wish as SampleWish
from ringtrue.method.states import moved, state_named
from ringtrue.model.criteria import Criteria
from ringtrue.model.entry import Entry, NewEntry
from ringtrue.model.errors import (
    JournalForked,
    MappingIncomplete,
    MethodRefused,
    RingtrueError,
    UnreadableInput,
    WrongUse,
)
from ringtrue.model.result import Results
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.model.source import LoadIssue, Mapping, ReadResult, ReadSettings, SourceFile
from ringtrue.proposals import Suggestion
from ringtrue.reports.format import Job
from ringtrue.reports.paged import Asked as AskedRows
from ringtrue.reports.paged import Rows
from ringtrue.reports.sections.one_lead import LeadLine, OneLead
from ringtrue.sources import (
    ENDINGS,
    Given,
    change_sources,
    find_sources,
    is_export,
    keep_sources,
    kept_sources,
)
from ringtrue.tables import all_tables

if TYPE_CHECKING:
    from ringtrue.engine.evidence_store import Stored
    from ringtrue.engine.seal.make import Seal
    from ringtrue.engine.seal.verified import Verified
    from ringtrue.importers.preview import SourceMapping
    from ringtrue.method.compare import Comparison
    from ringtrue.method.understanding import PassShare, Understanding
    from ringtrue.model.chart import Chart
    from ringtrue.model.evidence import Evidence
    from ringtrue.model.finding import Disposition
    from ringtrue.model.plan import Plan
    from ringtrue.papers.desk import Recorded
    from ringtrue.papers.findings.drafting import Drafted
    from ringtrue.papers.findings.records import Records
    from ringtrue.papers.gap.write import GapWritten
    from ringtrue.papers.questionnaire.checked import CheckedQuestionnaire
    from ringtrue.reports.overview import Overview

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Imported:
    """An import: where the audit folder is, what could not be read, which files were passed over."""

    folder: AuditFolder
    errors: dict[str, UnreadableInput]
    passed_over: tuple[str, ...] = ()


@dataclass(frozen=True)
class Audited:
    """A whole audit run: its results, the folder of the run, the report."""

    folder: AuditFolder
    results: Results
    run: Path
    report: Path
    errors: dict[str, UnreadableInput]
    passed_over: tuple[str, ...]


@dataclass(frozen=True)
class Drawn:
    """A sample and the records that were drawn now. ``secret``: the seed, while it is committed and not revealed."""

    sample: Sample
    items: tuple[SampleItem, ...]
    secret: str | None = None


def audit(
    paths: Sequence[Path],
    out: Path | None,
    memory: str = DEFAULT_MEMORY,
    progress: Progress = lambda what, done, total: None,
) -> Audited:
    """Import, run and report in one. ``paths`` are exports, folders of them, or one audit folder."""
    imported = import_sources(paths, out, memory, progress)
    results, place = run(imported.folder, memory, progress)
    written = report(imported.folder, results, place)
    return Audited(imported.folder, results, place, written, imported.errors, imported.passed_over)


def import_sources(
    paths: Sequence[Path],
    out: Path | None,
    memory: str = DEFAULT_MEMORY,
    progress: Progress = lambda what, done, total: None,
) -> Imported:
    """Read every export into the canonical tables of an audit folder. A file that cannot be read is reported, the rest goes on."""
    folder, files, passed_over = _begin(paths, out)
    audited, judged_by = folder.audit(), criteria(folder)
    with (
        tempfile.TemporaryDirectory(prefix=".work-", dir=folder.path) as work,
        connection(memory, Path(work)) as database,
    ):
        incoming, errors = _read_all(folder, files, Path(work), audited, progress)
        progress("checking the rows", len(files), len(files))
        loaded = load(database, incoming, audited.timezone)
        errors.update(loaded.errors)
        note_clauses(database, set(loaded.given), lambda text: expected_clause(judged_by, text))
        about = {"sources": _sources(files, incoming, loaded, errors, database), "facts": loaded.facts}
        with replacing(folder.tables) as fresh:
            write_tables(database, fresh, loaded.given, about, loaded.in_order)
    return Imported(folder, errors, passed_over)


def run(
    folder: AuditFolder, memory: str = DEFAULT_MEMORY, progress: Progress = lambda what, done, total: None
) -> tuple[Results, Path]:
    """Run the whole catalogue on an audit folder."""
    method = method_named(_imported(folder).audit().method).edition
    return engine.run(folder, plugins.procedures(), criteria(folder), memory, progress, method)


def criteria(folder: AuditFolder) -> tuple[Criteria, ...]:
    """What the audit judges by, as its ``audit.toml`` names it: editions that ship, and own files in the audit folder."""
    known = [one.declaration.id for one in plugins.procedures()]
    return criteria_of(folder.audit().criteria, folder.path, known)


def report(
    folder: AuditFolder,
    results: Results,
    place: Path,
    format: str = "html",
    template: Path | None = None,
    language: str = "en",
) -> Path:
    """Render a report of a run; its main file. In another language than English the file's name tells it: ``report.de.docx``."""
    drawn = plugins.report_named(format)
    name = "report" if language == "en" else f"report.{language}"
    folder.reports.mkdir(parents=True, exist_ok=True)
    job = Job(
        results=results,
        run=place,
        out=folder.reports / f"{name}{drawn.suffix}",
        entries=Journal(folder).entries(),
        language=language,
        template=template,
    )
    return drawn.render(job)[0]


def reports(
    folder: AuditFolder,
    results: Results,
    place: Path,
    formats: Sequence[str],
    template: Path | None = None,
    language: str = "en",
) -> tuple[Path, ...]:
    """Render a run in several formats. The template is for those that take one of its kind; WrongUse where none of them does."""
    wanted = [plugins.report_named(format) for format in dict.fromkeys(formats)]
    for_it = [one.id for one in wanted if template and template.suffix.lower() in one.templates]
    if template and not for_it:
        kinds = [f"{one.id} ({', '.join(one.templates)})" for one in plugins.reports() if one.templates]
        raise WrongUse(
            f"{template}: none of the formats asked for takes this template. Those that take one: {', '.join(kinds)}."
        )
    return tuple(
        report(folder, results, place, one.id, template if one.id in for_it else None, language)
        for one in wanted
    )


def save_template(format: str, file: Path) -> Path:
    """Write the template that a format ships to a file, for the auditor to change. WrongUse where there is none, or the file is there."""
    shipped = plugins.report_named(format).template
    if shipped is None:
        kinds = [one.id for one in plugins.reports() if one.template]
        raise WrongUse(f"{format}: this format has no template. Those that have one: {', '.join(kinds)}.")
    if file.exists():
        raise WrongUse(f"{file}: it is there already, and may have been changed by hand. Name a new file.")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(shipped())
    return file


def suggest(folder: AuditFolder, memory: str = DEFAULT_MEMORY) -> list[Suggestion]:
    """At most three proposals for each need, requirement and measure without a link, and for each measure without a kind."""
    from ringtrue.proposals import proposals

    return proposals(_imported(folder), memory)


def gap(
    folder: AuditFolder,
    language: str = "en",
    memory: str = DEFAULT_MEMORY,
    progress: Progress = lambda what, done, total: None,
) -> "GapWritten":
    """The readiness by clause as a workbook, a document and an evidence pack. What was imported is run first, where it was not yet."""
    from ringtrue.engine.records import rows_of_records
    from ringtrue.papers.gap.write import write_gap
    from ringtrue.reports.language import words
    from ringtrue.reports.schema import read_results

    words(language)
    judged_by = criteria(_imported(folder))
    name = engine.run_id(folder, folder.audit(), rows_of_records(Journal(folder)))
    place = folder.runs / name
    if not (place / "results.json").exists():
        _, place = run(folder, memory, progress)
    results = read_results(place / "results.json")
    return write_gap(folder, results, place, judged_by, language, memory)


def paper(
    folder: AuditFolder,
    kind: str,
    formats: Sequence[str] = (),
    language: str = "en",
    options: Named[str, str] = MappingProxyType({}),
) -> list[Path]:
    """Write a paper to fill in or to hand out into the audit folder's ``papers/``; the files written."""
    from ringtrue.papers.desk import write_paper
    from ringtrue.papers.paper import Wanted

    wanted = Wanted(folder=folder, journal=Journal(folder), language=language, options=options)
    return write_paper(wanted, kind, formats)


def request(
    out: Path, folder: AuditFolder | None = None, tables: Sequence[str] = (), language: str = "en"
) -> list[str]:
    """Write the evidence request, a workbook to fill in or, where ``out`` ends in .docx, a letter; the tables that it asks for.

    Those named, else those that the claims of an audit wait for, else all.
    """
    from ringtrue.papers.request.ask import request_of
    from ringtrue.papers.request.letter import write_letter
    from ringtrue.papers.request.workbook import write_request

    needs = {one.declaration.id: one.declaration.needs for one in plugins.procedures()}
    wanted = request_of(folder, tables, language, needs)
    (write_letter if out.suffix.lower() == ".docx" else write_request)(out, wanted)
    return [one.table for one in wanted.asked]


def record(folder: AuditFolder, path: Path, by: str, at: str, journal: Journal | None = None) -> "Recorded":
    """Take a filled paper back into the audit's journal. ``by`` is who filled it, ``at`` the moment (ISO 8601, UTC)."""
    from ringtrue.papers.desk import record_paper

    return record_paper(folder, path, by, at, journal)


def draft_finding(
    folder: AuditFolder,
    lead: str,
    by: str,
    at: str,
    language: str = "en",
    most: int = 10,
    journal: Journal | None = None,
) -> "Drafted":
    """Record a draft of a finding from a lead of the last run, with at most so many records as evidence to verify."""
    from ringtrue.papers.findings.drafting import draft_finding as draft

    return draft(folder, lead, by, at, language, most, journal)


def add_evidence(folder: AuditFolder, path: Path, told: Named[str, Any], by: str, at: str) -> "Evidence":
    """Keep a file as evidence and record what is ``told`` of it, by the fields of Evidence."""
    from ringtrue.papers.findings.adding import add_evidence as add

    return add(folder, path, told, by, at)


def records(folder: AuditFolder, journal: Journal | None = None) -> "Records":
    """The findings, evidence, dispositions, responses and the plan of an audit, and what is known when one of them is judged."""
    from ringtrue.papers.findings.records import records_of

    return records_of(folder, journal or Journal(folder))


def keep_evidence(folder: AuditFolder, path: Path) -> "Stored":
    """Keep the content of a file by its hash; EvidenceRefused if it cannot be. Nothing is recorded by it."""
    from ringtrue.engine.evidence_store import EvidenceStore

    return EvidenceStore(folder).put(path)


def kept_evidence(folder: AuditFolder, sha256: str) -> Path:
    """Where the content of that hash stands. ValueError if the hash is none."""
    from ringtrue.engine.evidence_store import EvidenceStore

    return EvidenceStore(folder).path_of(sha256)


def source_hashes(folder: AuditFolder) -> dict[str, str]:
    """The SHA-256 of each source file as it was received."""
    import json

    place = folder.sources / "sources.json"
    hashes: dict[str, str] = json.loads(place.read_text("utf-8"))["files"] if place.exists() else {}
    return hashes


def proposed_plan(folder: AuditFolder, journal: Journal | None = None, language: str = "en") -> "Plan":
    """The plan as it was recorded last; else one that holds what the audit folder knows, its services weighed by risk."""
    from ringtrue.papers.paper import Wanted
    from ringtrue.papers.plan.write import current_plan

    return current_plan(
        Wanted(folder=folder, journal=journal or Journal(folder), language=language, options={})
    )


def dispose(
    folder: AuditFolder,
    lead: str,
    outcome: str,
    reason: str,
    by: str,
    at: str,
    journal: Journal | None = None,
) -> "Disposition":
    """Record what became of a lead: ``verified``, ``explained`` or ``not_pursued``."""
    from ringtrue.papers.findings.adding import dispose as record_disposition

    return record_disposition(folder, lead, outcome, reason, by, at, journal)


def compare(named: Sequence[str]) -> "Comparison":
    """Two runs side by side: the last two of an audit folder, two of its runs by their ids, or the last runs of two folders."""
    from ringtrue.method.compare import compare as put_side_by_side
    from ringtrue.reports.comparison.find import two_runs

    first, second = two_runs(named)
    return put_side_by_side(first.results, second.results, first.code == second.code)


def seal(folder: AuditFolder, at: str, url: str | None = None, rendered: bool = False) -> "Seal":
    """Seal the audit folder with the user's key. ``url``: a time-stamping authority; ``rendered``: reports and papers too."""
    from ringtrue.engine.seal.key import key_folder
    from ringtrue.engine.seal.make import seal as make

    return make(folder, key_folder(), at, url=url, rendered=rendered)


def verify(folder: AuditFolder, key: Path | None = None, root: Path | None = None) -> "Verified":
    """Check the last seal of the audit folder. ``key``: the expected public key; ``root``: the authority's root certificate."""
    from ringtrue.engine.seal.key import key_folder, own_public_key, public_key
    from ringtrue.engine.seal.timestamp import certificates
    from ringtrue.engine.seal.verify import verify as check

    try:
        expected = public_key(key.read_bytes()) if key else None
    except ValueError as error:
        raise WrongUse(f"{key}: no Ed25519 public key found. Expected the auditor's public.pem.") from error
    roots = certificates(root.read_bytes(), root.name) if root else ()
    return check(folder.path, expected, own_public_key(key_folder()), roots)


def sample(
    folder: AuditFolder,
    asked: AskedSample,
    signed: Signed,
    seed: str | None = None,
    draw: bool = True,
    memory: str = DEFAULT_MEMORY,
    journal: Journal | None = None,
) -> Drawn:
    """Commit a seed, freeze the population, make the plan, and, unless ``draw`` is False, reveal the seed and draw.

    Without a ``seed`` one is drawn from the system's randomness. ``journal``: where the audit's records are kept, here and below;
    the audit folder's own where none is given.
    """
    from secrets import token_hex

    from ringtrue.engine import sampling

    thrown = token_hex(16) if seed is None else seed
    committed = sampling.commit_seed(_imported(folder), asked, thrown, seed is not None, signed, journal)
    frozen = sampling.freeze(folder, committed, asked, signed, memory, journal)
    if not draw:
        return Drawn(frozen, (), thrown)
    return Drawn(*sampling.draw(folder, frozen.id, thrown, signed, asked.items, memory, journal))


def draw_sample(
    folder: AuditFolder,
    id: str,
    seed: str,
    signed: Signed,
    items: Sequence[str] = (),
    memory: str = DEFAULT_MEMORY,
    journal: Journal | None = None,
) -> Drawn:
    """Reveal the seed of a sample that was committed, and draw. ``items``: the auditor's own, of a judgement sample."""
    from ringtrue.engine import sampling

    return Drawn(*sampling.draw(folder, id, seed, signed, items, memory, journal))


def extend_sample(
    folder: AuditFolder,
    id: str,
    signed: Signed,
    size: int | None = None,
    memory: str = DEFAULT_MEMORY,
    journal: Journal | None = None,
) -> Drawn:
    """Draw the next ranks of a sample, where its plan allows it; the further records are returned."""
    from ringtrue.engine import sampling

    return Drawn(*sampling.extend(folder, id, size, signed, memory, journal))


def evaluate_sample(folder: AuditFolder, ids: Sequence[str], journal: Journal | None = None) -> Evaluation:
    """What a sample allows to be said; several samples, of different services, as the strata of one."""
    from ringtrue.engine import sampling

    return sampling.evaluated(folder, ids, journal)


def sample_told(sample: Sample, done: Evaluation | None = None) -> tuple[str, ...]:
    """The steps of a sample in sentences; with its evaluation, what that says."""
    from ringtrue.method.sampling.wording import conclusion, described

    if done is not None:
        return (conclusion(done, by_size=sample.method == "pps"),)
    return tuple(described(sample))


def results_of(folder: AuditFolder, run: str | None = None) -> tuple[Results, Path] | None:
    """The results of a run and its folder: of the run named, else of the last one; None where there is none."""
    from ringtrue.engine.last_run import last_run
    from ringtrue.reports.schema import read_results

    if run is None:
        place = last_run(folder)
    else:
        place = next(
            (one.parent for one in folder.runs.glob("*/results.json") if one.parent.name == run), None
        )
    return (read_results(place / "results.json"), place) if place else None


def overview(results: Results, entries: Sequence[Entry] = ()) -> "Overview":
    """The six questions, services by questions and the clause matrix of a run."""
    from ringtrue.reports.overview import overview as seen

    return seen(results, entries)


def lead_lines(results: Results) -> tuple[LeadLine, ...]:
    """Every lead of a run in the order in which they are to be looked at."""
    from ringtrue.reports.sections.one_lead import lead_lines as listed_leads

    return listed_leads(results)


def one_lead(results: Results, place: Path, name: str) -> OneLead | None:
    """The lead of that name for addresses, with its claim, numbers, charts and advice; None where the run has none."""
    from ringtrue.reports.sections.one_lead import one_lead as alone
    from ringtrue.reports.working_papers import RunFolder

    return alone(results, RunFolder(place), name)


def chart_svg(chart: "Chart", prefix: str) -> str:
    """The drawing of a chart in the colours of the page that it stands in; all text in it is escaped."""
    from ringtrue.reports.html.svg import svg

    return svg(chart, prefix)


def lead_rows(place: Path, lead: str, asked: AskedRows) -> Rows:
    """A page of the rows behind a lead of a run."""
    from ringtrue.reports.paged import rows_of_lead

    return rows_of_lead(place, lead, asked)


def claim_rows(place: Path, procedure: str, asked: AskedRows) -> Rows:
    """A page of the rows that a claim judged in a run."""
    from ringtrue.reports.paged import rows_of_claim

    return rows_of_claim(place, procedure, asked)


def check_template(template: Path, results: Results | None = None, run: Path | None = None) -> None:
    """Try a Word template out on a run, or on one that found nothing; TemplateRefused says what is wrong, and where."""
    from ringtrue.reports.word.checking import check_template as tried

    tried(template, results, run)


def write_audit_file(folder: AuditFolder, text: str) -> None:
    """Begin an audit folder with the text of its ``audit.toml``; WrongUse if that makes no sense."""
    write_whole(folder.audit_file, text)
    folder.audit()
    folder.sources.mkdir(exist_ok=True)


def scan(path: Path, name: str) -> str:
    """The kind of a file that somebody hands in. UnreadableInput where it is no export, damaged, or grows as no export does."""
    from ringtrue.importers.reading.scan import scan as look

    if not is_export(Path(name)):
        wanted = ", ".join(sorted(ENDINGS))
        raise UnreadableInput(name, "its ending is not known", wanted, "Export it as CSV or xlsx.")
    return look(path, name)


def change_settings(folder: AuditFolder, procedure: str, values: Named[str, Any]) -> None:
    """Write the settings of a procedure into ``audit.toml``; those left out have their defaults. WrongUse where it cannot be done."""
    from ringtrue.engine.settings_text import with_settings

    named = {one.declaration.id: one.declaration.settings for one in plugins.procedures()}
    if procedure not in named:
        raise WrongUse(f"{procedure}: there is no such procedure.")
    known = {one.name for one in named[procedure]}
    if unknown := sorted(set(values) - known):
        raise WrongUse(
            f"{procedure} has no setting {', '.join(unknown)}. It has: {', '.join(sorted(known))}."
        )
    write_whole(folder.audit_file, with_settings(folder.audit_file.read_text("utf-8-sig"), procedure, values))


def source_mapping(folder: AuditFolder, name: str) -> "SourceMapping":
    """How a source is read, with its first rows. WrongUse where there is no such source."""
    from ringtrue.importers.preview import preview

    source, audited = _source_named(folder, name), folder.audit()
    written = _mapping_place(folder, source, audited)
    proposal = folder.mapping_of(name).with_suffix(".proposal.toml")
    return preview(source, written, proposal, audited.timezone)


def change_mapping(folder: AuditFolder, name: str, text: str) -> None:
    """Say how a source is to be read from the next import on: the text of a mapping file. UnreadableInput where it is none."""
    source = _source_named(folder, name)
    written = _mapping_place(folder, source, folder.audit())
    _importer_named(str(from_toml(text, written.name).content.get("importer", "tabular")), written.name)
    write_whole(written, text)


def mapping_text(content: Named[str, Any], notes: Sequence[str] = ()) -> str:
    """A mapping as the text of its file. UnreadableInput where it makes no sense."""
    text = to_toml(Mapping(content=content), notes)
    from_toml(text, "mapping")
    return text


def _source_named(folder: AuditFolder, name: str) -> SourceFile:
    found = [one for one in kept_sources(folder) if one.name == name] if folder.sources.exists() else []
    if not found:
        raise WrongUse(f"{name}: there is no such source in this audit.")
    return found[0]


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


def _imported(folder: AuditFolder) -> AuditFolder:
    if not folder.tables.exists():
        raise WrongUse(
            f"{folder.path}: nothing was imported here yet. Run `ringtrue audit` on the exports first."
        )
    return folder


def questions(
    role: str | None = None,
    lesson: str | None = None,
    clause: str | None = None,
    service: str | None = None,
    language: str = "en",
) -> list[dict[str, Any]]:
    """The interview questions of the bank for a role, a lesson and a clause; a service's name stands in them where it is given."""
    from ringtrue.papers.guide import question_rows

    return question_rows(role, lesson, clause, service, language)


def check_questionnaire(path: Path, role: str | None = None, language: str = "en") -> "CheckedQuestionnaire":
    """An auditor's own questions, each with what is wrong with its wording or its role. ``role`` holds where a row names none."""
    from ringtrue.papers.questionnaire.checked import check_questionnaire as check

    return check(path, role, language)


def concepts(term: str | None = None, language: str = "en") -> list[dict[str, Any]]:
    """The concept or lesson of that name, with a right and a wrong example; all of them where none is named."""
    from ringtrue.papers.guide import concept_rows

    return concept_rows(term, language)


def understanding(folder: AuditFolder) -> "Understanding":
    """How far two raters agree on the answers of staff, and what share of these passes, by concept and by team."""
    from ringtrue.engine.scores import scores_of
    from ringtrue.method.understanding import understanding as judged

    return judged(scores_of(folder))


def words(language: str) -> Callable[[str], str]:
    """What turns fixed English words into the language."""
    from ringtrue.reports.language import words as told

    return told(language)


def listed(what: str) -> list[dict[str, Any]]:
    """What there is of ``procedures``, ``importers``, ``reports``, ``papers`` or ``criteria``: id, title, and for procedures their settings."""
    if what == "procedures":
        return [
            {
                "id": one.declaration.id,
                "title": one.title,
                "needs": {table: list(columns) for table, columns in one.declaration.needs.items()},
                "settings": [vars(setting) for setting in one.declaration.settings],
            }
            for one in plugins.procedures()
        ]
    if what == "importers":
        return [{"id": one.name, "title": one.title} for one in plugins.importers()]
    if what == "criteria":
        return [
            {
                **asdict(one.edition_of),
                "clauses": [{"id": clause.id, "title": clause.title} for clause in one.clauses],
            }
            for one in all_criteria().values()
        ]
    if what == "papers":
        from ringtrue.papers.kinds import kinds

        return [{"id": one.kind, "title": one.title} for one in kinds().values()]
    return [
        {"id": one.id, "title": one.title, "suffix": one.suffix, "templates": list(one.templates)}
        for one in plugins.reports()
    ]


def _begin(
    paths: Sequence[Path], out: Path | None
) -> tuple[AuditFolder, tuple[SourceFile, ...], tuple[str, ...]]:
    if len(paths) == 1 and is_audit_folder(paths[0]):
        folder = AuditFolder(paths[0])
        for place in (folder.sources, folder.tables):
            recover(place)
        return folder, kept_sources(folder), ()
    given = find_sources(paths)
    folder = AuditFolder(out or Path(f"{paths[0].name.split('.')[0]}-audit"))
    folder.path.mkdir(parents=True, exist_ok=True)
    if not folder.audit_file.exists():
        title = paths[0].name.split(".")[0].replace("_", " ")
        text = given.audit_file.read_text("utf-8-sig") if given.audit_file else new_audit_file(title, "UTC")
        write_whole(folder.audit_file, text)
    own = _take_own_criteria(folder, given)
    files = [file for file in given.files if file.path.resolve() not in own]
    passed_over = tuple(name for name in given.passed_over if name not in own.values())
    return folder, keep_sources(folder, files), passed_over


def _take_own_criteria(folder: AuditFolder, given: Given) -> dict[Path, str]:
    """Copy the own criteria that ``audit.toml`` names from beside it into the audit folder: they are no export. Their names by path."""
    named = [name for name in folder.audit().criteria if is_own(name)]
    if given.audit_file is None:
        return {}
    beside = given.audit_file.parent.resolve()
    found = {(beside / name).resolve(): name for name in named}
    own = {path: name for path, name in found.items() if path.is_file() and path.is_relative_to(beside)}
    for path, name in own.items():
        place = (folder.path / name).resolve()
        if place.is_relative_to(folder.path.resolve()) and not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    return own


def _read_all(
    folder: AuditFolder, files: Sequence[SourceFile], work: Path, audited: AuditFile, progress: Progress
) -> tuple[list[Incoming], dict[str, UnreadableInput]]:
    incoming: list[Incoming] = []
    errors: dict[str, UnreadableInput] = {}
    for number, file in enumerate(files):
        progress(f"reading {file.name}", number, len(files))
        place = work / str(number)
        place.mkdir()
        try:
            read, mapping = _read(folder, file, place, audited)
            incoming.append(Incoming(file.name, read, mapping))
        except MappingIncomplete as error:
            _write_proposal(folder, file, error)
            errors[file.name] = error
        except UnreadableInput as error:
            errors[file.name] = error
    return incoming, errors


def _read(
    folder: AuditFolder, file: SourceFile, work: Path, audited: AuditFile
) -> tuple[ReadResult, Mapping]:
    settings = ReadSettings(zone=audited.timezone)
    written = _mapping_place(folder, file, audited)
    if written.exists():
        mapping = from_toml(written.read_text("utf-8-sig"), written.name)
        importer = _importer_named(str(mapping.content.get("importer", "tabular")), written.name)
        read = importer.read(file, work, settings, mapping)
        return read, read.mapping
    importer = _best_importer(file, work, settings)
    read = importer.read(file, work, settings)
    if not read.mapping.content.get("identity"):
        write_whole(written, to_toml(read.mapping, read.assumptions))
    return read, read.mapping


def _mapping_place(folder: AuditFolder, file: SourceFile, audited: AuditFile) -> Path:
    """Where the mapping of a source stands: where ``audit.toml`` says, else in ``mappings/``."""
    named = audited.mappings.get(file.name)
    return folder.path / named if named else folder.mapping_of(file.name)


def _best_importer(file: SourceFile, work: Path, settings: ReadSettings) -> plugins.Importer:
    recognised = [(one.recognises(file, work, settings).sure, one.name, one) for one in plugins.importers()]
    sure, _, best = max(recognised, key=lambda found: (found[0], found[1]))
    return best if sure > 0 else _importer_named("tabular", file.name)


def _importer_named(name: str, file: str) -> plugins.Importer:
    known = {importer.name: importer for importer in plugins.importers()}
    if name not in known:
        raise WrongUse(f'{file}: importer "{name}" is not known. Known: {", ".join(known)}.')
    return known[name]


def _write_proposal(folder: AuditFolder, file: SourceFile, error: MappingIncomplete) -> None:
    proposal = getattr(error, "proposal", None)
    if proposal:
        write_whole(folder.mapping_of(file.name).with_suffix(".proposal.toml"), proposal)


def _sources(
    files: Sequence[SourceFile],
    incoming: Sequence[Incoming],
    loaded: Loaded,
    errors: dict[str, UnreadableInput],
    database: Any,
) -> list[dict[str, Any]]:
    importers = {one.file: one.read.importer for one in incoming}
    counted = dict(database.execute("select file, count(*) from load_issues group by file").fetchall())
    first_of_cases = next((part for part in loaded.assumptions if part in loaded.cases_from), None)
    return [
        {
            "file": file.name,
            "sha256": sha256(file.path),
            "importer": importers.get(file.name),
            "rows": loaded.rows.get(file.name, 0),
            "loaded": loaded.loaded.get(file.name, 0),
            "rejected": loaded.rejected.get(file.name, 0),
            "issues": int(counted.get(file.name, 0)),
            "assumptions": [
                *loaded.assumptions.get(file.name, ()),
                *(loaded.shared_assumptions if file.name == first_of_cases else ()),
            ],
            "error": str(errors[file.name]) if file.name in errors else None,
        }
        for file in files
    ]


__all__ = [
    "AskedRows",
    "AskedSample",
    "AuditFolder",
    "Audited",
    "ChainedEntry",
    "CheckedQuestionnaire",
    "Drawn",
    "Entry",
    "Evaluation",
    "Imported",
    "Journal",
    "JournalForked",
    "KeptRun",
    "LeadLine",
    "LoadIssue",
    "LoadIssues",
    "MethodRefused",
    "NewEntry",
    "OneLead",
    "PassShare",
    "PeekTable",
    "Recorded",
    "RingtrueError",
    "Rows",
    "SampleFilter",
    "SampleWish",
    "Signed",
    "SourceFile",
    "SourceMapping",
    "Suggestion",
    "Understanding",
    "UnreadableInput",
    "WrongUse",
    "add_evidence",
    "all_tables",
    "audit",
    "audit_file_text",
    "chain_line",
    "change_mapping",
    "change_settings",
    "change_sources",
    "chart_svg",
    "check_questionnaire",
    "check_template",
    "claim_rows",
    "concepts",
    "criteria",
    "dispose",
    "draft_finding",
    "draw_sample",
    "evaluate_sample",
    "extend_sample",
    "gap",
    "import_sources",
    "keep_evidence",
    "kept_evidence",
    "kept_runs",
    "kept_sources",
    "lead_lines",
    "lead_rows",
    "listed",
    "load_issues",
    "mapping_text",
    "moved",
    "one_lead",
    "overview",
    "paper",
    "proposed_plan",
    "questions",
    "read_about",
    "read_chain",
    "read_line",
    "record",
    "records",
    "report",
    "reports",
    "request",
    "results_of",
    "run",
    "sample",
    "sample_told",
    "save_template",
    "scan",
    "seal",
    "sha256",
    "simulate",
    "source_hashes",
    "source_mapping",
    "state_named",
    "suggest",
    "understanding",
    "verify",
    "words",
    "write_audit_file",
]
