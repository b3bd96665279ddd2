"""``ringtrue run``"""

from pathlib import Path

import typer

from ringtrue.cli.options import MEMORY, AuditPlace, Engine, EngineName, Json, Memory


def run(
    audit: AuditPlace, memory: Memory = MEMORY, engine: Engine = EngineName.DUCKDB, as_json: Json = False
) -> None:
    """Run every procedure on an audit that was imported before: a folder, or an audit in a workbench.

    Example: ringtrue run northwind-audit
    """
    from ringtrue.api.remote import is_address

    if is_address(audit):
        from ringtrue.cli.remote import run_there

        run_there(audit, as_json)
    from ringtrue import api
    from ringtrue.cli.outcome import exit_code, say, tell
    from ringtrue.cli.progress import progress
    from ringtrue.engine.audit.audit_folder import AuditFolder

    with progress() as shown:
        results, place = api.run(AuditFolder(Path(audit)), memory, shown, engine.value, tell)
    say(results, place, None, as_json)
    raise typer.Exit(exit_code(results, {}))
