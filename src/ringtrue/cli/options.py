"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

AuditPath = Annotated[
    Path, typer.Argument(metavar="AUDIT", help="The audit folder.", exists=True, file_okay=False)
]


def _there(given: str) -> str:
    """An address, or a folder that there is."""
    if not given.startswith(("http:/", "https:/")) and not Path(given).is_dir():
        raise typer.BadParameter(f"Directory '{given}' does not exist.")
    return given


AuditPlace = Annotated[
    str,
    typer.Argument(
        metavar="AUDIT",
        help="The audit folder; or the address of an audit in a workbench, with the token in RINGTRUE_TOKEN.",
        callback=_there,
    ),
]
Exports = Annotated[
    list[Path],
    typer.Argument(metavar="PATH…", help="One export, several, a folder of them, or an audit folder."),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", help="The audit folder to write; beside you, by the export's name, if left out."),
]
Memory = Annotated[
    str, typer.Option("--memory", help="How much memory the engine may use; larger work spills to disk.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the results as JSON for machines.")]
By = Annotated[
    str,
    typer.Option("--by", help="Who says so: the name that stands in the audit's journal.", metavar="NAME"),
]
Language = Annotated[str, typer.Option("--language", help="en or de.")]


class EngineName(StrEnum):
    """What carries the large statements of a run out."""

    DUCKDB = "duckdb"
    SPARK = "spark"


Engine = Annotated[
    EngineName,
    typer.Option("--engine", help="duckdb: this machine. spark: the Spark that its own configuration names."),
]
Template = Annotated[
    Path | None,
    typer.Option(
        "--template",
        help="A Word document of your own (.docx): its styles, header, footer and logo are taken, not its text.",
        exists=True,
        dir_okay=False,
    ),
]
MEMORY = "1GB"
