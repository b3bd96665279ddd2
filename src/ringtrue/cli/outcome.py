"""How a command ends: what it says to people or machines, and its exit code."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import typer

from ringtrue.model.errors import ProcedureFailed, UnreadableInput
from ringtrue.model.result import Results

NO_LEAD, LEADS, UNREADABLE, FAILED = 0, 1, 2, 3


def say(results: Results, run: Path, report: Path | None, as_json: bool) -> None:
    """Print the results: for people as an overview, for machines as JSON."""
    if as_json:
        typer.echo(json.dumps(asdict(results), ensure_ascii=False, indent=1, default=str))
        return
    from ringtrue.reports.terminal import show

    files = {"Report": report} if report else {}
    show(results, {**files, "Results": run / "results.json", "Judged tables": run / "judged"})


def tell(sentence: str) -> None:
    """Say on the error stream how a command goes about its work."""
    typer.echo(sentence, err=True)


def complain(errors: Mapping[str, UnreadableInput], passed_over: tuple[str, ...] = ()) -> None:
    """Say on the error stream which files could not be read, and which are no exports."""
    for error in errors.values():
        typer.echo(f"Not read: {error}", err=True)
    if passed_over:
        typer.echo(f"Passed over, as no export: {', '.join(passed_over)}", err=True)


def exit_code(results: Results, errors: Mapping[str, UnreadableInput]) -> int:
    """3 where a procedure failed, else 2 where a file could not be read, else 1 where there are leads, else 0."""
    if any(procedure.why.startswith(ProcedureFailed.MARK) for procedure in results.procedures):
        return FAILED
    if errors:
        return UNREADABLE
    return LEADS if any(procedure.leads for procedure in results.procedures) else NO_LEAD
