"""``ringtrue sites``"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from ringtrue.cli.options import AuditPath, By, Json

if TYPE_CHECKING:
    from ringtrue.engine.sampling.sites import SitesDrawn


class Stage(StrEnum):
    """Which audit of a certification it is."""

    INITIAL = "initial"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"


Central = Annotated[str, typer.Option("--central", help="The central function, which is visited each time.")]
Alike = Annotated[
    list[str] | None,
    typer.Option(
        "--alike",
        help="A site that does much the same as the others named so; may be repeated, or several divided by commas.",
    ),
]
Unlike = Annotated[
    list[str] | None,
    typer.Option(
        "--unlike",
        help="A site that is like no other: it is visited. May be repeated, or several divided by commas.",
    ),
]
Chosen = Annotated[
    list[str] | None,
    typer.Option(
        "--chosen",
        help="A site of those alike that you want for its risk; at least a quarter is left to chance.",
    ),
]
At = Annotated[
    Stage,
    typer.Option(
        "--stage", help="Of x sites alike √x are visited, 0.6 √x in surveillance, 0.8 √x in recertification."
    ),
]
Seed = Annotated[
    str | None,
    typer.Option(
        "--seed", help="A seed thrown with dice, say; else one is drawn from the system's randomness."
    ),
]


def sites(
    audit: AuditPath,
    central: Central,
    by: By,
    alike: Alike = None,
    unlike: Unlike = None,
    chosen: Chosen = None,
    stage: At = Stage.INITIAL,
    seed: Seed = None,
    as_json: Json = False,
) -> None:
    """Draw the sites that an audit visits, by the rule of IAF MD 1, so that anybody can draw them again.

    Sites that do much the same are sampled; all others are visited, and the central function each time.

    Example: ringtrue sites northwind-audit --central Leeds --alike Hull,York,Bath,Kent --unlike Oslo --by "Ada Lovelace"
    """
    from ringtrue import api
    from ringtrue.cli.clock import now
    from ringtrue.engine.audit.audit_folder import AuditFolder

    asked = api.SitesAsked(
        central=central.strip(),
        alike=_named(alike),
        unlike=_named(unlike),
        chosen=_named(chosen),
        stage=stage.value,
    )
    drawn = api.sample_sites(AuditFolder(audit), asked, api.Signed(by=by, at=now()), seed)
    if as_json:
        import json
        from dataclasses import asdict

        typer.echo(json.dumps(asdict(drawn), ensure_ascii=False, indent=1))
        return
    _say(drawn)


def _named(given: list[str] | None) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(name.strip() for text in given or () for name in text.split(",") if name.strip())
    )


def _say(drawn: "SitesDrawn") -> None:
    plan, origin = (
        drawn.plan,
        "given by the auditor" if drawn.seed_origin == "given" else "drawn from the system's randomness",
    )
    visited = len(plan.at_random) + len(plan.by_judgement)
    typer.echo(f"{drawn.id}: {plan.visited:,} sites to visit, {drawn.asked.stage} audit")
    typer.echo(f"- central function: {plan.central}")
    for told, names in (
        (f"of {len(drawn.asked.population):,} sites alike {visited:,}; by chance", plan.at_random),
        ("of these by judgement of risk", plan.by_judgement),
        ("like no other", plan.unlike),
    ):
        if names:
            typer.echo(f"- {told}: {', '.join(names)}")
    typer.echo(
        f"- the seed, {origin} and written down before the draw, is {drawn.seed}; the first by SHA-256(seed, 0x1F, site)"
    )
