"""The report as one HTML file: everything inside, nothing fetched, no scripts."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files
from itertools import count as numbers
from pathlib import Path
from typing import TYPE_CHECKING

from ringtrue.model.entry import Entry
from ringtrue.model.result import Results
from ringtrue.reports.format import Job, ReportFormat
from ringtrue.reports.language import Words, words
from ringtrue.reports.numbers import plural
from ringtrue.reports.outline import Outline
from ringtrue.reports.parts import Figure
from ringtrue.reports.rows import write_rows
from ringtrue.reports.translated import outlined
from ringtrue.reports.working_papers import RunFolder

if TYPE_CHECKING:
    from jinja2 import Environment


def render(results: Results, run_folder: Path, out_file: Path, entries: Sequence[Entry] = ()) -> None:
    """Write the report of a run to ``out_file``, and the records of each lead to ``rows/<run>/`` beside it.

    The file appears whole or not at all. The same run gives the same bytes.
    """
    _render(Job(results=results, run=run_folder, out=out_file, entries=tuple(entries)))


def _render(job: Job) -> tuple[Path, ...]:
    page = html(outlined(job))
    job.out.parent.mkdir(parents=True, exist_ok=True)
    write_rows(job.results, RunFolder(job.run), job.out.parent)
    part = job.out.with_name(f"{job.out.name}.part")
    part.write_text(page, "utf-8", errors="replace", newline="\n")
    part.replace(job.out)
    return (job.out,)


def html(drawn: Outline) -> str:
    """The page of an outline."""
    from markupsafe import Markup

    style, say = style_sheet(), words(drawn.language)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        _environment(say, drawn.language)
        .get_template("report.html")
        .render(
            outline=drawn,
            contents=[(id, say(name)) for id, name in _contents(drawn)],
            more_leads=say(f"{plural(drawn.more_leads, 'further lead')} below, by question."),
            style=Markup(style),
            style_hash=digest,
        )
    )


def style_sheet() -> str:
    """The one style sheet of the page."""
    return files("ringtrue.reports.html").joinpath("report.css").read_text("utf-8")


def _environment(say: Words, language: str) -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    from ringtrue.reports.html.svg import svg

    places = numbers(1)

    def drawing(figure: Figure) -> Markup:
        """The figure's drawing; its inner ids are its own on this page. ElementTree has escaped all text in it."""
        return Markup(svg(figure.chart, f"chart-{next(places)}-", language, figure.words))

    environment = Environment(
        loader=PackageLoader("ringtrue.reports.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["drawing"], environment.globals["say"] = drawing, say
    return environment


def _contents(drawn: Outline) -> list[tuple[str, str]]:
    """The sections of the page by anchor and name."""
    entries = [("questions", "Six questions", True), ("services", "By service", drawn.services is not None)]
    entries += [(f"leads-{one.id}", one.heading, True) for one in drawn.leads]
    entries += [
        ("findings", "Findings", drawn.findings is not None),
        ("samples", "Samples", drawn.samples is not None),
        ("requests", "What to ask for", True),
        ("clauses", "Conformity", True),
        ("facts", "Facts", drawn.facts is not None),
        ("sources", "Sources", True),
        ("procedures", "All procedures", True),
        ("method", "Method", True),
    ]
    return [(id, name) for id, name, there in entries if there]


REPORT = ReportFormat(id="html", title="One self-contained page", suffix=".html", render=_render)
