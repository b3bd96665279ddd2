"""``ringtrue run``"""

import typer

from ringtrue.cli.options import MEMORY, AuditPath, Engine, EngineName, Json, Memory


def run(
    audit: AuditPath, memory: Memory = MEMORY, engine: Engine = EngineName.DUCKDB, as_json: Json = False
) -> None:
    """Run every procedure on an audit folder that was imported before.

    Example: ringtrue run northwind-audit
    """
    from ringtrue import api
    from ringtrue.cli.outcome import exit_code, say, tell
    from ringtrue.cli.progress import progress
    from ringtrue.engine.audit_folder import AuditFolder

    with progress() as shown:
        results, place = api.run(AuditFolder(audit), memory, shown, engine.value, tell)
    say(results, place, None, as_json)
    raise typer.Exit(exit_code(results, {}))
