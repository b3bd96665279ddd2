"""``ringtrue import``"""

import typer

from ringtrue.cli.options import MEMORY, Exports, Memory, Out


def import_(paths: Exports, out: Out = None, memory: Memory = MEMORY) -> None:
    """Read exports into the canonical tables of an audit folder, without judging anything.

    Example: ringtrue import examples/northwind --out northwind-audit
    """
    from ringtrue import api
    from ringtrue.cli.outcome import UNREADABLE, complain
    from ringtrue.cli.progress import progress

    with progress() as shown:
        imported = api.import_sources(paths, out, memory, shown)
    for source in api.read_about(imported.folder.tables)["sources"]:
        typer.echo(
            f"{source['file']}: {source['rows']:,} rows, {source['loaded']:,} loaded, {source['rejected']:,} rejected"
        )
    typer.echo(f"Audit folder: {imported.folder.path}")
    complain(imported.errors, imported.passed_over)
    raise typer.Exit(UNREADABLE if imported.errors else 0)
