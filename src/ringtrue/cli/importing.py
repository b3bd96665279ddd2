"""``ringtrue import``"""

from pathlib import Path
from typing import Annotated

import typer

from ringtrue.cli.options import MEMORY, Exports, Memory

Into = Annotated[
    str | None,
    typer.Option(
        "--out",
        help="The audit folder to write; beside you, by the export's name, if left out. Or the address of an audit in a workbench, with the token in RINGTRUE_TOKEN.",
    ),
]


def import_(paths: Exports, out: Into = None, memory: Memory = MEMORY) -> None:
    """Read exports into the canonical tables of an audit folder, or of an audit in a workbench, without judging anything.

    Example: ringtrue import examples/northwind --out northwind-audit
    """
    from ringtrue.api.remote import is_address

    if out and is_address(out):
        from ringtrue.cli.remote import import_there

        import_there(out, paths)
    from ringtrue import api
    from ringtrue.cli.outcome import UNREADABLE, complain
    from ringtrue.cli.progress import progress

    with progress() as shown:
        imported = api.import_sources(paths, Path(out) if out else None, memory, shown)
    for source in api.read_about(imported.folder.tables)["sources"]:
        typer.echo(
            f"{source['file']}: {source['rows']:,} rows, {source['loaded']:,} loaded, {source['rejected']:,} rejected"
        )
    typer.echo(f"Audit folder: {imported.folder.path}")
    complain(imported.errors, imported.passed_over)
    raise typer.Exit(UNREADABLE if imported.errors else 0)
