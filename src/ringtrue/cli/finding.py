"""``ringtrue finding``"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ringtrue.cli.options import AuditPlace, Json, Language

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        help="Who says so: the name that stands in the audit's journal. In a workbench it is the token's member.",
        metavar="NAME",
    ),
]

Lead = Annotated[str, typer.Option("--from", metavar="LEAD", help="The lead's id, as the report gives it.")]
Most = Annotated[
    int, typer.Option("--records", help="Records behind the lead to propose as evidence.", min=0)
]


def finding(
    audit: AuditPlace,
    lead: Lead,
    by: By = None,
    records: Most = 10,
    language: Language = "en",
    as_json: Json = False,
) -> None:
    """Draft a finding from a lead: a neutral statement, requirements to choose from, records to verify. It is not graded.

    The draft stands in the journal and in the next finding log (`ringtrue paper AUDIT findings`).

    Example: ringtrue finding northwind-audit --from "flow.ping-pong/network|till-support" --by "Ada Lovelace"
    """
    from ringtrue.api.remote import is_address

    if is_address(audit):
        from ringtrue.cli.remote import draft_there

        if by:
            raise typer.BadParameter(
                "in a workbench a draft is signed by the token's member; leave it out", param_hint="--by"
            )
        draft_there(audit, lead, as_json)
        return
    if not by:
        raise typer.BadParameter("say who drafts it", param_hint="--by")
    from ringtrue import api
    from ringtrue.cli.clock import now
    from ringtrue.engine.audit.audit_folder import AuditFolder

    drafted = api.draft_finding(AuditFolder(Path(audit)), lead, by, now(), language, records)
    if as_json:
        typer.echo(json.dumps(asdict(drafted), ensure_ascii=False, indent=1))
        return
    typer.echo(f"{drafted.id} (draft, not graded): {drafted.statement}")
    typer.echo("Requirements to choose from:")
    for one in drafted.candidates:
        typer.echo(f"  {one.criteria}, {one.clause}: {one.text}")
    typer.echo(f"Evidence to verify: {', '.join(drafted.evidence) or 'none proposed'}")
