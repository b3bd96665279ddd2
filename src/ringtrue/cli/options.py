"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

AuditPath = Annotated[
    Path, typer.Argument(metavar="AUDIT", help="The audit folder.", exists=True, file_okay=False)
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
MEMORY = "1GB"
