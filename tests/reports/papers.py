"""Reports that are papers, taken apart for claims about them."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from ringtrue.model.chart import Chart
from ringtrue.model.result import Results
from ringtrue.reports.format import Job
from tests.reports import invented


def job(folder: Path, name: str, results: Results | None = None, **given: Any) -> Job:
    """A job for an invented run, written to ``folder``."""
    run = results or invented.results()
    charts: tuple[Chart, ...] = given.pop("charts", invented.CHARTS)
    return Job(
        results=run, run=invented.write_run(folder, run, charts), out=folder / "reports" / name, **given
    )


def with_text(text: str) -> Results:
    """The invented run with a text in the places where text from outside stands: titles, services, statements, advice."""
    run = invented.results()
    first = replace(
        invented.WATERMELON.leads[0], statement=f"Payroll: {text}", explanations=(text,), records=27
    )
    changed = replace(invented.WATERMELON, leads=(first, *invented.WATERMELON.leads[1:]), disproof=text)
    services = tuple(replace(one, name=f"{text[:60]} {one.id}") for one in run.services)
    audit = replace(run.audit, title=text, organisation=text)
    procedures = tuple(changed if one.id == changed.id else one for one in run.procedures)
    return replace(run, audit=audit, services=services, procedures=procedures)


def bare(text: str) -> str:
    """A text without spaces, breaks, hyphens and places to break: two typesettings of it are then alike."""
    return re.sub(r"[\s\u00a0\u200b\u00ad\u2010-]+", "", text)


def word_text(document: bytes) -> str:
    """The text of a Word document's body, headers and footers."""
    from docx.oxml import parse_xml

    with ZipFile(BytesIO(document)) as package:
        parts = [
            name for name in package.namelist() if re.match(r"word/(document|header|footer)\w*\.xml", name)
        ]
        roots = [parse_xml(package.read(name)) for name in sorted(parts)]
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join(
        "".join(one.text or "" for one in paragraph.iter(f"{space}t"))
        for root in roots
        for paragraph in root.iter(f"{space}p")
    )


def pdf_text(document: bytes) -> str:
    """The text of all pages of a PDF."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(document)).pages)
