"""The busiest window against Naus' formula and simulated events."""

import pytest

from ringtrue.statistics.scan import scan_p


def naus(k, mean, windows):
    """Naus 1982: the chances for two and three windows are exact, more windows are extrapolated."""
    from scipy.stats import poisson

    def p(j):
        return float(poisson.pmf(j, mean)) if j >= 0 else 0.0

    def f(j):
        return float(poisson.cdf(j, mean)) if j >= 0 else 0.0

    q2 = f(k - 1) ** 2 - (k - 1) * p(k) * p(k - 2) - (k - 1 - mean) * p(k) * f(k - 3)
    a1 = 2 * p(k) * f(k - 1) * ((k - 1) * f(k - 2) - mean * f(k - 3))
    a2 = p(k) ** 2 * ((k - 1) * (k - 2) * f(k - 3) - 2 * (k - 2) * mean * f(k - 4) + mean**2 * f(k - 5)) / 2
    a3 = sum(p(2 * k - r) * f(r - 1) ** 2 for r in range(1, k))
    a4 = sum(p(2 * k - r) * p(r) * ((r - 1) * f(r - 2) - mean * f(r - 3)) for r in range(2, k))
    q3 = f(k - 1) ** 3 - a1 + a2 + a3 - a4
    return 1 - q2 * (q3 / q2) ** (windows - 2)


@pytest.mark.parametrize(
    ("most", "rate", "window", "period"), [(5, 0.1, 1, 100), (8, 0.5, 2, 300), (20, 0.05, 10, 100_000)]
)
def test_small_chances_are_those_of_naus(most, rate, window, period):
    expected = naus(most, rate * window, period / window)
    assert scan_p(most, rate, window, period) == pytest.approx(expected, rel=0.03, abs=1e-12)


def test_the_chance_is_the_share_of_simulated_periods_with_so_busy_a_window():
    import numpy as np

    draw = np.random.default_rng(3)

    def busiest():
        at = np.sort(draw.uniform(0, 200, draw.poisson(100)))
        return int((np.searchsorted(at, at + 2, side="right") - np.arange(len(at))).max())

    seen = np.mean([busiest() >= 7 for _ in range(3000)])
    assert scan_p(7, 0.5, 2, 200) == pytest.approx(seen, abs=0.02)


def test_one_window_that_is_the_whole_period_is_the_poisson_tail():
    from scipy.stats import poisson

    assert scan_p(5, 0.2, 10, 10) == pytest.approx(poisson.sf(4, 2))


def test_tiny_chances_keep_their_digits():
    assert 0 < scan_p(60, 0.05, 10, 1e6) < 1e-60


def test_as_many_as_expected_are_no_surprise():
    assert scan_p(10, 1, 10, 1000) == 1
    assert scan_p(0, 1, 10, 1000) == 1
    assert scan_p(3, 0, 10, 1000) == 0


def test_a_window_longer_than_the_period_is_refused():
    with pytest.raises(ValueError, match="window <= period"):
        scan_p(3, 1, 10, 5)
