"""``ringtrue request``"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ringtrue.cli.options import Template

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringtrue.papers.request.scope import Asked

Out = Annotated[
    Path,
    typer.Option(
        "--out",
        help="The workbook to write, such as request.xlsx; or the letter that goes with it, such as request.docx.",
        dir_okay=False,
    ),
]
Audit = Annotated[
    Path | None,
    typer.Option(
        help="An audit folder: ask for what its claims without data enough wait for.",
        exists=True,
        file_okay=False,
    ),
]
Tables = Annotated[
    list[str] | None,
    typer.Option("--tables", help="A table to ask for; may be repeated, or several divided by commas."),
]
Language = Annotated[str, typer.Option(help="The language of the workbook: en or de.")]


def request(
    out: Out, audit: Audit = None, tables: Tables = None, language: Language = "en", template: Template = None
) -> None:
    """Write the evidence request: a blank workbook for the auditee, which comes back as an export.

    Example: ringtrue request --out request.xlsx --language de
    """
    from ringtrue import api
    from ringtrue.engine.audit.audit_folder import AuditFolder

    names = [name.strip() for given in tables or () for name in given.split(",") if name.strip()]
    asked = api.request(out, AuditFolder(audit) if audit else None, names, language, template)
    _say(out, asked, language)


def _say(out: Path, asked: "Sequence[Asked]", language: str) -> None:
    """Each kind of record by the name of its sheet, with how much it asks for and for how many claims."""
    from ringtrue.tables import table
    from ringtrue.tables.labels import labels

    known = labels(language)
    sheets = [(known.table(table(one.table)), one) for one in asked]
    typer.echo(f"{out} asks for {'one kind' if len(asked) == 1 else f'{len(asked)} kinds'} of records:")
    wide = max(len(name) for name, _ in sheets)
    for name, one in sheets:
        columns, required = len(table(one.table).columns), len(table(one.table).required)
        waiting = (
            f"; {len(one.claims)} claim{'s wait' if len(one.claims) > 1 else ' waits'} for it"
            if one.claims
            else ""
        )
        typer.echo(f"  {name.ljust(wide)}  {columns:>2} columns, {required} required{waiting}")
