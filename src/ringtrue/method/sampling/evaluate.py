"""What a sample allows to be said: exact bounds against the tolerable rate, in neutral words, and nothing before all is judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ringtrue.model.errors import SampleRefused
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.statistics.sampling import (
    Look,
    PpsDesign,
    Stratum,
    accept_risk,
    estimate_pps,
    estimate_strata,
    upper_bound,
    upper_bound_in,
    upper_bound_of_looks,
)

Outcome = Literal["not_yet", "second_look", "below", "not_below", "found", "no_statement"]
"""``found``: a discovery sample found what it was to find. ``no_statement``: a judgement sample."""


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """A sample evaluated. Shares are of records, or of size where the sample is drawn by size; None where nothing can be said."""

    sample: str
    outcome: Outcome
    drawn: int
    judged: int
    open: int
    deviations: int
    not_produced: int
    tolerable: float
    confidence: float
    estimate: float | None = None
    upper: float | None = None
    further: int = 0


def evaluate(sample: Sample, items: Sequence[SampleItem]) -> Evaluation:
    """Evaluate a drawn sample on the results recorded so far. SampleRefused where it was not drawn."""
    if sample.state != "drawn" or sample.population is None:
        raise SampleRefused(f"{sample.id} was not drawn yet", "a sample that was drawn")
    if len(items) != sample.drawn:
        raise SampleRefused(
            f"{sample.id}: {len(items)} of {sample.drawn} records are in the journal",
            "every record that was drawn",
        )
    if any(item.result == "open" for item in items):
        return _told(sample, items, "not_yet")
    if sample.method == "judgement":
        return _told(sample, items, "no_statement")
    if sample.method == "stop-or-go":
        return _after_looks(sample, items)
    estimate, upper = _bounded(sample, items)
    deviations = sum(item.deviates for item in items)
    if sample.method == "discovery" and deviations:
        return _told(sample, items, "found", estimate, upper)
    return _told(
        sample, items, "below" if _accepted(sample, deviations, upper) else "not_below", estimate, upper
    )


def evaluate_together(samples: Sequence[tuple[Sample, Sequence[SampleItem]]]) -> Evaluation:
    """Several samples of different services as the strata of one. Judgement samples are never pooled with any other."""
    first = _poolable(samples)
    parts = [evaluate(sample, items) for sample, items in samples]
    items = [item for _, some in samples for item in some]
    name = " + ".join(sample.id for sample, _ in samples)
    if any(part.outcome == "not_yet" for part in parts):
        return _counted(name, first, items, "not_yet")
    strata = [
        Stratum(sample.population.count, len(some), sum(item.deviates for item in some))
        for sample, some in samples
        if sample.population is not None
    ]
    told = estimate_strata(strata, first.confidence)
    outcome: Outcome = "below" if told.upper < first.tolerable else "not_below"
    return _counted(name, first, items, outcome, told.estimate, told.upper)


def _bounded(sample: Sample, items: Sequence[SampleItem]) -> tuple[float, float]:
    if sample.method == "stratified":
        told = estimate_strata(_strata(sample, items), sample.confidence)
        return told.estimate, told.upper
    if sample.sizes is not None:
        plan = {name: value for name, value in vars(sample.sizes).items() if name != "unknown"}
        by_size = estimate_pps(
            PpsDesign(**plan), _sizes(items, True), _sizes(items, False), sample.confidence
        )
        return by_size.estimate, by_size.upper
    deviations, n = sum(item.deviates for item in items), len(items)
    return deviations / n, _upper(sample, deviations, n)


def _upper(sample: Sample, deviations: int, n: int) -> float:
    population = _population(sample)
    if population is None:
        return upper_bound(deviations, n, sample.confidence)
    return upper_bound_in(deviations, n, population, sample.confidence)


def _accepted(sample: Sample, deviations: int, upper: float) -> bool:
    if sample.method in ("stratified", "pps"):
        return upper < sample.tolerable
    risk = accept_risk(deviations, sample.drawn, sample.tolerable, _population(sample))
    return risk <= 1 - sample.confidence + 1e-12


def _after_looks(sample: Sample, items: Sequence[SampleItem]) -> Evaluation:
    first, second = sample.looks
    deviations, n = sum(item.deviates for item in items), len(items)
    if n == first.n and deviations == 1:
        return _told(sample, items, "second_look", further=second.n - first.n)
    looks = [Look(look.n, look.acceptable) for look in sample.looks]
    upper = upper_bound_of_looks(looks, n, deviations, sample.confidence, _population(sample))
    reached = first if n == first.n else second
    outcome: Outcome = "below" if deviations <= reached.acceptable else "not_below"
    return _told(sample, items, outcome, deviations / n, upper)


def _strata(sample: Sample, items: Sequence[SampleItem]) -> list[Stratum]:
    def seen(name: str) -> list[SampleItem]:
        return [item for item in items if item.stratum == name]

    return [
        Stratum(one.population, len(seen(one.name)), sum(item.deviates for item in seen(one.name)))
        for one in sample.strata
    ]


def _sizes(items: Iterable[SampleItem], certain: bool) -> list[float]:
    return [item.size or 0.0 for item in items if item.deviates and item.certain == certain]


def _population(sample: Sample) -> int | None:
    """The number of records that is concluded on; None where it is the process."""
    return sample.population.count if sample.population and sample.about == "population" else None


def _poolable(samples: Sequence[tuple[Sample, Sequence[SampleItem]]]) -> Sample:
    first = samples[0][0]
    told = ", ".join(sample.id for sample, _ in samples)
    if any(sample.method == "judgement" for sample, _ in samples):
        raise SampleRefused(
            f"{told}: a judgement sample is among them; it carries no confidence and is never pooled",
            "samples that were all drawn by chance",
        )
    if any(sample.method not in ("attribute", "discovery") for sample, _ in samples):
        raise SampleRefused(
            f"{told}: only attribute and discovery samples are pooled", "one evaluation for each sample"
        )
    if len({(sample.tolerable, sample.confidence) for sample, _ in samples}) > 1:
        raise SampleRefused(f"{told}: they have different tolerable rates or confidence", "the same for all")
    places = [
        (one.population.subject, one.population.run, one.population.verdicts)
        for one, _ in samples
        if one.population
    ]
    services = [
        service for one, _ in samples if one.population for service in one.population.services or ("",)
    ]
    if len(set(places)) > 1 or len(set(services)) < len(services) or "" in services:
        raise SampleRefused(
            f"{told}: their populations are not parts of one",
            "samples of one claim and run, each of other services",
        )
    return first


def _told(
    sample: Sample,
    items: Sequence[SampleItem],
    outcome: Outcome,
    estimate: float | None = None,
    upper: float | None = None,
    further: int = 0,
) -> Evaluation:
    return _counted(sample.id, sample, items, outcome, estimate, upper, further)


def _counted(
    name: str,
    sample: Sample,
    items: Sequence[SampleItem],
    outcome: Outcome,
    estimate: float | None = None,
    upper: float | None = None,
    further: int = 0,
) -> Evaluation:
    still_open = sum(item.result == "open" for item in items)
    return Evaluation(
        sample=name,
        outcome=outcome,
        drawn=len(items),
        judged=len(items) - still_open,
        open=still_open,
        deviations=sum(item.deviates for item in items),
        not_produced=sum(item.result == "not_produced" for item in items),
        tolerable=sample.tolerable,
        confidence=sample.confidence,
        estimate=estimate,
        upper=upper,
        further=further,
    )
