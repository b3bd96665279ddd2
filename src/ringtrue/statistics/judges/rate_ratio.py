"""The judge of a late rate against an early one. Rows: object, late_events, late_exposure, early_events,
early_exposure.
"""

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    count,
    identity,
    measure,
    number,
    too_few,
    untestable,
)
from ringtrue.statistics.poisson import rate_ratio as ratio_of_rates
from ringtrue.statistics.poisson import (
    rate_ratio_bounds,
    rate_ratio_lower,
    rate_ratio_test,
)


def rate_ratio(least_ratio: Number = 2, least_events: Number = 20) -> Judge:
    """An effect where the late rate is at least ``least_ratio`` times the early one and the exact one-sided
    95 % lower bound of the ratio lies above 1.

    n: events of both together, and at least ``least_events``; deviations: late events. Exposures are in one
    unit. Estimate: the ratio with exact two-sided 95 % bounds; None as estimate or upper bound means that
    there is none, because no event was early. p: exact, one-sided. ``values``: ``late_rate``,
    ``early_rate``, ``lower_one_sided``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        return [_judge(row, number(least_ratio, settings), number(least_events, settings)) for row in rows]

    return judge


def _judge(row: Row, least_ratio: float, least_events: float) -> Judgement:
    late, early = count(row, "late_events"), count(row, "early_events")
    late_exposure, early_exposure = measure(row, "late_exposure"), measure(row, "early_exposure")
    if late is None or early is None or late_exposure is None or early_exposure is None:
        return untestable(row, (late or 0) + (early or 0), "the events or the time they had are not known")
    n = late + early
    if n < least_events or n == 0:
        return untestable(row, n, too_few(n, least_events, "events"))
    if late_exposure <= 0 or early_exposure <= 0:
        return untestable(row, n, "one of the two times compared has no length")
    counts = (late, late_exposure, early, early_exposure)
    ratio, bounds = ratio_of_rates(*counts), rate_ratio_bounds(*counts)
    lower = rate_ratio_lower(*counts)
    return Judgement(
        **identity(row),
        n=n,
        deviations=late,
        estimate=_finite(ratio),
        lower=bounds[0],
        upper=_finite(bounds[1]),
        p_value=rate_ratio_test(*counts, "greater"),
        effect=ratio is not None and ratio >= least_ratio and lower > 1,
        values={
            "late_rate": late / late_exposure,
            "early_rate": early / early_exposure,
            "lower_one_sided": lower,
        },
    )


def _finite(value: float | None) -> float | None:
    return None if value is None or value == float("inf") else value
