"""Papers that are filled in and read back."""

from collections.abc import Mapping as Named
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ringtrue import plugins
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.model.errors import WrongUse

if TYPE_CHECKING:
    from ringtrue.papers.desk import Recorded
    from ringtrue.papers.request.scope import Asked


def paper(
    folder: AuditFolder,
    kind: str,
    formats: Sequence[str] = (),
    language: str = "en",
    options: Named[str, str] = MappingProxyType({}),
    template: Path | None = None,
) -> list[Path]:
    """Write a paper to fill in or to hand out into the audit folder's ``papers/``; the files written.

    ``template``: a document whose styles, header and footer its Word form takes.
    """
    from ringtrue.papers.desk import write_paper
    from ringtrue.papers.paper import Wanted

    wanted = Wanted(
        folder=folder, journal=Journal(folder), language=language, options=options, template=template
    )
    return write_paper(wanted, kind, formats)


def request(
    out: Path,
    folder: AuditFolder | None = None,
    tables: Sequence[str] = (),
    language: str = "en",
    template: Path | None = None,
) -> tuple["Asked", ...]:
    """Write the evidence request, a workbook to fill in or, where ``out`` ends in .docx, a letter; the tables that it asks for.

    Those named, else those that the claims of an audit wait for, else all.
    """
    from ringtrue.papers.request.ask import request_of
    from ringtrue.papers.request.letter import write_letter
    from ringtrue.papers.request.workbook import write_request

    needs = {one.declaration.id: one.declaration.needs for one in plugins.procedures()}
    wanted = request_of(folder, tables, language, needs)
    if out.suffix.lower() == ".docx":
        write_letter(out, wanted, template)
    elif template:
        raise WrongUse(
            f"{template}: a template is for Word, and {out.name} is a workbook. Name a letter: --out request.docx."
        )
    else:
        write_request(out, wanted)
    return tuple(wanted.asked)


def record(folder: AuditFolder, path: Path, by: str, at: str, journal: Journal | None = None) -> "Recorded":
    """Take a filled paper back into the audit's journal. ``by`` is who filled it, ``at`` the moment (ISO 8601, UTC)."""
    from ringtrue.papers.desk import record_paper

    return record_paper(folder, path, by, at, journal)
