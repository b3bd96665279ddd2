"""What a sample says under a prior: how sure it is that the rate lies below the tolerable one.

The prior is part of the statement and has to be told with it: Beta(1, 1), the uniform one, holds every rate for equally likely
before a record was looked at (Gelman and others, Bayesian Data Analysis, 3rd ed. 2013, section 2.4). In a finite population
the records not looked at follow the beta-binomial distribution.
"""

from ringtrue.statistics.sampling.sizes import deviants

Prior = tuple[float, float]
UNIFORM: Prior = (1.0, 1.0)


def probability_below(deviations: int, n: int, tolerable: float, prior: Prior = UNIFORM) -> float:
    """The probability that the rate of a process is below ``tolerable``, after so many deviations in ``n`` records."""
    from scipy.special import betainc

    a, b = prior
    return float(betainc(a + deviations, b + n - deviations, tolerable))


def probability_below_in(
    deviations: int, n: int, population: int, tolerable: float, prior: Prior = UNIFORM
) -> float:
    """The probability that fewer than the tolerable number of a population's records deviate (beta-binomial)."""
    import numpy as np
    from scipy.special import betaln, log1p

    rest, still = population - n, deviants(tolerable, population) - 1 - deviations
    if still < 0:
        return 0.0
    a, b = prior[0] + deviations, prior[1] + n - deviations
    further = np.arange(min(still, rest) + 1)
    log_choose = -log1p(rest) - betaln(rest - further + 1.0, further + 1.0)
    return min(1.0, float(np.exp(log_choose + betaln(a + further, b + rest - further) - betaln(a, b)).sum()))


def beta_size(tolerable: float, confidence: float = 0.95, acceptable: int = 0, prior: Prior = UNIFORM) -> int:
    """The fewest records with which ``acceptable`` deviations leave the rate below ``tolerable`` with this probability."""
    high = acceptable + 1
    while probability_below(acceptable, high, tolerable, prior) < confidence:
        high *= 2
    low = acceptable
    while high - low > 1:
        middle = (low + high) // 2
        enough = probability_below(acceptable, middle, tolerable, prior) >= confidence
        low, high = (low, middle) if enough else (middle, high)
    return high
