"""Which sites an audit visits: those that do much the same by sample, all others, and the central function each time."""

from collections.abc import Sequence
from dataclasses import dataclass

from ringtrue.method.sampling.draw import ranked
from ringtrue.model.errors import SampleRefused
from ringtrue.statistics.sampling import Stage, sites_to_visit, sites_to_visit_at_random


@dataclass(frozen=True, kw_only=True)
class SitesAsked:
    """The sites of an organisation: the central function, those that do much the same, all others; those that the auditor wants."""

    central: str
    alike: tuple[str, ...]
    unlike: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    stage: Stage = "initial"

    @property
    def population(self) -> tuple[str, ...]:
        """The sites of which a sample is drawn, each once."""
        return tuple(site for site in dict.fromkeys(self.alike) if site != self.central)


@dataclass(frozen=True, kw_only=True)
class SitePlan:
    """The sites to visit: always, as no other is like them, at random, and by the auditor's judgement of risk."""

    central: str
    unlike: tuple[str, ...]
    at_random: tuple[str, ...]
    by_judgement: tuple[str, ...]

    @property
    def visited(self) -> int:
        """How many sites are visited, the central function among them."""
        return 1 + len(self.unlike) + len(self.at_random) + len(self.by_judgement)


def plan_sites(
    central: str,
    alike: Sequence[str],
    unlike: Sequence[str],
    stage: Stage,
    seed: str,
    chosen: Sequence[str] = (),
) -> SitePlan:
    """The sites to visit by IAF MD 1. ``chosen`` are those that the auditor wants, in order of risk, at most three quarters.

    Where fewer are chosen, chance chooses the rest. SampleRefused where a chosen site is none of those alike.
    """
    sites = [site for site in dict.fromkeys(alike) if site != central]
    strangers = [site for site in chosen if site not in sites]
    if strangers:
        raise SampleRefused(
            f"the sites chosen hold {', '.join(strangers)}", f"some of {', '.join(sites) or 'none'}"
        )
    n = sites_to_visit(len(sites), stage)
    wanted = tuple(dict.fromkeys(chosen))[: n - sites_to_visit_at_random(n)]
    drawn = [site for site in ranked(seed, sites) if site not in wanted][: n - len(wanted)]
    return SitePlan(
        central=central,
        unlike=tuple(site for site in dict.fromkeys(unlike) if site != central),
        at_random=tuple(drawn),
        by_judgement=wanted,
    )
