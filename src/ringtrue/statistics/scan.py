"""The scan statistic: how surprising the busiest window is, where events come independently at a known
rate.
"""


def scan_p(most: int, rate: float, window: float, period: float) -> float:
    """The chance that some window within ``period`` holds at least ``most`` events of a Poisson process.

    ``rate`` is events per unit of the time in which ``window`` and ``period`` are given; ValueError unless
    0 < window <= period. Alm 1983: the chance of the first window, and the rate at which a moving window
    comes to hold ``most`` events. It agrees with Naus 1982 to a hundredth wherever the chance is small; up
    to the mean of a window it is taken as 1.
    """
    from math import exp, expm1, lgamma, log

    from scipy.special import pdtr, pdtrc

    if not 0 < window <= period or rate < 0:
        raise ValueError(f"expected 0 < window <= period and a rate from 0, found {window}, {period}, {rate}")
    mean = rate * window
    if most <= mean or most <= 0:
        return 1.0
    if mean == 0:
        return 0.0
    one_less = exp((most - 1) * log(mean) - mean - lgamma(most))
    arrivals = (most - mean) / most * rate * (period - window) * one_less
    # 1 - F exp(-a), written so that the smallest chances keep their digits.
    return float(pdtrc(most - 1, mean)) - float(pdtr(most - 1, mean)) * expm1(-arrivals)
