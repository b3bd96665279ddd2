"""Sizes of attribute and discovery samples, exact.

The smallest n with P(X <= acceptable | the rate is the tolerable one) <= 1 - confidence: binomial for a process that goes
on, hypergeometric for a population of a known number of records (Cochran, Sampling Techniques, 3rd ed. 1977, section 4.4;
AICPA Audit Guide: Audit Sampling, appendix A). Shares lie between 0 and 1, both left out; ValueError otherwise.
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil

from ringtrue.statistics.sampling.mass import at_most_binomial, at_most_hypergeometric

_ROUNDING = 1e-12
"""A risk that exceeds the allowed one by less than this does so by the rounding of floating point alone."""


def deviants(tolerable: float, population: int) -> int:
    """The fewest deviating records with which a population reaches the tolerable rate: tolerable times population, rounded up.

    Computed with the decimal as written: 7 % of 100 is 7, though floating point says 7.000000000000001.
    """
    return ceil(Fraction(str(tolerable)) * population)


def attribute_size(
    tolerable: float, confidence: float = 0.95, acceptable: int = 0, population: int | None = None
) -> int:
    """How many records to look at so that with at most ``acceptable`` deviations the rate is below ``tolerable``.

    ``population``: of so many records; None: of a process without end. The whole population, where fewer would not do.
    ValueError where ``acceptable`` deviations alone already reach the tolerable rate of the population.
    """
    _check(tolerable, confidence, acceptable)
    if population is None:
        return _smallest(lambda n: at_most_binomial(acceptable, n, tolerable), 1 - confidence)
    deviating = deviants(tolerable, population)
    if population < 1 or acceptable >= deviating:
        raise ValueError(
            f"{acceptable} deviations in {population} records are not fewer than the tolerable {deviating}"
        )
    return _smallest(
        lambda n: at_most_hypergeometric(acceptable, n, deviating, population), 1 - confidence, population
    )


def discovery_size(tolerable: float, confidence: float = 0.95, population: int | None = None) -> int:
    """How many records to look at to find at least one deviation, if the rate is ``tolerable`` or more."""
    return attribute_size(tolerable, confidence, 0, population)


def within(risk: float, confidence: float) -> bool:
    """Whether a risk is one that the confidence allows."""
    return risk <= 1 - confidence + _ROUNDING


def _smallest(risk_with: Callable[[int], float], allowed: float, most: int | None = None) -> int:
    """The smallest n with a risk that is allowed; the risk falls as n grows."""
    low, high = 0, 1
    while risk_with(high) > allowed + _ROUNDING:
        low, high = high, high * 2 if most is None else min(high * 2, most)
        if low == high:
            return high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if risk_with(middle) <= allowed + _ROUNDING else (middle, high)
    return high


def _check(tolerable: float, confidence: float, acceptable: int) -> None:
    if not 0 < tolerable < 1 or not 0 < confidence < 1:
        raise ValueError(
            f"expected shares between 0 and 1, found tolerable {tolerable}, confidence {confidence}"
        )
    if acceptable < 0:
        raise ValueError(f"expected 0 or more acceptable deviations, found {acceptable}")
