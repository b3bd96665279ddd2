"""Samples: drawn, extended, evaluated."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringtrue.api.places import imported
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.database.connect import DEFAULT_MEMORY
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.sampling.sites import SitesDrawn
from ringtrue.engine.sampling.steps import Asked as AskedSample
from ringtrue.engine.sampling.steps import Signed
from ringtrue.method.sampling.evaluate import Evaluation
from ringtrue.method.sampling.numbers import Prior, UnderPrior
from ringtrue.method.sampling.sites import SitesAsked
from ringtrue.model.errors import WrongUse
from ringtrue.model.sample import Sample, SampleItem

if TYPE_CHECKING:
    pass


@dataclass(frozen=True)
class Drawn:
    """A sample and the records that were drawn now. ``secret``: the seed, while it is committed and not revealed."""

    sample: Sample
    items: tuple[SampleItem, ...]
    secret: str | None = None


def sample(
    folder: AuditFolder,
    asked: AskedSample,
    signed: Signed,
    seed: str | None = None,
    draw: bool = True,
    memory: str = DEFAULT_MEMORY,
    journal: Journal | None = None,
) -> Drawn:
    """Commit a seed, freeze the population, make the plan, and, unless ``draw`` is False, reveal the seed and draw.

    Without a ``seed`` one is drawn from the system's randomness. ``journal``: where the audit's records are kept, here and below;
    the audit folder's own where none is given.
    """
    from secrets import token_hex

    from ringtrue.engine.sampling import steps

    thrown = token_hex(16) if seed is None else seed
    committed = steps.commit_seed(imported(folder), asked, thrown, seed is not None, signed, journal)
    frozen = steps.freeze(folder, committed, asked, signed, memory, journal)
    if not draw:
        return Drawn(frozen, (), thrown)
    return Drawn(*steps.draw(folder, frozen.id, thrown, signed, asked.items, memory, journal))


def draw_sample(
    folder: AuditFolder,
    id: str,
    seed: str,
    signed: Signed,
    items: Sequence[str] = (),
    memory: str = DEFAULT_MEMORY,
    journal: Journal | None = None,
) -> Drawn:
    """Reveal the seed of a sample that was committed, and draw. ``items``: the auditor's own, of a judgement sample."""
    from ringtrue.engine.sampling import steps

    return Drawn(*steps.draw(folder, id, seed, signed, items, memory, journal))


def extend_sample(
    folder: AuditFolder,
    id: str,
    signed: Signed,
    size: int | None = None,
    memory: str = DEFAULT_MEMORY,
    journal: Journal | None = None,
) -> Drawn:
    """Draw the next ranks of a sample, where its plan allows it; the further records are returned."""
    from ringtrue.engine.sampling import steps

    return Drawn(*steps.extend(folder, id, size, signed, memory, journal))


def evaluate_sample(folder: AuditFolder, ids: Sequence[str], journal: Journal | None = None) -> Evaluation:
    """What a sample allows to be said; several samples, of different services, as the strata of one."""
    from ringtrue.engine.sampling import steps

    return steps.evaluated(folder, ids, journal)


def sample_under_prior(
    folder: AuditFolder, ids: Sequence[str], prior: Prior, journal: Journal | None = None
) -> UnderPrior:
    """How sure the rate is below the tolerable one under a prior, after one sample that was drawn at random and judged whole."""
    from ringtrue.engine.sampling import steps
    from ringtrue.method.sampling.numbers import under_prior

    if len(set(ids)) > 1:
        raise WrongUse("A prior is told of one sample; for several as strata of one, the exact bound stands.")
    drawn = steps.sample_named(folder, ids[0], journal)
    return under_prior(drawn, steps.items_of(folder, drawn.id, journal), prior)


def sample_sites(
    folder: AuditFolder,
    asked: SitesAsked,
    signed: Signed,
    seed: str | None = None,
    journal: Journal | None = None,
) -> SitesDrawn:
    """Commit a seed, write the sites down, reveal the seed and draw which to visit, by IAF MD 1."""
    from secrets import token_hex

    from ringtrue.engine.sampling.sites import draw_sites

    thrown = token_hex(16) if seed is None else seed
    return draw_sites(journal or Journal(folder), asked, thrown, seed is not None, signed.by, signed.at)


def sample_told(sample: Sample, done: Evaluation | None = None) -> tuple[str, ...]:
    """The steps of a sample in sentences; with its evaluation, what that says."""
    from ringtrue.method.sampling.wording import conclusion, described

    if done is not None:
        return (conclusion(done, by_size=sample.method == "pps"),)
    return tuple(described(sample))
