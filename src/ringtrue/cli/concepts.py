"""``ringtrue concepts``"""

import json
import textwrap
from typing import Annotated

import typer

from ringtrue.cli.options import Json, Language

Term = Annotated[
    str | None,
    typer.Argument(metavar="TERM", help="A concept or lesson, such as customer or L3; all, if left out."),
]


def concepts(term: Term = None, language: Language = "en", as_json: Json = False) -> None:
    """Explain the words that the audit rests on, each with a right and a wrong example.

    Example: ringtrue concepts warranty
    """
    from ringtrue import api

    found = api.concepts(term, language)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    told = api.words(language)
    for one in found:
        head = f"{one['id']}  {one['name']}" if one["id"] == one["lesson"] else one["name"]
        typer.echo(head)
        for mark, text in (("", one["meaning"]), ("Right: ", one["right"]), ("Wrong: ", one["wrong"])):
            typer.echo(_indented(f"{told(mark.strip()) + ' ' if mark else ''}{text}"))
        if one["see"]:
            typer.echo(_indented(f"{told('See also:')} {', '.join(one['see'])}"))
        typer.echo("")


def _indented(text: str) -> str:
    return textwrap.fill(text, 100, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
