"""``ringtrue questions``"""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ringtrue.cli.options import Json, Language

if TYPE_CHECKING:
    from ringtrue.api import CheckedQuestionnaire

Role = Annotated[str | None, typer.Option("--role", help="Only what this role can answer, such as customer.")]
Lesson = Annotated[str | None, typer.Option("--lesson", help="Only this lesson: L1 to L5, or thread.")]
Clause = Annotated[
    str | None, typer.Option("--clause", help="Only this clause and those below it, such as 8.5.")
]
Service = Annotated[
    str | None, typer.Option("--service", help="The service's name, to stand in the questions.")
]
Check = Annotated[
    Path | None,
    typer.Option(
        "--check",
        exists=True,
        dir_okay=False,
        metavar="FILE",
        help="Check the questions of this table instead.",
    ),
]


def questions(
    role: Role = None,
    lesson: Lesson = None,
    clause: Clause = None,
    service: Service = None,
    check: Check = None,
    language: Language = "en",
    as_json: Json = False,
) -> None:
    """Show interview questions that are neutral and fit the role; or check the auditor's own.

    A questionnaire is an Excel or CSV table with a column of questions and, if known, one of roles. What is found is against the
    audit, never against the auditee; then the exit code is 1.

    Example: ringtrue questions --role customer --clause 8.3
    """
    from ringtrue import api

    if check:
        _tell_checked(api.check_questionnaire(check, role, language), as_json)
        return
    found = api.questions(role, lesson, clause, service, language)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for one in found:
        typer.echo(f"{one['id']:6} {one['text']}")
        typer.echo(f"       {', '.join(one['role_names'])} · {', '.join(one['clauses'])} · {one['evidence']}")


def _tell_checked(checked: "CheckedQuestionnaire", as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(checked.as_json(), ensure_ascii=False, indent=1))
    else:
        for line in checked.lines():
            typer.echo(line)
    if checked.faults or checked.problems:
        raise typer.Exit(1)
