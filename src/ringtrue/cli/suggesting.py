"""``ringtrue suggest``"""

import csv
import json
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ringtrue.cli.options import MEMORY, AuditPath, Json, Memory

if TYPE_CHECKING:
    from ringtrue.api import Suggestion

File = Annotated[
    Path | None,
    typer.Option("--out", help="The CSV file to write; suggestions.csv in the audit folder, if left out."),
]


def suggest(audit: AuditPath, out: File = None, memory: Memory = MEMORY, as_json: Json = False) -> None:
    """Propose likely links between needs, requirements and measures, and likely kinds of measures; decide nothing.

    Up to three proposals for each record that has no link or no kind, by the likeness of the wording (0 to 1). Keep the
    links that are right, and give them to the next import as trace_links.csv; a kind is written into the measures by hand.

    Example: ringtrue suggest northwind-audit
    """
    from ringtrue import api
    from ringtrue.engine.audit.audit_folder import AuditFolder

    found = api.suggest(AuditFolder(audit), memory)
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    written = out or audit / "suggestions.csv"
    _write(found, written)
    asked = len({(one.from_kind, one.from_id, one.to_kind) for one in found})
    typer.echo(
        f"{len(found):,} proposals for {asked:,} records without a link or a kind. Nothing was changed: decide row by row in {written}"
    )


def _write(found: "list[Suggestion]", file: Path) -> None:
    from ringtrue.api import Suggestion
    from ringtrue.reports.rows import neutral

    names = [field.name for field in fields(Suggestion)]
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow([{"from_id": "from", "to_id": "to"}.get(name, name) for name in names])
        writer.writerows([[neutral(value) for value in asdict(one).values()] for one in found])
