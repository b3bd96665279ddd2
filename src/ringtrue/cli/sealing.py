"""``ringtrue seal``"""

from typing import Annotated

import typer

from ringtrue.cli.options import AuditPath, Json
from ringtrue.cli.printable import printable

Timestamp = Annotated[
    str | None,
    typer.Option(
        "--timestamp", metavar="URL", help="Ask this time-stamping authority (RFC 3161) for a stamp."
    ),
]
Reports = Annotated[bool, typer.Option("--reports", help="Seal the reports and papers too.")]


def seal(
    audit: AuditPath, timestamp: Timestamp = None, reports: Reports = False, as_json: Json = False
) -> None:
    """Sign the audit as it stands: sources, tables, runs and records. Nobody can change a byte of it afterwards unseen.

    The key is made at first use, in your configuration folder; the public key lies beside the seal, in seals/.

    Example: ringtrue seal northwind-audit
    """
    import json
    from dataclasses import asdict
    from datetime import UTC, datetime

    from ringtrue import api
    from ringtrue.engine.audit.audit_folder import AuditFolder

    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    made = api.seal(AuditFolder(audit), at, timestamp, reports)
    if as_json:
        typer.echo(json.dumps(asdict(made), indent=1, default=str))
        return
    typer.echo(f"Seal {made.number} covers {made.files:,} files: {made.place}")
    typer.echo(f"Key       {made.key}")
    typer.echo(f"Manifest  {made.manifest}")
    if made.timestamp:
        typer.echo(f"Stamped   {made.timestamp}")
    for path in made.passed_over:
        typer.echo(
            f"Not sealed: {printable(path)}, left by a command that was broken off; it may be deleted."
        )
    typer.echo("Tell both to those who are to check it, by another way than the audit folder itself.")
