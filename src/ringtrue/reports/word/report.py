"""The report as a Word document: the outline poured into a template that any auditor can open in Word and change."""

from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

from ringtrue.reports.format import Job, ReportFormat
from ringtrue.reports.rows import write_rows
from ringtrue.reports.translated import outlined_for_paper
from ringtrue.reports.working_papers import RunFolder


def render(job: Job) -> tuple[Path, ...]:
    """Write the document, and the records of each lead to ``rows/<run>/`` beside it. The same run gives the same bytes."""
    from ringtrue.reports.word.filling import filled

    drawn = outlined_for_paper(job)
    with as_file(shipped()) as ours:
        document = filled(job.template or ours, drawn)
    job.out.parent.mkdir(parents=True, exist_ok=True)
    write_rows(job.results, RunFolder(job.run), job.out.parent)
    part = job.out.with_name(f"{job.out.name}.part")
    part.write_bytes(document)
    part.replace(job.out)
    return (job.out,)


def shipped() -> Traversable:
    """The template that is shipped."""
    return files("ringtrue.reports.word").joinpath("templates", "report.docx")


REPORT = ReportFormat(
    id="word",
    title="A Word document to edit, from a template of your own if you like",
    suffix=".docx",
    render=render,
    templates=(".docx",),
    template=lambda: shipped().read_bytes(),
)
