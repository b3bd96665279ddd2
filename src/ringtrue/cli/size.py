"""``ringtrue size``"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringtrue.statistics.sampling import Look


class Plan(StrEnum):
    """Plans of which the size follows from numbers alone."""

    ATTRIBUTE = "attribute"
    STOP_OR_GO = "stop-or-go"


Tolerable = Annotated[
    str, typer.Option("--tolerable", help="The rate of deviations from which on it would matter.")
]
Confidence = Annotated[str, typer.Option("--confidence", help="How sure the conclusion is to be.")]
Acceptable = Annotated[
    int,
    typer.Option(
        "--acceptable", min=0, help="How many deviations may be found and the rate still be shown below."
    ),
]
Population = Annotated[
    int | None,
    typer.Option("--population", min=1, help="Of so many records; left out: of a process that goes on."),
]
Method = Annotated[
    Plan,
    typer.Option(
        "--method", help="attribute (or discovery: none acceptable), or stop-or-go: two planned looks."
    ),
]
Looks = Annotated[
    list[str] | None,
    typer.Option(
        "--look",
        metavar="RECORDS/ACCEPTABLE",
        help="A look of a plan of your own, such as 59/0; repeated, it tells the real risk of all of them.",
    ),
]
Found = Annotated[int | None, typer.Option("--found", min=0, help="Deviations that were found in a sample.")]
Of = Annotated[int | None, typer.Option("--of", min=1, help="Records of that sample.")]
Prior = Annotated[
    str | None,
    typer.Option(
        "--prior",
        metavar="uniform|A,B",
        help="Also tell the probability that the rate is below the tolerable one, under the prior Beta(A, B).",
    ),
]


def size(
    tolerable: Tolerable = "5%",
    confidence: Confidence = "95%",
    acceptable: Acceptable = 0,
    population: Population = None,
    method: Method = Plan.ATTRIBUTE,
    look: Looks = None,
    found: Found = None,
    of: Of = None,
    prior: Prior = None,
) -> None:
    """Tell how many records a sample needs, or what one says that was drawn elsewhere; exactly, and without an audit.

    Example: ringtrue size --tolerable 5% --population 500
    """
    from ringtrue.cli import sampled
    from ringtrue.method.sampling import numbers
    from ringtrue.method.sampling.numbers import Aim

    aim = Aim(
        tolerable=sampled.share(tolerable, "--tolerable"),
        confidence=sampled.share(confidence, "--confidence"),
        population=population,
    )
    if (found is None) != (of is None):
        raise typer.BadParameter("--found and --of belong together")
    if found is not None and of is not None:
        lines = numbers.said(aim, found, of, sampled.prior(prior) if prior else None)
    elif look:
        lines = (numbers.risk_of(aim, _looks(look)),)
    elif method is Plan.STOP_OR_GO:
        lines = (numbers.two_looks(aim),)
    else:
        lines = (numbers.one_look(aim, acceptable),)
    for line in lines:
        typer.echo(line)


def _looks(given: "Sequence[str]") -> list["Look"]:
    from ringtrue.statistics.sampling import Look

    found = []
    for text in given:
        records, _, acceptable = text.partition("/")
        if not (records.strip().isdecimal() and acceptable.strip().isdecimal()):
            raise typer.BadParameter(f'expected records/acceptable such as 59/0, and found "{text}"')
        found.append(Look(int(records), int(acceptable)))
    return found
