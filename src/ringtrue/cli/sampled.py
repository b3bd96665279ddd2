"""What `ringtrue sample` understands, and what it says to people and machines."""

import json
from dataclasses import asdict
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ringtrue.api import Drawn, Evaluation, UnderPrior

SHOWN = 15


def share(text: str, option: str) -> float:
    """``5%``, ``5 %``, ``5`` or ``0.05`` as a share."""
    told = text.strip().removesuffix("%").strip().replace(",", ".")
    try:
        value = float(told)
    except ValueError as error:
        raise typer.BadParameter(f'{option}: expected a share such as 5%, and found "{text}"') from error
    # Divided as decimals are written, so that 5 % is 0.05 and not its neighbour.
    return float(f"{value / 100:.12g}") if "%" in text or value >= 1 else value


def prior(text: str) -> tuple[float, float]:
    """``uniform``, or the two numbers of a Beta distribution."""
    parts = ["1", "1"] if text.strip().casefold() == "uniform" else text.split(",")
    try:
        a, b = (float(part) for part in parts)
    except ValueError:
        a = b = 0.0
    if not (0 < a < inf and 0 < b < inf):
        raise typer.BadParameter(f'expected uniform, or two numbers above 0 such as 1,1, and found "{text}"')
    return a, b


def name(by: str | None) -> str:
    """Who does it; needed for whatever stands in the journal."""
    if not by or not by.strip():
        raise typer.BadParameter('expected --by "Your Name": the journal tells who drew')
    return by.strip()


def subject(of: str | None) -> str:
    """What to draw from."""
    if not of:
        raise typer.BadParameter(
            "expected what to draw from: a claim such as substance.empty-close, a lead, or a table"
        )
    return of


def revealed(seed: str | None) -> str:
    """The seed of a draw that was committed before."""
    if not seed:
        raise typer.BadParameter("expected --seed with the seed that was committed")
    return seed


def size_column(method: str, column: str | None) -> str | None:
    """The column of sizes, which a draw by size needs and no other has."""
    if (method == "pps") != (column is not None):
        raise typer.BadParameter("--method pps and --size-column belong together")
    return column


def chosen(method: str, items: list[str] | None) -> tuple[str, ...]:
    """The records that the auditor chose, which only a judgement sample has."""
    if items and method != "judgement":
        raise typer.BadParameter("--item chooses records by judgement: add --method judgement")
    return tuple(items or ())


def tell(drawn: "Drawn", audit: Path, as_json: bool) -> None:
    """Say what was done, in sentences, and which records were drawn."""
    from ringtrue.method.sampling.wording import METHODS, described

    if as_json:
        content = {"sample": asdict(drawn.sample), "items": [asdict(item) for item in drawn.items]}
        typer.echo(json.dumps(content, ensure_ascii=False, indent=1))
        return
    typer.echo(f"{drawn.sample.id}: {METHODS[drawn.sample.method]}")
    for line in described(drawn.sample):
        typer.echo(f"- {line}")
    if drawn.secret:
        typer.echo(f"Keep this seed, it stands nowhere else: {drawn.secret}")
        typer.echo(
            f"Draw with: ringtrue sample {audit} --draw {drawn.sample.id} --seed {drawn.secret} --by NAME"
        )
        return
    _records(drawn)
    typer.echo(f"The sheet to fill in: ringtrue paper {audit} sample --with sample={drawn.sample.id}")


def tell_evaluation(done: "Evaluation", as_json: bool, under: "UnderPrior | None" = None) -> None:
    """Say what a sample allows to be said; with a prior, what that says too."""
    from ringtrue.method.sampling.wording import conclusion, rate

    if as_json:
        content = asdict(done) | ({"under_prior": asdict(under)} if under else {})
        typer.echo(json.dumps(content, ensure_ascii=False, indent=1))
        return
    typer.echo(
        f"{done.sample}: {done.drawn:,} drawn, {done.judged:,} judged, {done.deviations:,} deviate, "
        f"{done.not_produced:,} of them could not be produced."
    )
    if done.estimate is not None:
        typer.echo(f"Seen: {rate(done.estimate)}.")
    typer.echo(conclusion(done))
    if under:
        typer.echo(under.told)
    if done.deviations:
        typer.echo("Each verified deviation stands for itself, whatever the rate.")


def _records(drawn: "Drawn") -> None:
    for item in drawn.items[:SHOWN]:
        stratum = f" {item.stratum}" if item.stratum else ""
        place = f" ({item.source_file}, row {item.source_row})" if item.source_file else ""
        typer.echo(f"{item.number:>5}{stratum}  {item.item}  {item.says}{place}")
    if len(drawn.items) > SHOWN:
        typer.echo(f"      and {len(drawn.items) - SHOWN:,} further")
