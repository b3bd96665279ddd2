"""How many records a sample takes, decided on the numbers of its population and before any of its records is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ringtrue.model.errors import SampleRefused
from ringtrue.model.sample import About, Method, PlannedLook, SampleStratum, SizePlan
from ringtrue.statistics.sampling import (
    accept_risk,
    allocate,
    attribute_size,
    design_pps,
    deviants,
    first_look,
    second_look,
    stratified_size,
    upper_bound,
)

LEAST_TOLERABLE = 0.0001


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is asked of a sample. ``size``: as many records, instead of as few as the plan needs."""

    method: Method
    tolerable: float = 0.05
    confidence: float = 0.95
    acceptable: int = 0
    size: int | None = None
    about: About = "population"


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a plan needs to know of a population: how many records, how many in each stratum, the sizes."""

    count: int
    strata: Mapping[str, int] = field(default_factory=dict)
    sizes: Sequence[float] = ()
    unknown_sizes: int = 0


@dataclass(frozen=True, kw_only=True)
class Planned:
    """The plan: the looks, the strata, the chances."""

    looks: tuple[PlannedLook, ...]
    strata: tuple[SampleStratum, ...] = ()
    sizes: SizePlan | None = None

    @property
    def first(self) -> int:
        """How many records are drawn at first."""
        return self.looks[0].n


def check_wish(wish: Wish) -> None:
    """Refuse what no plan can hold, before a seed is committed to it."""
    for name, value in (("tolerable rate", wish.tolerable), ("confidence", wish.confidence)):
        if not LEAST_TOLERABLE <= value < 1:
            raise SampleRefused(f"the {name} is {value:.4%}", "a share above 0 % and below 100 %, such as 5%")
    if wish.size is not None and wish.size < 1:
        raise SampleRefused(f"{wish.size} records were asked for", "at least one")
    if wish.acceptable < 0:
        raise SampleRefused(f"{wish.acceptable} deviations are to be acceptable", "0 or more")
    if wish.acceptable and wish.method not in ("attribute", "stratified"):
        raise SampleRefused(
            f"a {wish.method} sample with {wish.acceptable} acceptable deviations",
            "0, or an attribute or stratified sample",
        )


def plan(wish: Wish, frame: Frame) -> Planned:
    """The plan for a population; SampleRefused where it has none."""
    check_wish(wish)
    if frame.count < 1:
        raise SampleRefused("the population is empty", "records to draw from; look at the filter")
    if wish.method == "stop-or-go":
        return _two_looks(wish, frame)
    if wish.method == "stratified":
        return _stratified(wish, frame)
    if wish.method == "pps":
        return _by_size(wish, frame)
    if wish.method == "judgement":
        return Planned(looks=(PlannedLook(n=min(wish.size or frame.count, frame.count), acceptable=0),))
    n = _sized(wish, frame.count, _needed(wish, frame.count))
    population = _population(wish, frame.count)
    most = (
        0 if wish.method == "discovery" else most_acceptable(n, wish.tolerable, wish.confidence, population)
    )
    return Planned(looks=(PlannedLook(n=n, acceptable=max(most, wish.acceptable)),))


def most_acceptable(n: int, tolerable: float, confidence: float, population: int | None) -> int:
    """The most deviations in ``n`` records with which the rate is shown to be below the tolerable one."""
    found = 0
    while found + 1 < n and accept_risk(found + 1, n, tolerable, population) <= 1 - confidence:
        found += 1
    return found


def _population(wish: Wish, count: int) -> int | None:
    return count if wish.about == "population" else None


def _needed(wish: Wish, count: int) -> int:
    if wish.about == "population" and wish.acceptable >= deviants(wish.tolerable, count):
        raise SampleRefused(
            f"{wish.acceptable} of {count:,} records are the tolerable rate already",
            "fewer acceptable deviations",
        )
    return attribute_size(wish.tolerable, wish.confidence, wish.acceptable, _population(wish, count))


def _sized(wish: Wish, count: int, needed: int) -> int:
    n = max(needed, wish.size or 0)
    if wish.size is not None and wish.size < needed:
        raise SampleRefused(
            f"{wish.size} records cannot bound the rate below {wish.tolerable:.1%} with {wish.confidence:.0%} confidence",
            f"{needed} or more, or another tolerable rate; fewer can be looked at as a judgement sample",
        )
    if wish.about == "process" and needed > count:
        raise SampleRefused(
            f"{needed} records are needed to conclude on the process, and there are {count:,}",
            "a longer period, or a conclusion on the population alone",
        )
    return min(n, count)


def _two_looks(wish: Wish, frame: Frame) -> Planned:
    population = _population(wish, frame.count)
    try:
        first = wish.size or first_look(wish.tolerable, wish.confidence, population)
        second = second_look(first, wish.tolerable, wish.confidence, population)
    except ValueError as error:
        raise SampleRefused(
            f"there is no plan of two looks: {error}", "an attribute sample, or another first look"
        ) from error
    if first + second > frame.count:
        raise SampleRefused(
            f"two looks need {first + second} records, and there are {frame.count:,}", "an attribute sample"
        )
    return Planned(looks=(PlannedLook(n=first, acceptable=0), PlannedLook(n=first + second, acceptable=1)))


def _stratified(wish: Wish, frame: Frame) -> Planned:
    strata = {name: size for name, size in frame.strata.items() if size}
    if _needed(wish, frame.count) < len(strata) and wish.size is not None and wish.size < len(strata):
        raise SampleRefused(f"{wish.size} records for {len(strata)} strata", "at least one of each")
    needed = stratified_size(strata, wish.tolerable, wish.confidence, wish.acceptable)
    n = min(_sized(wish, frame.count, needed), sum(strata.values()))
    shares = allocate(strata, n)
    return Planned(
        looks=(PlannedLook(n=n, acceptable=wish.acceptable),),
        strata=tuple(
            SampleStratum(name=name, population=size, planned=shares[name]) for name, size in strata.items()
        ),
    )


def _by_size(wish: Wish, frame: Frame) -> Planned:
    n = max(wish.size or 0, attribute_size(wish.tolerable, wish.confidence))
    while n < frame.count and not _bounds(frame.sizes, n, wish):
        n += 1
    if wish.size is not None and wish.size < n:
        raise SampleRefused(f"{wish.size} records do not bound the rate", f"{n} or more")
    design = design_pps(frame.sizes, n)
    return Planned(
        looks=(PlannedLook(n=design.certain + design.drawn, acceptable=0),),
        sizes=SizePlan(**vars(design), unknown=frame.unknown_sizes),
    )


def _bounds(sizes: Sequence[float], n: int, wish: Wish) -> bool:
    """Whether ``n`` records without deviation bound the share of size below the tolerable rate."""
    design = design_pps(sizes, n)
    rest = design.total - design.certain_total
    most = rest * upper_bound(0, design.drawn, wish.confidence) if design.drawn else 0.0
    return most / design.total < wish.tolerable or design.certain == len(sizes)
