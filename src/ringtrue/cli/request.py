"""``ringtrue request``"""

from pathlib import Path
from typing import Annotated

import typer

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
    list[str],
    typer.Option("--tables", help="A table to ask for; may be repeated, or several divided by commas."),
]
Language = Annotated[str, typer.Option(help="The language of the workbook: en or de.")]


def request(out: Out, audit: Audit = None, tables: Tables = [], language: Language = "en") -> None:  # noqa: B006
    """Write the evidence request: a blank workbook for the auditee, which comes back as an export.

    Example: ringtrue request --out request.xlsx --language de
    """
    from ringtrue import api
    from ringtrue.engine.audit_folder import AuditFolder

    names = [name.strip() for given in tables for name in given.split(",") if name.strip()]
    asked = api.request(out, AuditFolder(audit) if audit else None, names, language)
    typer.echo(f"{out} asks for {len(asked)} tables: {', '.join(asked)}")
