"""Facts, sources and procedures: what an auditor looks up."""

from collections import Counter

from ringtrue.model.place import file_of
from ringtrue.model.result import QUESTIONS, Fact, ProcedureResult, Results, SourceResult
from ringtrue.reports.names import items, rows_file, service_names, spaced
from ringtrue.reports.numbers import amount, bounded, count, plural, share
from ringtrue.reports.parts import Cell, Column, Procedures, Said, Sources, Table, Term
from ringtrue.reports.text import capital, plain, shown_sql
from ringtrue.reports.words import BASES, RESULTS, SHORT
from ringtrue.reports.working_papers import IssueGroup, RunFolder

MOST_ISSUES = 40


def facts(results: Results) -> Table | None:
    """Statements without a verdict: those of the whole run, then those of each procedure."""
    names = service_names(results)
    rows = [_fact(fact, "the whole run", names) for fact in results.facts]
    rows += [_fact(fact, plain(one.title, 300), names) for one in results.procedures for fact in one.facts]
    if not rows:
        return None
    columns = (
        Column(title="Fact"),
        Column(title="Value", number=True),
        Column(title="n", number=True),
        Column(title="From"),
    )
    return Table(caption="Facts without a verdict", columns=columns, rows=tuple(rows))


def _fact(fact: Fact, origin: str, names: dict[str, str]) -> tuple[Cell, ...]:
    about = ""
    if fact.object is not None:
        about = names.get(fact.object.id) or f"{spaced(fact.object.kind)} {plain(fact.object.id, 80)}"
    return (
        Cell(text=capital(plain(fact.statement)), note=about),
        Cell(text=fact_value(fact)),
        Cell(text="–" if fact.n is None else count(fact.n)),
        Cell(text=capital(origin)),
    )


def fact_value(fact: Fact) -> str:
    """The value of a fact with its bounds, in its unit."""
    if isinstance(fact.value, int | float) and not isinstance(fact.value, bool):
        return bounded(float(fact.value), fact.bounds, _fact_unit(fact))
    return plain(amount(fact.value), 160)


def _fact_unit(fact: Fact) -> str:
    """The unit as given; a fact that calls itself a share, and can be one, is written as one."""
    if (
        fact.unit is None
        and fact.statement.lower().startswith("share of ")
        and 0 <= float(fact.value or 0) <= 1
    ):
        return "share"
    return fact.unit or ""


def sources(results: Results, run: RunFolder) -> Sources:
    """The files with their hashes, what was assumed of them, and what was wrong in them."""
    rows, loaded = sum(s.rows for s in results.sources), sum(s.loaded for s in results.sources)
    rejected, issues = sum(s.rejected for s in results.sources), sum(s.issues for s in results.sources)
    columns = ("File", "Read as", "Rows", "Loaded", "Rejected", "Issues")
    files = Table(
        caption="Files as received",
        columns=tuple(Column(title=title, number=place > 1) for place, title in enumerate(columns)),
        rows=tuple(map(_source, results.sources)),
    )
    groups = run.issues()
    names = {s.file for s in results.sources}
    found: Counter[str | None] = Counter()
    for group in groups:
        found[file_of(group.file, names)] += group.n
    agreed = {s.file for s in results.sources if found[s.file] == s.issues}
    return Sources(
        summary=f"{capital(plural(rows, 'row'))}: {count(loaded)} loaded, {count(rejected)} rejected; "
        f"{plural(issues, 'load issue')}. No file was changed.",
        files=files,
        assumptions=tuple(
            (plain(s.file, 160), tuple(map(plain, s.assumptions))) for s in results.sources if s.assumptions
        ),
        issues=_issues([group for group in groups if file_of(group.file, names) in agreed]),
        warnings=_warnings(results.sources, agreed),
    )


def _source(source: SourceResult) -> tuple[Cell, ...]:
    name = plain(source.file, 160)
    if source.error:
        return (
            Cell(text=name, note=plain(source.error)),
            Cell(text="not read", colour="against"),
            *_numbers(source),
        )
    kind = plain(source.importer or "–", 60)
    return Cell(text=name, note=f"SHA-256 {plain(source.sha256, 64)}"), Cell(text=kind), *_numbers(source)


def _numbers(source: SourceResult) -> tuple[Cell, ...]:
    return tuple(Cell(text=count(n)) for n in (source.rows, source.loaded, source.rejected, source.issues))


