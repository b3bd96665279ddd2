"""A recorded draw of sites in words: which are visited and why, and by which seed anybody can draw them again."""

from collections.abc import Iterator, Mapping
from typing import Any

from ringtrue.method.sampling.sites import SitePlan, SitesAsked
from ringtrue.model.entry import from_content

HEADING = "Sites to visit"


def told_sites(drawn: Mapping[str, Any]) -> Iterator[str]:
    """Lines that tell the content of the draw's entry in the journal; of a draw that was only committed they say so."""
    if "plan" not in drawn:
        yield "Committed, and not drawn."
        return
    asked, plan = from_content(SitesAsked, drawn["asked"]), from_content(SitePlan, drawn["plan"])
    yield f"Kind of audit: {asked.stage}"
    yield f"Central function, visited each time: {plan.central}"
    groups = (
        ("Drawn by chance", plan.at_random),
        ("Chosen by judgement of risk", plan.by_judgement),
        ("Like no other, always visited", plan.unlike),
        ("The sites alike of which was drawn", asked.population),
    )
    yield from (f"{name}: {'; '.join(sites)}" for name, sites in groups if sites)
    yield f"The seed: {drawn['seed']}"
    yield f"SHA-256 of the seed, recorded before the draw: {drawn['seed_sha256']}"
