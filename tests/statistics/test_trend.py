"""Trends against Kendall's tables and scipy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringtrue.statistics.trend import mann_kendall, serial_inflation, theil_sen, theil_sen_bounds


@pytest.mark.parametrize(
    ("values", "s", "one_sided"),
    [
        ([10, 15, 14, 20], 4, 0.167),
        ([10, 15, 14, 20, 13], 2, 0.408),
        ([1, 2, 4, 3, 6, 5, 8, 7, 10, 9], 37, 0.00018),
        ([3, 1, 2, 5, 4, 7, 8, 6, 10, 9], 33, 0.0011),
    ],
)
def test_small_series_without_ties_have_the_p_of_kendalls_table(values, s, one_sided):
    trend = mann_kendall(values)
    assert trend.s == s
    assert trend.p_value / 2 == pytest.approx(one_sided, abs=0.0005, rel=0.05)


def test_ties_make_the_variance_smaller():
    # By hand: (5*4*15 - 2*1*9 - 3*2*11) / 18 = 12.
    assert mann_kendall([1, 1, 2, 2, 2]).variance == 12


def test_a_constant_series_has_no_trend():
    trend = mann_kendall([3.0] * 20)
    assert (trend.s, trend.z, trend.p_value) == (0, 0, 1)
    assert theil_sen([3.0] * 20) == 0


def test_too_few_values_have_no_trend():
    assert mann_kendall([]).p_value == mann_kendall([1.0]).p_value == 1
    assert theil_sen([1.0]) == 0
    assert theil_sen_bounds([1.0, 2.0]) == (float("-inf"), float("inf"))


@given(st.lists(st.floats(0, 1), min_size=2, max_size=30, unique=True))
def test_the_exact_p_is_that_of_kendalls_tau_against_time(values):
    from scipy.stats import kendalltau

    expected = kendalltau(range(len(values)), values, method="exact").pvalue
    assert mann_kendall(values).p_value == pytest.approx(expected)


@given(st.lists(st.integers(0, 5), min_size=5, max_size=40))
def test_the_tied_variance_is_that_of_kendalls_tau_against_time(values):
    from scipy.stats import kendalltau, norm

    trend = mann_kendall(values)
    if trend.variance > 0:
        expected = kendalltau(range(len(values)), values, method="asymptotic").pvalue
        assert 2 * norm.sf(abs(trend.s) / trend.variance**0.5) == pytest.approx(expected)


def test_the_slope_ignores_one_wild_value():
    assert theil_sen([1, 2, 3, 400, 5, 6, 7]) == pytest.approx(1)


def test_the_slope_counts_in_the_times_given():
    assert theil_sen([0, 2, 4], times=[0, 10, 20]) == pytest.approx(0.2)
    assert theil_sen([0, 2, 8], times=[0, 1, 4]) == pytest.approx(2)


def test_slope_and_bounds_agree_with_scipy():
    from scipy.stats import theilslopes

    values = [1.0, 2.2, 4.1, 3.0, 5.3, 7.9, 6.2, 8.8, 9.0, 10.4, 12.1, 11.7]
    expected = theilslopes(values, alpha=0.95)
    assert theil_sen(values) == pytest.approx(expected.slope)
    lower, upper = theil_sen_bounds(values)
    assert lower == pytest.approx(expected.low_slope, abs=0.05)
    assert upper == pytest.approx(expected.high_slope, abs=0.05)


def _wandering(seed, n=36, likeness=0.5):
    import numpy as np

    shocks = np.random.default_rng(seed).normal(size=n + 20)
    values = [0.0]
    for shock in shocks:
        values.append(likeness * values[-1] + float(shock))
    return values[-n:]


def test_series_that_only_wander_are_seldom_a_trend_once_likeness_is_allowed_for():
    plain = sum(mann_kendall(_wandering(seed)).p_value < 0.05 for seed in range(200))
    allowed_for = sum(mann_kendall(_wandering(seed), serial=True).p_value < 0.05 for seed in range(200))
    assert plain > 25
    assert allowed_for <= 20


def test_independent_values_are_hardly_inflated_and_never_deflated():
    import numpy as np

    inflations = [
        serial_inflation(np.random.default_rng(seed).normal(size=24).tolist()) for seed in range(100)
    ]
    assert min(inflations) == 1
    assert sum(inflations) / 100 < 1.35


def test_a_straight_line_needs_no_inflation():
    assert serial_inflation([float(step) for step in range(24)]) == 1
