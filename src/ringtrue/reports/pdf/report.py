"""The report as PDF/A with tags: contents, bookmarks, page numbers, all fonts inside. Set with typst; data go in as JSON, never as markup."""

import json
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from ringtrue.model.errors import PaperNotMade
from ringtrue.reports.format import Job, ReportFormat
from ringtrue.reports.glyphs import FONTS
from ringtrue.reports.pdf.content import content
from ringtrue.reports.rows import write_rows
from ringtrue.reports.translated import outlined_for_paper
from ringtrue.reports.working_papers import RunFolder

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
"""PDF/A-2a for keeping, PDF/UA-1 for readers who listen."""


def render(job: Job) -> tuple[Path, ...]:
    """Write the PDF, and the records of each lead to ``rows/<run>/`` beside it. The same run gives the same bytes."""
    page = pdf(content(outlined_for_paper(job)))
    job.out.parent.mkdir(parents=True, exist_ok=True)
    write_rows(job.results, RunFolder(job.run), job.out.parent)
    part = job.out.with_name(f"{job.out.name}.part")
    part.write_bytes(page)
    part.replace(job.out)
    return (job.out,)


def pdf(data: object) -> bytes:
    """The PDF of what ``content`` made."""
    import typst

    with TemporaryDirectory(prefix="ringtrue-") as room:
        place = Path(room)
        place.joinpath("report.typ").write_text(_template(), "utf-8")
        place.joinpath("data.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        try:
            return typst.compile(
                place / "report.typ",
                root=place,
                font_paths=[FONTS],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=[*STANDARDS],
                timestamp=0,
            )
        except typst.TypstError as error:
            raise PaperNotMade("PDF", str(error)) from error


def _template() -> str:
    return files("ringtrue.reports.pdf").joinpath("report.typ").read_text("utf-8")


REPORT = ReportFormat(
    id="pdf", title="A PDF for keeping, with bookmarks and all fonts inside", suffix=".pdf", render=render
)
