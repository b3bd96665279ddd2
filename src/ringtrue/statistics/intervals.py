"""Bounds and exact tests of one share: ``hits`` of ``n``, whole numbers with 0 <= hits <= n (ValueError
otherwise).

Shares lie between 0 and 1. Where n = 0 nothing is known: bounds are 0 and 1, p values are 1.
"""

from typing import Literal

Bounds = tuple[float, float]
Alternative = Literal["greater", "less", "two-sided"]


def wilson(hits: int, n: int, confidence: float = 0.95) -> Bounds:
    """The two-sided score interval of a share, for display (Wilson 1927)."""
    from scipy.special import ndtri

    _check(hits, n)
    if n == 0:
        return 0.0, 1.0
    z2 = float(ndtri((1 + confidence) / 2)) ** 2
    share = hits / n
    centre = share + z2 / (2 * n)
    reach = (z2 * (share * (1 - share) / n + z2 / (4 * n * n))) ** 0.5
    lower = 0.0 if hits == 0 else (centre - reach) / (1 + z2 / n)
    upper = 1.0 if hits == n else (centre + reach) / (1 + z2 / n)
    return lower, upper


def clopper_pearson(hits: int, n: int, confidence: float = 0.95) -> Bounds:
    """The two-sided exact interval of a share, for audit bounds (Clopper and Pearson 1934)."""
    one_sided = (1 + confidence) / 2
    return exact_lower(hits, n, one_sided), exact_upper(hits, n, one_sided)


def exact_lower(hits: int, n: int, confidence: float = 0.95) -> float:
    """The one-sided exact lower bound of a share: below it, as many hits would be seen with at most 1 -
    confidence.
    """
    from scipy.special import betaincinv

    _check(hits, n)
    return 0.0 if hits == 0 else float(betaincinv(hits, n - hits + 1, 1 - confidence))


def exact_upper(hits: int, n: int, confidence: float = 0.95) -> float:
    """The one-sided exact upper bound of a share: above it, as few hits would be seen with at most 1 -
    confidence.
    """
    from scipy.special import betaincinv

    _check(hits, n)
    return 1.0 if hits == n else float(betaincinv(hits + 1, n - hits, confidence))


def binomial_test(hits: int, n: int, share: float, alternative: Alternative) -> float:
    """The exact p value of ``hits`` where each of ``n`` hits with probability ``share``.

    Two-sided: the sum over all outcomes that are no likelier than the one seen.
    """
    from scipy.special import bdtr, bdtrc

    _check(hits, n)
    if not 0 <= share <= 1:
        raise ValueError(f"expected a share between 0 and 1, found {share}")
    if n == 0:
        return 1.0
    if alternative == "less":
        return float(bdtr(hits, n, share))
    if alternative == "greater":
        return 1.0 if hits == 0 else float(bdtrc(hits - 1, n, share))
    return _two_sided(hits, n, share)


def newcombe(hits: int, n: int, other_hits: int, other_n: int, confidence: float = 0.95) -> Bounds:
    """The two-sided interval of the difference share - other share of independent groups (Newcombe 1998,
    method 10).
    """
    _check(hits, n)
    _check(other_hits, other_n)
    if n == 0 or other_n == 0:
        return -1.0, 1.0
    share, other = hits / n, other_hits / other_n
    lower, upper = wilson(hits, n, confidence)
    other_lower, other_upper = wilson(other_hits, other_n, confidence)
    down = ((share - lower) ** 2 + (other_upper - other) ** 2) ** 0.5
    up = ((upper - share) ** 2 + (other - other_lower) ** 2) ** 0.5
    return share - other - down, share - other + up


def _two_sided(hits: int, n: int, share: float) -> float:
    import numpy as np
    from scipy.special import gammaln, xlog1py, xlogy

    outcomes = np.arange(n + 1)
    choose = gammaln(n + 1) - gammaln(outcomes + 1) - gammaln(n - outcomes + 1)
    log_mass = choose + xlogy(outcomes, share) + xlog1py(n - outcomes, -share)
    # The tolerance keeps outcomes that are equally likely but differ in the last digits.
    return min(1.0, float(np.exp(log_mass[log_mass <= log_mass[hits] + 1e-7]).sum()))


def _check(hits: int, n: int) -> None:
    if not 0 <= hits <= n:
        raise ValueError(f"expected 0 <= hits <= n, found hits = {hits} and n = {n}")
