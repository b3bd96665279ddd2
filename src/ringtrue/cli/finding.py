"""``ringtrue finding``"""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from ringtrue.cli.options import AuditPath, By, Json, Language

Lead = Annotated[str, typer.Option("--from", metavar="LEAD", help="The lead's id, as the report gives it.")]
Most = Annotated[
    int, typer.Option("--records", help="Records behind the lead to propose as evidence.", min=0)
]


def finding(
    audit: AuditPath, lead: Lead, by: By, records: Most = 10, language: Language = "en", as_json: Json = False
) -> None:
    """Draft a finding from a lead: a neutral statement, requirements to choose from, records to verify. It is not graded.

    The draft stands in the journal and in the next finding log (`ringtrue paper AUDIT findings`).

    Example: ringtrue finding northwind-audit --from "flow.ping-pong/network|till-support" --by "Ada Lovelace"
    """
    from ringtrue import api
    from ringtrue.cli.clock import now
    from ringtrue.engine.audit_folder import AuditFolder

    drafted = api.draft_finding(AuditFolder(audit), lead, by, now(), language, records)
    if as_json:
        typer.echo(json.dumps(asdict(drafted), ensure_ascii=False, indent=1))
        return
    typer.echo(f"{drafted.id} (draft, not graded): {drafted.statement}")
    typer.echo("Requirements to choose from:")
    for one in drafted.candidates:
        typer.echo(f"  {one.criteria}, {one.clause}: {one.text}")
    typer.echo(f"Evidence to verify: {', '.join(drafted.evidence) or 'none proposed'}")
