"""Time to an event where some cases are still open: Kaplan-Meier and the log-rank test.

``times`` are from 0 in any unit; ``ended`` says for each whether the event came (else the case was last
seen open: censored).
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import erfc, exp, log

from ringtrue.statistics.intervals import Bounds


@dataclass(frozen=True)
class Median:
    """The time by which half have ended, with two-sided bounds; None where the curve never falls so far."""

    estimate: float | None
    lower: float | None
    upper: float | None
    n: int
    events: int


@dataclass(frozen=True)
class Step:
    """The share that lasts longer than ``time``, with the sum of Greenwood's formula."""

    time: float
    surviving: float
    greenwood: float


def kaplan_meier(times: Sequence[float], ended: Sequence[bool]) -> list[Step]:
    """The survival curve at each time with an event (Kaplan and Meier 1958); empty where nothing ended."""
    steps: list[Step] = []
    surviving, greenwood = 1.0, 0.0
    for time, at_risk, events in _risk_sets(times, ended):
        surviving *= 1 - events / at_risk
        greenwood += events / (at_risk * (at_risk - events)) if at_risk > events else float("inf")
        steps.append(Step(time, surviving, greenwood))
    return steps


def median_time(times: Sequence[float], ended: Sequence[bool], confidence: float = 0.95) -> Median:
    """The median time to the event with bounds by inverting log-log intervals (Brookmeyer and Crowley
    1982).
    """
    from scipy.special import ndtri

    z = float(ndtri((1 + confidence) / 2))
    steps = kaplan_meier(times, ended)
    bands = [_log_log(step, z) for step in steps]
    return Median(
        estimate=_first(step.time for step in steps if step.surviving <= 0.5 + 1e-12),
        lower=_first(step.time for step, band in zip(steps, bands, strict=True) if band[0] <= 0.5),
        upper=_first(step.time for step, band in zip(steps, bands, strict=True) if band[1] <= 0.5),
        n=len(times),
        events=sum(map(bool, ended)),
    )


def log_rank(
    times: Sequence[float], ended: Sequence[bool], other_times: Sequence[float], other_ended: Sequence[bool]
) -> float:
    """The two-sided p value that both groups end at the same pace (Mantel 1966); 1 where nothing can be
    compared.
    """
    difference = variance = 0.0
    own = sorted(times)
    together = _risk_sets([*times, *other_times], [*ended, *other_ended])
    own_events = _events(times, ended)
    for time, at_risk, events in together:
        own_at_risk = len(own) - _before(own, time)
        share = own_at_risk / at_risk
        difference += own_events.get(time, 0) - events * share
        if at_risk > 1:
            variance += events * share * (1 - share) * (at_risk - events) / (at_risk - 1)
    return 1.0 if variance <= 0 else erfc(abs(difference) / (2 * variance) ** 0.5)


def _risk_sets(times: Sequence[float], ended: Sequence[bool]) -> list[tuple[float, int, int]]:
    """Each time with events, how many were still open just before it, how many ended at it."""
    _check(times, ended)
    ordered = sorted(times)
    events = _events(times, ended)
    return [(time, len(ordered) - _before(ordered, time), events[time]) for time in sorted(events)]


def _events(times: Sequence[float], ended: Sequence[bool]) -> dict[float, int]:
    events: dict[float, int] = {}
    for time, end in zip(times, ended, strict=True):
        if end:
            events[time] = events.get(time, 0) + 1
    return events


def _log_log(step: Step, z: float) -> Bounds:
    if step.surviving <= 0:
        return 0.0, 0.0
    if step.surviving >= 1:
        return 1.0, 1.0
    hazard = -log(step.surviving)
    reach = exp(z * step.greenwood**0.5 / hazard)
    return step.surviving**reach, step.surviving ** (1 / reach)


def _before(ordered: Sequence[float], time: float) -> int:
    return bisect_left(ordered, time)


def _first(times: Iterable[float]) -> float | None:
    return next(iter(times), None)


def _check(times: Sequence[float], ended: Sequence[bool]) -> None:
    if len(times) != len(ended):
        raise ValueError(f"expected as many ends as times, found {len(ended)} and {len(times)}")
    if any(not time >= 0 for time in times):
        raise ValueError("expected times from 0, found a negative or missing one")
