"""``ringtrue record``"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ringtrue.cli.options import AuditPath, By, Json

if TYPE_CHECKING:
    from ringtrue.api import Recorded

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE…", help="Workbooks of `ringtrue paper`, filled in.", exists=True)
]


def record(audit: AuditPath, files: Files, by: By, as_json: Json = False) -> None:
    """Read filled workbooks back into the audit's journal, which is only ever added to.

    What cannot be taken is named with its sheet, row and column, and the rest goes on; then the exit code is 1. A workbook that
    is read twice adds nothing.

    Example: ringtrue record northwind-audit plan.xlsx --by "Ada Lovelace"
    """
    from ringtrue import api
    from ringtrue.cli.clock import now
    from ringtrue.engine.audit.audit_folder import AuditFolder

    folder, at = AuditFolder(audit), now()
    brought = [api.record(folder, file, by, at) for file in files]
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in brought], ensure_ascii=False, indent=1, default=str))
    else:
        for one in brought:
            _tell(one)
    if any(one.problems for one in brought):
        raise typer.Exit(1)


def _tell(one: "Recorded") -> None:
    known = f", {one.known:,} stood there already" if one.known else ""
    typer.echo(f"{one.file} ({one.kind}): {len(one.added):,} added to the journal{known}.")
    for problem in one.problems:
        typer.echo(f"  Not taken: {problem}")
