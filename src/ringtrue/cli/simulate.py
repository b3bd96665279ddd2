"""``ringtrue simulate``"""

from pathlib import Path
from typing import Annotated

import typer

from ringtrue.cli.options import MEMORY, Memory

Folder = Annotated[Path, typer.Option("--out", help="The folder to write.")]
Seed = Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same files.")]
Services = Annotated[int, typer.Option("--services", min=1, max=500, help="How many services.")]
Months = Annotated[
    int, typer.Option("--months", min=1, max=36, help="How many months, up to September 2026.")
]
Cases = Annotated[
    int | None,
    typer.Option("--cases-a-month", min=1, help="How many cases come in each month; 1,500 if left out."),
]
Events = Annotated[
    int | None,
    typer.Option("--events", min=1, help="About how many events in all, instead of cases a month."),
]
Plant = Annotated[
    list[str] | None,
    typer.Option(
        "--plant", metavar="ID[=STRENGTH]", help="A procedure whose fault is planted; may be repeated."
    ),
]
Lookalikes = Annotated[
    bool, typer.Option("--lookalikes", help="Add legitimate patterns that look like faults.")
]


def simulate(
    out: Folder,
    seed: Seed = 1,
    services: Services = 30,
    months: Months = 18,
    cases_a_month: Cases = None,
    events: Events = None,
    plant: Plant = None,
    lookalikes: Lookalikes = False,
    memory: Memory = MEMORY,
) -> None:
    """Write an invented organisation, clean or with known faults, to audit and learn from.

    The strength of a fault lies above 0 and at most at 1, where it is left out at 0.5. truth.json says what was planted where.

    Example: ringtrue simulate --out invented --plant substance.clock-stop=0.5
    """
    from ringtrue import api
    from ringtrue.cli.progress import progress

    with progress() as shown:
        planted = api.simulate(
            out,
            seed=seed,
            services=services,
            months=months,
            cases_a_month=cases_a_month,
            events=events,
            plant=_strengths(plant or []),
            lookalikes=lookalikes,
            memory=memory,
            progress=shown,
        )
    for name, objects in planted.items():
        typer.echo(f"{name}: planted in {', '.join(objects)}")
    typer.echo(f"Written: {out}")


def _strengths(named: list[str]) -> dict[str, float]:
    from ringtrue.model.errors import WrongUse

    strengths = {}
    for one in named:
        name, _, strength = one.partition("=")
        try:
            strengths[name] = float(strength or 0.5)
        except ValueError as error:
            raise WrongUse(f"--plant {one}: the strength is no number. Write {name}=0.5.") from error
    return strengths
