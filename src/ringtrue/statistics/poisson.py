"""Rates of events: exact comparison of two Poisson counts, late against early.

Counts are whole numbers from 0, exposures positive and in the same unit (days, hours); ValueError
otherwise. All is conditional on the sum of both counts, where the late count is binomial (Przyborowski and
Wilenski 1940).
"""

from typing import TYPE_CHECKING

from ringtrue.statistics.intervals import (
    Alternative,
    Bounds,
    binomial_test,
    clopper_pearson,
    exact_lower,
    exact_upper,
)

if TYPE_CHECKING:
    import numpy as np


def rate_ratio(late: int, late_exposure: float, early: int, early_exposure: float) -> float | None:
    """The late rate over the early rate; infinity if only late events happened, None if none happened at
    all.
    """
    _check(late, late_exposure, early, early_exposure)
    if early == 0:
        return None if late == 0 else float("inf")
    return (late / late_exposure) / (early / early_exposure)


def rate_ratio_bounds(
    late: int, late_exposure: float, early: int, early_exposure: float, confidence: float = 0.95
) -> Bounds:
    """The two-sided exact interval of the rate ratio; infinity where there is no upper bound."""
    _check(late, late_exposure, early, early_exposure)
    lower, upper = clopper_pearson(late, late + early, confidence)
    scale = early_exposure / late_exposure
    return _odds(lower) * scale, _odds(upper) * scale


def rate_ratio_lower(
    late: int, late_exposure: float, early: int, early_exposure: float, confidence: float = 0.95
) -> float:
    """The one-sided exact lower bound of the rate ratio."""
    _check(late, late_exposure, early, early_exposure)
    return _odds(exact_lower(late, late + early, confidence)) * early_exposure / late_exposure


def rate_ratio_upper(
    late: int, late_exposure: float, early: int, early_exposure: float, confidence: float = 0.95
) -> float:
    """The one-sided exact upper bound of the rate ratio; infinity where there is none."""
    _check(late, late_exposure, early, early_exposure)
    return _odds(exact_upper(late, late + early, confidence)) * early_exposure / late_exposure


def rate_ratio_test(
    late: int,
    late_exposure: float,
    early: int,
    early_exposure: float,
    alternative: Alternative,
    ratio: float = 1.0,
) -> float:
    """The exact p value against a true rate ratio of ``ratio``."""
    _check(late, late_exposure, early, early_exposure)
    weight = ratio * late_exposure
    return binomial_test(late, late + early, weight / (weight + early_exposure), alternative)


def power_of_halving(early: int, early_exposure: float, late_exposure: float, alpha: float = 0.05) -> float:
    """The chance that the one-sided exact test at ``alpha`` would see it if the rate seen early had halved.

    Both counts are taken as Poisson, the early one with the mean that was seen. Very large counts use the
    normal approximation.
    """
    from scipy.special import ndtr, ndtri

    _check(0, late_exposure, early, early_exposure)
    halved = early / early_exposure * late_exposure / 2
    if early * halved > 1e6:
        spread = (1 / early + 1 / halved) ** 0.5
        return float(ndtr(0.6931471805599453 / spread - ndtri(1 - alpha)))
    return _power(float(early), halved, early_exposure / (early_exposure + late_exposure), alpha)


def _power(early_mean: float, late_mean: float, early_weight: float, alpha: float) -> float:
    import numpy as np
    from scipy.special import betainc

    early, early_mass = _poisson_mass(early_mean)
    late, late_mass = _poisson_mass(late_mean)
    # P(late or fewer | late + early events) of the exact test; with no early event nothing can have fallen.
    p = betainc(np.maximum(early[:, None], 1), late[None, :] + 1, early_weight)
    seen = (p <= alpha) & (early[:, None] > 0)
    return float(early_mass @ seen @ late_mass)


def _poisson_mass(mean: float) -> "tuple[np.ndarray, np.ndarray]":
    import numpy as np
    from scipy.special import gammaln, xlogy

    reach = 8 * mean**0.5 + 10
    counts = np.arange(max(0, int(mean - reach)), int(mean + reach) + 1)
    return counts, np.exp(xlogy(counts, mean) - mean - gammaln(counts + 1))


def _odds(share: float) -> float:
    return float("inf") if share >= 1 else share / (1 - share)


def _check(late: int, late_exposure: float, early: int, early_exposure: float) -> None:
    if late < 0 or early < 0:
        raise ValueError(f"expected counts of events from 0, found {late} and {early}")
    if not (late_exposure > 0 and early_exposure > 0):
        raise ValueError(f"expected exposures above 0, found {late_exposure} and {early_exposure}")
