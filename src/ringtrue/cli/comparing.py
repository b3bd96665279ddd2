"""``ringtrue compare``"""

from typing import TYPE_CHECKING, Annotated

import typer

from ringtrue.cli.options import Json

if TYPE_CHECKING:
    from ringtrue.method.compare import Comparison

Named = Annotated[
    list[str],
    typer.Argument(
        metavar="AUDIT [RUN RUN] | A B",
        help="An audit folder, and two of its runs if not the last; or two folders.",
    ),
]


def compare(named: Named, as_json: Json = False) -> None:
    """Two runs side by side: what is new, what is gone, what changed, and whether by more than the bounds allow.

    Of one audit folder the last two runs, the older first. Ends with 1 if the second has leads that the first had not.

    Example: ringtrue compare northwind-spring northwind-autumn
    """
    import json
    from dataclasses import asdict

    from ringtrue import api

    found = api.compare(named)
    if as_json:
        typer.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        _say(found)
    raise typer.Exit(1 if any(one.presence == "new" for one in found.leads) else 0)


def _say(found: "Comparison") -> None:
    from rich.console import Console
    from rich.table import Table

    from ringtrue.reports.comparison.text import sentences, table

    out = Console(highlight=False, markup=False, emoji=False)
    wide = out if out.is_terminal else Console(highlight=False, markup=False, emoji=False, width=240)
    for line in sentences(found):
        out.print(line, soft_wrap=not out.is_terminal)
    rows = table(found)
    if rows:
        drawn = Table(*rows[0], box=None, pad_edge=False)
        for row in rows[1:]:
            drawn.add_row(*row)
        drawn.columns[0].overflow = "fold"
        wide.print(drawn)
