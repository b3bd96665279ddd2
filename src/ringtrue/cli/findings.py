"""``ringtrue findings``"""

import json
from pathlib import Path

import typer

from ringtrue.cli.options import AuditPlace, Json


def findings(audit: AuditPlace, as_json: Json = False) -> None:
    """List the findings as they are now, each with its grade.

    Example: ringtrue findings northwind-audit
    """
    from ringtrue.api.remote import is_address
    from ringtrue.cli.remote import findings_there

    if is_address(audit):
        findings_there(audit, as_json)
        return
    from ringtrue.engine.audit.audit_folder import AuditFolder
    from ringtrue.engine.records.journal import Journal

    found = [dict(one.content) for one in Journal(AuditFolder(Path(audit))).current("finding").values()]
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for one in found:
        typer.echo(f"{one['id']}  {one['grade'] or 'draft'}  {one['statement']}")
