"""The draw of the sites to visit, in the journal: the seed committed, the sites written down, the draw."""

from dataclasses import dataclass

from ringtrue.engine.records.journal import Journal
from ringtrue.method.sampling import rules
from ringtrue.method.sampling.draw import commitment
from ringtrue.method.sampling.sites import SitePlan, SitesAsked, plan_sites
from ringtrue.model.entry import NewEntry, from_content, to_content
from ringtrue.model.errors import SampleRefused
from ringtrue.model.sample import Sample

KIND = "sites"


@dataclass(frozen=True, kw_only=True)
class SitesDrawn:
    """Which sites are visited, of which ones, and by which seed. ``seed_origin``: whether the auditor gave it."""

    id: str
    asked: SitesAsked
    plan: SitePlan
    seed: str
    seed_sha256: str
    seed_origin: str


def draw_sites(journal: Journal, asked: SitesAsked, seed: str, given: bool, by: str, at: str) -> SitesDrawn:
    """Record the SHA-256 of the seed, then the draw. SampleRefused for a seed that drew before, and for sites that do not fit."""
    if not seed:
        raise SampleRefused("the seed is empty", "a text, such as one thrown with dice")
    known = journal.current(KIND)
    samples = [from_content(Sample, entry.content) for entry in journal.current("sample").values()]
    rules.check_new_seed(commitment(seed), samples)
    if used := [id for id, entry in known.items() if entry.content["seed_sha256"] == commitment(seed)]:
        raise SampleRefused(
            f"this seed drew {used[0]} and is known since then", "a seed that nobody knows yet"
        )
    if not asked.population and not asked.unlike:
        raise SampleRefused(
            "no site besides the central function is named", "--alike or --unlike for each site"
        )
    plan = plan_sites(asked.central, asked.alike, asked.unlike, asked.stage, seed, asked.chosen)
    id = f"V-{len(known) + 1:03}"
    committed = {"seed_sha256": commitment(seed), "seed_origin": "given" if given else "system"}
    drawn = SitesDrawn(id=id, asked=asked, plan=plan, seed=seed, **committed)
    steps = (("the seed is committed", committed), ("the sites to visit are drawn", to_content(drawn)))
    journal.append(
        [
            NewEntry(kind=KIND, id=id, by=by, at=at, reason=reason, content=content)
            for reason, content in steps
        ]
    )
    return drawn
