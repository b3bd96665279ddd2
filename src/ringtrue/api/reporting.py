"""Reports of a run, and its leads one by one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ringtrue import plugins
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.model.entry import Entry
from ringtrue.model.errors import (
    WrongUse,
)
from ringtrue.model.result import Results
from ringtrue.reports.format import Job
from ringtrue.reports.paged import Asked as AskedRows
from ringtrue.reports.paged import Rows
from ringtrue.reports.sections.one_lead import LeadLine, OneLead

if TYPE_CHECKING:
    from ringtrue.model.chart import Chart
    from ringtrue.reports.overview import Overview


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


def overview(results: Results, entries: Sequence[Entry] = (), language: str = "en") -> "Overview":
    """The six questions, services by questions and the clause matrix of a run."""
    from ringtrue.reports.overview import overview as seen
    from ringtrue.reports.translated import told_in

    return told_in(seen(results, entries), language)


def lead_lines(results: Results, language: str = "en") -> tuple[LeadLine, ...]:
    """Every lead of a run in the order in which they are to be looked at."""
    from ringtrue.reports.lead_told import line_told
    from ringtrue.reports.sections.one_lead import lead_lines as listed_leads

    return tuple(line_told(one, language) for one in listed_leads(results))


def one_lead(results: Results, place: Path, name: str, language: str = "en") -> OneLead | None:
    """The lead of that name for addresses, with its claim, numbers, charts and advice; None where the run has none."""
    from ringtrue.reports.lead_told import lead_told
    from ringtrue.reports.sections.one_lead import one_lead as alone
    from ringtrue.reports.working_papers import RunFolder

    found = alone(results, RunFolder(place), name)
    return found and lead_told(found, language)


def chart_svg(chart: "Chart", prefix: str, language: str = "en", told: str | None = None) -> str:
    """The drawing of a chart in the colours of the page that it stands in; all text in it is escaped.

    ``told`` is what it says in words, in the language of the page.
    """
    from ringtrue.reports.html.svg import svg

    return svg(chart, prefix, language, told)


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
