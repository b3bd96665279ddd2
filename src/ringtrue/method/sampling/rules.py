"""What a sample allows: one population, one seed, one draw, and further looks only as they were planned."""

from collections.abc import Iterable, Sequence

from ringtrue.method.sampling.draw import commitment
from ringtrue.model.errors import SampleRefused
from ringtrue.model.sample import Population, Sample, SampleItem
from ringtrue.statistics.sampling import Look, attribute_size, real_risk


def check_seed(sample: Sample, seed: str) -> None:
    """Refuse another seed than the one that was committed."""
    if commitment(seed) != sample.seed_sha256:
        raise SampleRefused(
            f"{sample.id}: this seed has the SHA-256 {commitment(seed)}",
            f"the seed that was committed on {sample.committed_at}, with the SHA-256 {sample.seed_sha256}",
        )


def check_new_seed(seed_sha256: str, others: Iterable[Sample]) -> None:
    """Refuse a seed that draws another sample, or drew one: who knows a seed sees beforehand which records it would draw."""
    for other in others:
        if other.seed_sha256 == seed_sha256 and other.state != "committed":
            drew = f"drew {other.id} on {other.drawn_at} and is known since then"
            told = drew if other.state == "drawn" else f"is committed for {other.id}, which is not drawn yet"
            raise SampleRefused(
                f"this seed {told}",
                "a seed that nobody knows yet: leave out --seed and one is drawn by chance, or throw another",
            )


def check_undrawn(sample: Sample) -> None:
    """Refuse a second draw from the same sample."""
    if sample.state == "drawn":
        raise SampleRefused(
            f"{sample.id} was drawn on {sample.drawn_at} by {sample.drawn_by}",
            "one draw a sample; a new sample needs a new seed, and the journal shows both",
        )


def check_population(sample: Sample, now: Population) -> None:
    """Refuse a population that is no longer the one that was frozen."""
    frozen = sample.population
    if frozen is None:
        raise SampleRefused(
            f"{sample.id} has no frozen population", "a population frozen after the seed was committed"
        )
    if (now.ids_sha256, now.frame_sha256) != (frozen.ids_sha256, frozen.frame_sha256):
        raise SampleRefused(
            f"{sample.id}: the population has {now.count:,} records now and the SHA-256 {now.ids_sha256[:16]}…",
            f"the one that was frozen, {frozen.count:,} records with {frozen.ids_sha256[:16]}…; "
            "put back the run and tables of then, or begin a new sample",
        )


def further_records(sample: Sample, items: Sequence[SampleItem], wanted: int | None = None) -> int:
    """How many further ranks an extension takes. SampleRefused where the plan allows none, with its real risk.

    Before anything was judged a sample may be made larger; after that only the second look that was planned is open.
    """
    if sample.state != "drawn":
        raise SampleRefused(f"{sample.id} was not drawn yet", "a sample that was drawn")
    if sample.method in ("pps", "stratified", "judgement"):
        raise SampleRefused(
            f"a {sample.method} sample is not extended: its plan holds for the records drawn at once",
            "a new sample with its own seed",
        )
    if sample.method == "stop-or-go":
        return _second_look(sample, items, wanted)
    if any(item.result != "open" for item in items):
        raise _unplanned(sample, items)
    if wanted is None or wanted < 1:
        raise SampleRefused("no number of further records was given", "how many, such as --size 20")
    return wanted


def _second_look(sample: Sample, items: Sequence[SampleItem], wanted: int | None) -> int:
    first, second = sample.looks
    if sample.drawn >= second.n:
        raise _unplanned(sample, items)
    deviations, still_open = (
        sum(item.deviates for item in items),
        sum(item.result == "open" for item in items),
    )
    if still_open:
        raise SampleRefused(
            f"{sample.id}: {still_open} records of the first look are open", "the first look judged whole"
        )
    if deviations != 1:
        ended = (
            "accepted without a second look"
            if deviations == 0
            else "ended: the rate is not shown to be below"
        )
        raise SampleRefused(
            f"{sample.id}: the first look found {deviations} deviations, and the plan has {ended}",
            "a second look after exactly one deviation",
        )
    if wanted not in (None, second.n - first.n):
        raise SampleRefused(
            f"a second look at {wanted} records", f"the {second.n - first.n} that were planned"
        )
    return second.n - first.n


def unplanned_risk(sample: Sample, deviations: int) -> tuple[tuple[Look, ...], float]:
    """The looks that would be taken by looking again until so many deviations are acceptable, and their real risk."""
    population = sample.population.count if sample.population and sample.about == "population" else None
    looks = [Look(one.n, one.acceptable) for one in sample.looks]
    for acceptable in range(looks[-1].acceptable + 1, max(deviations, looks[-1].acceptable + 1) + 1):
        size = attribute_size(sample.tolerable, sample.confidence, acceptable, population)
        looks.append(Look(max(size, looks[-1].n + 1), acceptable))
    return tuple(looks), real_risk(looks, sample.tolerable, population)


def _unplanned(sample: Sample, items: Sequence[SampleItem]) -> SampleRefused:
    deviations = sum(item.deviates for item in items)
    try:
        looks, risk = unplanned_risk(sample, deviations)
    except ValueError:
        return SampleRefused(
            f"{sample.id}: a further look was not planned", "a plan made before the first look"
        )
    sizes = ", then ".join(f"{look.n:,}" for look in looks)
    return SampleRefused(
        f"{sample.id}: a further look was not planned. Looking at {sizes} accepts a rate of {sample.tolerable:.1%} "
        f"with a real risk of {risk:.1%}, not {1 - sample.confidence:.1%}",
        "a second look that was planned before the first, with `--method stop-or-go`, in a new sample",
    )
