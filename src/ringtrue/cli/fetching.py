"""``ringtrue fetch``"""

from pathlib import Path
from typing import Annotated

import typer

File = Annotated[
    Path,
    typer.Argument(
        metavar="FILE.toml", help="Which database, and one query a table.", exists=True, dir_okay=False
    ),
]
Out = Annotated[
    Path, typer.Option("--out", help="The folder for the answers, to be given to `ringtrue audit`.")
]


def fetch(file: File, out: Out) -> None:
    """Ask a database with read-only queries, and keep the answers as files for an audit.

    User and password come from the environment only; they are written nowhere. Files appear when every query was answered.

    Example: ringtrue fetch tickets.toml --out answers
    """
    from ringtrue import api

    for one in api.fetch(file, out):
        typer.echo(f"{one.path}: {one.rows:,} rows")
