"""Probabilities of the number of deviations in a sample, with and without a finite population."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


def binomial_masses(n: int, rate: float) -> "np.ndarray":
    """P(X = 0), …, P(X = n) where each of ``n`` records deviates with probability ``rate``."""
    import numpy as np
    from scipy.special import xlog1py, xlogy

    found = np.arange(n + 1)
    masses: np.ndarray = np.exp(_log_choose(n, found) + xlogy(found, rate) + xlog1py(n - found, -rate))
    return masses


def hypergeometric_masses(n: int, deviating: int, population: int) -> "np.ndarray":
    """P(X = 0), …, P(X = n) where ``n`` records are drawn from ``population``, of which ``deviating`` deviate."""
    import numpy as np

    found = np.arange(n + 1)
    possible = (found <= deviating) & (n - found <= population - deviating)
    masses = np.zeros(n + 1)
    x = found[possible]
    log_mass = (
        _log_choose(deviating, x)
        + _log_choose(population - deviating, n - x)
        - _log_choose(population, np.array([n]))
    )
    masses[possible] = np.exp(log_mass)
    return masses


def at_most_binomial(most: int, n: int, rate: float) -> float:
    """P(X <= most) of ``n`` records that deviate with probability ``rate``."""
    from scipy.special import bdtr

    return 1.0 if most >= n else float(bdtr(most, n, rate))


def at_most_hypergeometric(most: int, n: int, deviating: int, population: int) -> float:
    """P(X <= most) of ``n`` records from ``population``, of which ``deviating`` deviate."""
    if most >= min(n, deviating):
        return 1.0
    return min(1.0, float(hypergeometric_masses(n, deviating, population)[: most + 1].sum()))


def _log_choose(n: int, k: "np.ndarray") -> "np.ndarray":
    from scipy.special import betaln, log1p

    chosen: np.ndarray = -log1p(n) - betaln(n - k + 1.0, k + 1.0)
    return chosen
