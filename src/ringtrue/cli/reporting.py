"""``ringtrue report``"""

from pathlib import Path
from typing import Annotated

import typer

from ringtrue.cli.options import MEMORY, AuditPath, Memory

Formats = Annotated[
    list[str],
    typer.Option("--format", help="A format to write, as `ringtrue list reports` names it; may be repeated."),
]
Template = Annotated[
    Path | None,
    typer.Option(help="Your own template, made from the one that is shipped.", exists=True, dir_okay=False),
]
SaveTemplate = Annotated[
    Path | None,
    typer.Option(
        help="Write the template that is shipped to this file, to change it; no report is made.",
        dir_okay=False,
    ),
]
Language = Annotated[str, typer.Option(help="The language of the report: en or de.")]


def report(
    audit: AuditPath,
    formats: Formats = ["html"],  # noqa: B006 - read only, and shown by the help
    template: Template = None,
    language: Language = "en",
    save_template: SaveTemplate = None,
    memory: Memory = MEMORY,
) -> None:
    """Write reports of an audit folder, running its procedures where that was not done.

    Example: ringtrue report northwind-audit --format word --format pdf
    """
    from ringtrue import api
    from ringtrue.cli.progress import progress
    from ringtrue.engine.audit.audit_folder import AuditFolder

    if save_template:
        typer.echo(str(api.save_template(formats[0], save_template)))
        return
    folder = AuditFolder(audit)
    with progress() as shown:
        results, place = api.run(folder, memory, shown)
    for written in api.reports(folder, results, place, formats, template, language):
        typer.echo(str(written))
