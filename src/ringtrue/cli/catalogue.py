"""``ringtrue list``"""

import json
from enum import StrEnum
from typing import Annotated

import typer

from ringtrue.cli.options import Json


class Kind(StrEnum):
    """What can be listed."""

    PROCEDURES = "procedures"
    IMPORTERS = "importers"
    REPORTS = "reports"
    PAPERS = "papers"
    CRITERIA = "criteria"


def catalogue(what: Annotated[Kind, typer.Argument(help="What to list.")], as_json: Json = False) -> None:
    """List the procedures, importers, reports, papers or criteria that there are.

    Example: ringtrue list procedures
    """
    from ringtrue import api

    rows = api.listed(what.value)
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    width = max((len(row["id"]) for row in rows), default=0)
    for row in rows:
        typer.echo(f"{row['id']:{width}}  {row['title']}")
