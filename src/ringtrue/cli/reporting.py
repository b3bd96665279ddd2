"""``ringtrue report``"""

import typer

from ringtrue.cli.options import MEMORY, AuditPath, Memory


def report(audit: AuditPath, memory: Memory = MEMORY) -> None:
    """Write the HTML report of an audit folder, running its procedures where that was not done.

    Example: ringtrue report northwind-audit
    """
    from ringtrue import api
    from ringtrue.cli.progress import progress
    from ringtrue.engine.audit_folder import AuditFolder

    folder = AuditFolder(audit)
    with progress() as shown:
        results, place = api.run(folder, memory, shown)
    typer.echo(str(api.report(folder, results, place)))
