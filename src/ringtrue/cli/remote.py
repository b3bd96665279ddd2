"""Commands on an audit that stands in a workbench: what they say is what the workbench answers."""

import json
from pathlib import Path
from typing import Any

import typer

from ringtrue.api.remote import RemoteAudit
from ringtrue.cli.outcome import LEADS, NO_LEAD, UNREADABLE
from ringtrue.cli.progress import progress
from ringtrue.model.errors import WrongUse


def import_there(address: str, paths: list[Path]) -> None:
    """Hand every export in, load all, and say what became of it. A file that is refused is told, and the rest goes on."""
    from ringtrue.sources import find_sources

    audit, given, refused = RemoteAudit.named(address), find_sources(paths), 0
    audit.get()
    for one in given.files:
        try:
            typer.echo(f"{one.name}: handed in as {audit.hand_in(one.path)['name']}")
        except WrongUse as why:
            refused += 1
            typer.echo(f"Not taken: {one.name}: {why}", err=True)
    if given.passed_over:
        typer.echo(f"Passed over, as no export: {', '.join(given.passed_over)}", err=True)
    with progress() as shown:
        done = audit.done(audit.post("/sources/load"), shown)
    _told(done["outcome"])
    raise typer.Exit(UNREADABLE if refused else 0)


def run_there(address: str, as_json: bool) -> None:
    """Start a run, wait until it is over, and say what it tells."""
    audit = RemoteAudit.named(address)
    with progress() as shown:
        told = audit.done(audit.post("/runs"), shown)["outcome"]
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        _told(told)
    raise typer.Exit(LEADS if told.get("leads") else NO_LEAD)


def leads_there(address: str, as_json: bool) -> None:
    """The leads of the last run."""
    _listed(list(RemoteAudit.named(address).pages("/leads")), as_json, "id", "statement")


def findings_there(address: str, as_json: bool) -> None:
    """The findings as they are now."""
    found = [one["finding"] for one in RemoteAudit.named(address).pages("/findings")]
    _listed([{**one, "grade": one["grade"] or "draft"} for one in found], as_json, "id", "grade", "statement")


def draft_there(address: str, lead: str, as_json: bool) -> None:
    """Draft a finding from a lead, signed by the token's member."""
    made = RemoteAudit.named(address).post("/findings/from-lead", {"lead": lead})["finding"]
    _listed([{**made, "grade": "draft, not graded"}], as_json, "id", "grade", "statement")


def _told(outcome: dict[str, Any]) -> None:
    for name, value in outcome.items():
        typer.echo(f"{name}: {value}")


def _listed(rows: list[dict[str, Any]], as_json: bool, *columns: str) -> None:
    """Rows for people, a line each; for machines as they came."""
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        typer.echo("  ".join(str(row[name]) for name in columns))
