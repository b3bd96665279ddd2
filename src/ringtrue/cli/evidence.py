"""``ringtrue evidence``"""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ringtrue.cli.options import AuditPath, By, Json


class Obtained(StrEnum):
    """How evidence is obtained."""

    EXAMINED = "examined"
    INTERVIEWED = "interviewed"
    OBSERVED = "observed"
    RECOMPUTED = "recomputed"
    CONFIRMED = "confirmed"


File = Annotated[Path, typer.Argument(metavar="FILE", help="The file to keep as evidence.")]
Shows = Annotated[str, typer.Option("--shows", help="What can be seen from it, in a sentence.")]
Event = Annotated[str, typer.Option("--event", metavar="DAY", help="When what it tells of happened.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="The end, where that is a span.")]
Document = Annotated[
    str | None, typer.Option("--document", metavar="DAY", help="The date that the document itself bears.")
]
Captured = Annotated[
    str | None, typer.Option("--captured", metavar="DAY", help="When it was taken; now, if left out.")
]
How = Annotated[Obtained, typer.Option("--obtained", help="How it was obtained.")]
Where = Annotated[str, typer.Option("--where", help="The site, system or meeting where it was obtained.")]
Given = Annotated[
    str | None, typer.Option("--given-by", metavar="ROLE", help="The role or team that gave it.")
]
Record = Annotated[
    str | None, typer.Option("--record", metavar="ID", help="The id of the record that it shows.")
]
Lead = Annotated[str | None, typer.Option("--lead", help="The lead to which it belongs.")]
VerifiedBy = Annotated[
    str | None, typer.Option("--verified-by", metavar="NAME", help="Who compared it with its origin.")
]
VerifiedOn = Annotated[str | None, typer.Option("--verified-on", metavar="DAY", help="When that was done.")]


def evidence(
    audit: AuditPath,
    file: File,
    shows: Shows,
    event: Event,
    where: Where,
    by: By,
    obtained: How = Obtained.EXAMINED,
    until: Until = None,
    document: Document = None,
    captured: Captured = None,
    given_by: Given = None,
    record: Record = None,
    lead: Lead = None,
    verified_by: VerifiedBy = None,
    verified_on: VerifiedOn = None,
    as_json: Json = False,
) -> None:
    """Keep a file as evidence in the audit folder, by its SHA-256, and record when, where and how it was obtained.

    Example: ringtrue evidence northwind-audit minutes.pdf --shows "The board decided nothing" --event 2026-05-04 --where Hamburg --by Ada
    """
    from ringtrue import api
    from ringtrue.cli.clock import now
    from ringtrue.engine.audit.audit_folder import AuditFolder

    told = {
        "shows": shows,
        "event_on": event,
        "event_until": until,
        "document_on": document,
        "captured_at": captured,
        "obtained": obtained.value,
        "place": where,
        "party": given_by,
        "record": record,
        "lead": lead,
        "verified_by": verified_by,
        "verified_at": verified_on,
    }
    kept = api.add_evidence(AuditFolder(audit), file, told, by, now())
    if as_json:
        typer.echo(json.dumps(asdict(kept), ensure_ascii=False, indent=1))
        return
    state = f"verified by {kept.verified_by}" if kept.is_verified else "not verified yet"
    typer.echo(f"{kept.id}: {kept.file}, {kept.size:,} bytes, {state}. SHA-256 {kept.sha256}")
