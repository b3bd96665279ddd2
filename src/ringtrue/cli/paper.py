"""``ringtrue paper``"""

from enum import StrEnum
from typing import Annotated

import typer

from ringtrue.cli.options import AuditPath, Language, Template


class Form(StrEnum):
    """The forms in which papers are written."""

    EXCEL = "excel"
    WORD = "word"


Kind = Annotated[str, typer.Argument(metavar="PAPER", help="Which paper; `ringtrue list papers` names them.")]
Format = Annotated[
    list[Form] | None, typer.Option("--format", help="word, excel, or both; all that there are, if left out.")
]
With = Annotated[
    list[str] | None,
    typer.Option(
        "--with", metavar="NAME=VALUE", help="What the paper is to be about, such as role=customer."
    ),
]


def paper(
    audit: AuditPath,
    kind: Kind,
    format: Format = None,
    language: Language = "en",
    options: With = None,
    template: Template = None,
) -> None:
    """Write a paper to fill in or to hand out: plan, interview sheet, finding log, and others.

    What is filled in comes back with `ringtrue record`.

    Example: ringtrue paper northwind-audit plan --format excel
    """
    from ringtrue import api
    from ringtrue.engine.audit.audit_folder import AuditFolder

    chosen = dict(_pair(one) for one in options or ())
    formats = [one.value for one in format or ()]
    for written in api.paper(AuditFolder(audit), kind, formats, language, chosen, template):
        typer.echo(str(written))


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"expected NAME=VALUE, such as role=customer, and found {text}")
    return name.strip(), value.strip()
