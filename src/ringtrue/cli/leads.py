"""``ringtrue leads``"""

import json
from dataclasses import asdict
from pathlib import Path

import typer

from ringtrue.cli.options import AuditPlace, Json


def leads(audit: AuditPlace, as_json: Json = False) -> None:
    """List the leads of the last run, those to look at first first, each by the id with which other commands go on.

    Example: ringtrue leads northwind-audit
    """
    from ringtrue.api.remote import is_address
    from ringtrue.cli.remote import leads_there

    if is_address(audit):
        leads_there(audit, as_json)
        return
    from ringtrue import api
    from ringtrue.engine.audit.audit_folder import AuditFolder
    from ringtrue.model.errors import WrongUse

    found = api.results_of(AuditFolder(Path(audit)))
    if found is None:
        raise WrongUse(f"{audit}: nothing was run here yet. Run `ringtrue run {audit}` first.")
    lines = api.lead_lines(found[0])
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in lines], ensure_ascii=False, indent=1, default=str))
        return
    for one in lines:
        typer.echo(f"{one.id}  {one.statement}")
