"""One-sided exact upper bounds of a deviation rate, and the risk of accepting what is not acceptable."""

from ringtrue.statistics.intervals import exact_upper
from ringtrue.statistics.sampling.mass import at_most_binomial, at_most_hypergeometric
from ringtrue.statistics.sampling.sizes import deviants, within


def upper_bound(deviations: int, n: int, confidence: float = 0.95) -> float:
    """The exact upper bound of the rate of a process (Clopper and Pearson 1934, one-sided)."""
    return exact_upper(deviations, n, confidence)


def upper_bound_in(deviations: int, n: int, population: int, confidence: float = 0.95) -> float:
    """The exact upper bound of the rate in a population of known size: the most deviating records with which so few
    would be seen with a chance above 1 - confidence, as a share (Buonaccorsi, The American Statistician 41, 1987).
    """
    if not 0 <= deviations <= n <= population or population < 1:
        raise ValueError(
            f"expected 0 <= deviations <= n <= population, found {deviations}, {n}, {population}"
        )
    low, high = deviations, population - n + deviations
    while low < high:
        middle = (low + high + 1) // 2
        if within(at_most_hypergeometric(deviations, n, middle, population), confidence):
            high = middle - 1
        else:
            low = middle
    return low / population


def accept_risk(deviations: int, n: int, tolerable: float, population: int | None = None) -> float:
    """The chance to see at most so many deviations, though the rate is the tolerable one."""
    if population is None:
        return at_most_binomial(deviations, n, tolerable)
    return at_most_hypergeometric(deviations, n, deviants(tolerable, population), population)