def _warnings(given: tuple[SourceResult, ...], agreed: set[str]) -> tuple[str, ...]:
    uneven = [s for s in given if s.rows != s.loaded + s.rejected]
    changed = [s for s in given if s.file not in agreed]
    return (
        *(f"{plain(s.file, 160)}: rows loaded and rejected do not add up to the rows read." for s in uneven),
        *(
            f"{plain(s.file, 160)}: its load issues are not those of this run; import it and run again."
            for s in changed
        ),
    )


def _issues(groups: list[IssueGroup]) -> Table | None:
    if not groups:
        return None
    columns = ("File", "Where", "What", "Records", "Then")
    shown = groups[:MOST_ISSUES]
    more = (
        f"; {count(len(groups) - MOST_ISSUES)} further kinds are in load_issues"
        if len(groups) > MOST_ISSUES
        else ""
    )
    return Table(
        caption=f"Load issues by kind, the first record of each as an example{more}",
        columns=tuple(Column(title=title, number=title == "Records") for title in columns),
        rows=tuple(map(_issue, shown)),
    )


def _issue(group: IssueGroup) -> tuple[Cell, ...]:
    where = Said(", ".join(plain(part, 60) for part in (group.table, group.column) if part))
    row = f"row {count(group.example_row)}: " if group.example_row is not None else ""
    value = f"“{plain(group.example_value, 80)}”, " if group.example_value is not None else ""
    return (
        Cell(text=plain(group.file, 160)),
        Cell(text=where or "–"),
        Cell(text=capital(spaced(group.kind)), note=f"{row}{value}expected {plain(group.expected, 120)}"),
        Cell(text=count(group.n)),
        Cell(text=plain(group.outcome, 20)),
    )


def procedures(results: Results, run: RunFolder) -> Procedures:
    """Every procedure with all its numbers and settings, and the SQL of those without leads."""
    quiet = [one for one in results.procedures if not one.leads]
    texts = [(one, shown_sql(run.sql(one.id))) for one in quiet]
    return Procedures(
        by_question=tuple(_procedures(results, id, run) for id in QUESTIONS if _own(results, id)),
        settings=_settings(results.procedures),
        sql=tuple(Term(name=f"{plain(one.title, 300)} ({one.id})", text=text) for one, text in texts if text),
    )


def _own(results: Results, question: str) -> list[ProcedureResult]:
    return [one for one in results.procedures if one.question == question]


def _procedures(results: Results, question: str, run: RunFolder) -> Table:
    titles = (
        "Claim",
        "Result",
        "Population",
        "Judged",
        "Untestable",
        "Deviations",
        "Share of judged",
        "Coverage",
    )
    return Table(
        caption=SHORT[question],
        columns=tuple(Column(title=title, number=place > 1) for place, title in enumerate(titles)),
        rows=tuple(_procedure(one, _rows_link(results, one, run)) for one in _own(results, question)),
    )


def _rows_link(results: Results, one: ProcedureResult, run: RunFolder) -> str:
    """The file with the deviating items of a procedure; empty where there is none."""
    return rows_file(results.run, one.id) if one.deviations and run.holds(one.judged_table) else ""


def _procedure(one: ProcedureResult, rows: str) -> tuple[Cell, ...]:
    said, colour = RESULTS[one.result]
    result = plural(len(one.leads), "lead") if one.leads else said
    numbers = (one.population, one.judged, one.untestable)
    known = one.result in ("lead", "no_lead")
    return (
        Cell(text=plain(one.title, 300), note=f"{one.id} · {items(one.item_kind)}"),
        Cell(text=capital(result), note="" if known else plain(one.why, 300), colour=colour),
        *(Cell(text=count(n) if known or n else "–") for n in numbers),
        Cell(text=count(one.deviations) if known or one.deviations else "–", link=rows),
        Cell(text="–" if one.share is None else bounded(one.share, one.bounds)),
        Cell(text="–" if one.coverage is None else share(one.coverage)),
    )


def _settings(given: tuple[ProcedureResult, ...]) -> Table | None:
    rows = tuple(
        (
            Cell(text=plain(one.title, 300), note=one.id),
            Cell(text=spaced(setting.name)),
            Cell(text=plain(amount(setting.value), 120)),
            Cell(text=capital(BASES.get(setting.basis, plain(setting.basis, 40)))),
        )
        for one in given
        for setting in one.settings
    )
    columns = (
        Column(title="Claim"),
        Column(title="Setting"),
        Column(title="Value", number=True),
        Column(title="Basis"),
    )
    return Table(caption="Settings used", columns=columns, rows=rows) if rows else None
