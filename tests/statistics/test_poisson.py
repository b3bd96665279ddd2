"""Rates of events against published comparisons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringtrue.statistics.intervals import binomial_test
from ringtrue.statistics.poisson import (
    power_of_halving,
    rate_ratio,
    rate_ratio_bounds,
    rate_ratio_lower,
    rate_ratio_test,
    rate_ratio_upper,
)


def test_the_fluoroscopy_study_has_its_published_ratio_and_bounds():
    # Rothman and Greenland: 41 breast cancers in 28,010 woman-years against 15 in 19,017.
    assert rate_ratio(41, 28010, 15, 19017) == pytest.approx(1.8558, abs=0.0001)
    assert rate_ratio_bounds(41, 28010, 15, 19017) == pytest.approx((1.006, 3.609), abs=0.001)


def test_the_example_of_rs_poisson_test_is_met():
    # R, ?poisson.test: 11 in 800 against 21 in 3011, p = 0.07967.
    assert rate_ratio_test(11, 800, 21, 3011, "two-sided") == pytest.approx(0.07967, abs=0.00001)
    assert rate_ratio_bounds(11, 800, 21, 3011) == pytest.approx((0.8584264, 4.2772659), abs=1e-5)


def test_equal_rates_are_nothing_strange():
    assert rate_ratio_test(50, 10, 100, 20, "greater") > 0.4


def test_one_sided_bounds_and_tests_say_the_same():
    lower = rate_ratio_lower(30, 1, 10, 1)
    upper = rate_ratio_upper(30, 1, 10, 1)
    assert rate_ratio_test(30, 1, 10, 1, "greater", ratio=lower) == pytest.approx(0.05)
    assert rate_ratio_test(30, 1, 10, 1, "less", ratio=upper) == pytest.approx(0.05)


def test_no_early_event_leaves_the_ratio_without_upper_bound():
    assert rate_ratio(5, 1, 0, 1) == float("inf")
    assert rate_ratio_bounds(5, 1, 0, 1)[1] == float("inf")
    assert rate_ratio(0, 1, 0, 1) is None
    assert rate_ratio_bounds(0, 1, 0, 1) == (0.0, float("inf"))


def test_no_exposure_is_refused():
    with pytest.raises(ValueError, match="exposures above 0"):
        rate_ratio(1, 0, 1, 1)


def test_the_power_to_see_a_halving_grows_with_the_events():
    assert power_of_halving(40, 100, 100) == pytest.approx(0.80, abs=0.01)
    assert power_of_halving(10, 100, 100) < 0.3
    assert power_of_halving(3000, 100, 100) > 0.999
    assert power_of_halving(0, 100, 100) == 0


def test_the_power_is_the_share_of_simulated_halvings_that_the_test_sees():
    import numpy as np

    draw = np.random.default_rng(7)
    early, late = draw.poisson(25, 4000), draw.poisson(25 / 4, 4000)
    pairs = zip(early.tolist(), late.tolist(), strict=True)
    seen = np.mean([binomial_test(b, a + b, 1 / 3, "less") <= 0.05 for a, b in pairs])
    assert power_of_halving(25, 2, 1) == pytest.approx(seen, abs=0.03)


@given(late=st.integers(0, 300), early=st.integers(1, 300))
def test_the_ratio_lies_within_its_bounds(late, early):
    lower, upper = rate_ratio_bounds(late, 3, early, 2)
    assert lower <= rate_ratio(late, 3, early, 2) <= upper
