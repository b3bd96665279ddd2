"""What numbers alone tell of a sample, in sentences: how many records it needs, its real risk, what its result says."""

from collections.abc import Sequence
from dataclasses import dataclass

from ringtrue.method.sampling.wording import apart, rate, sure
from ringtrue.model.errors import SampleRefused
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.statistics.sampling import (
    Look,
    attribute_size,
    first_look,
    probability_below,
    probability_below_in,
    real_risk,
    second_look,
    upper_bound,
    upper_bound_in,
)

Prior = tuple[float, float]
"""The two numbers of a Beta distribution; (1, 1) is the uniform one."""

AT_RANDOM = ("attribute", "discovery")
"""Samples of which each record says as much as any other."""


@dataclass(frozen=True, kw_only=True)
class Aim:
    """The rate from which on it would matter, how sure to be, and of how many records (None: of a process that goes on)."""

    tolerable: float
    confidence: float
    population: int | None = None

    def __post_init__(self) -> None:
        for name, share in (("tolerable rate", self.tolerable), ("confidence", self.confidence)):
            if not 0 < share < 1:
                raise SampleRefused(
                    f"the {name} is {share:g}", "a share above 0 and below 100 %, such as 5 %"
                )

    @property
    def records(self) -> str:
        """What is drawn from."""
        return "records" if self.population is None else f"of {self.population:,} records"


def one_look(aim: Aim, acceptable: int) -> str:
    """How many records, with so many acceptable deviations. SampleRefused where the population has no such plan."""
    try:
        n = attribute_size(aim.tolerable, aim.confidence, acceptable, aim.population)
    except ValueError as error:
        raise SampleRefused(str(error), "fewer acceptable deviations, or a higher tolerable rate") from error
    accepts = "none deviates" if acceptable == 0 else f"at most {acceptable:,} deviate"
    return f"Look at {n:,} {aim.records}: the rate is below {rate(aim.tolerable)} with {sure(aim.confidence)} confidence if {accepts}."


def two_looks(aim: Aim) -> str:
    """A first look and a second one that is planned with it."""
    try:
        first = first_look(aim.tolerable, aim.confidence, aim.population)
        more = second_look(first, aim.tolerable, aim.confidence, aim.population)
    except ValueError as error:
        raise SampleRefused(str(error), "one look (--method attribute)") from error
    risk = real_risk((Look(first, 0), Look(first + more, 1)), aim.tolerable, aim.population)
    return (
        f"Look at {first:,} {aim.records}, and stop if none deviates. If exactly one does, look at {more:,} further ones, of which none may "
        f"deviate. Real risk of both looks: {risk * 100:.2f}\u00a0%."
    )


def risk_of(aim: Aim, looks: Sequence[Look]) -> str:
    """The real risk of a plan of several looks, against the one that was allowed."""
    _check(looks, aim.population)
    told = ", then ".join(f"{look.n:,} with at most {look.acceptable:,}" for look in looks)
    risk, allowed = real_risk(looks, aim.tolerable, aim.population), 1 - aim.confidence
    verdict = "within" if risk <= allowed + 1e-12 else "more than"
    return f"Looking at {told} deviations has a real risk of {rate(risk)}, {verdict} the {rate(allowed)} that {sure(aim.confidence)} confidence allows."


def said(aim: Aim, found: int, n: int, prior: Prior | None) -> tuple[str, ...]:
    """What a result says: the exact bound against the tolerable rate and, where a prior is given, the probability under it."""
    if found > n:
        raise SampleRefused(
            f"expected 0 to {n} deviations of {n} records, found {found}", "as many as were found"
        )
    if aim.population is not None and n > aim.population:
        raise SampleRefused(f"{n} of {aim.population} records were looked at", "at most the whole population")
    upper = (
        upper_bound(found, n, aim.confidence)
        if aim.population is None
        else upper_bound_in(found, n, aim.population, aim.confidence)
    )
    below = f"The rate of deviations is at most {apart(upper, aim.tolerable)} with {sure(aim.confidence)} confidence"
    verdict = (
        f"{below}, which is below the tolerable {rate(aim.tolerable)}."
        if upper < aim.tolerable
        else f"{below}; that it is below the tolerable {rate(aim.tolerable)} is not shown."
    )
    seen = f"{found:,} of {n:,} records deviate: {rate(found / n)}."
    return (seen, verdict) if prior is None else (seen, verdict, under(aim, found, n, prior))


def under(aim: Aim, found: int, n: int, prior: Prior) -> str:
    """The probability that the rate is below the tolerable one, with the prior that it rests on."""
    a, b = prior
    uniform = ", which holds every rate for equally likely beforehand," if prior == (1.0, 1.0) else ""
    return (
        f"Under the prior Beta({a:g}, {b:g}){uniform} the rate is below {rate(aim.tolerable)} with a probability of {rate(_probability(aim, found, n, prior))}. "
        "The prior is part of the statement; the bound needs none."
    )


@dataclass(frozen=True, kw_only=True)
class UnderPrior:
    """The probability that the rate is below the tolerable one, the prior on which it rests, and the sentence that tells both."""

    prior: Prior
    probability: float
    told: str


def under_prior(sample: Sample, items: Sequence[SampleItem], prior: Prior) -> UnderPrior:
    """What a drawn sample says under a prior. SampleRefused while a record is open, and for samples that are not plainly random."""
    if sample.method not in AT_RANDOM or sample.population is None:
        raise SampleRefused(
            f"{sample.id} is a {sample.method} sample, of which no prior is told",
            "a sample whose records all had the same chance and were planned as one look (attribute or discovery)",
        )
    still = sum(item.result == "open" for item in items)
    if still or len(items) != sample.drawn or not items:
        raise SampleRefused(
            f"{sample.id}: {still or 'some'} of its records are still to be judged", "every record judged"
        )
    aim = Aim(
        tolerable=sample.tolerable,
        confidence=sample.confidence,
        population=sample.population.count if sample.about == "population" else None,
    )
    found = sum(item.deviates for item in items)
    return UnderPrior(
        prior=prior,
        probability=_probability(aim, found, len(items), prior),
        told=under(aim, found, len(items), prior),
    )


def _probability(aim: Aim, found: int, n: int, prior: Prior) -> float:
    if aim.population is None:
        return probability_below(found, n, aim.tolerable, prior)
    return probability_below_in(found, n, aim.population, aim.tolerable, prior)


def _check(looks: Sequence[Look], population: int | None) -> None:
    for before, look in zip((Look(0, 0), *looks), looks, strict=False):
        if look.n <= before.n or look.acceptable >= look.n:
            raise SampleRefused(
                f"a look at {look.n:,} records with {look.acceptable:,} acceptable follows one at {before.n:,}",
                "looks that grow, counted from the first record, such as 59/0 and 93/1",
            )
    if population is not None and looks and looks[-1].n > population:
        raise SampleRefused(
            f"a look at {looks[-1].n:,} of {population:,} records", "at most the whole population"
        )
