"""Stretches of days with another rate."""

import numpy as np
import pytest

from ringtrue.statistics.change_windows import busiest_windows

WEEKDAYS = [1 + day % 7 for day in range(168)]


def poisson(rates, seed=1):
    return np.random.default_rng(seed).poisson(rates).astype(float)


def test_a_stretch_of_threefold_rate_is_found_where_it_is():
    rates = np.full(168, 4.0)
    rates[70:98] = 12
    (window,) = busiest_windows(poisson(rates), WEEKDAYS, 2, 20, seed=1)
    assert (window.first, window.last) == pytest.approx((70, 97), abs=2)
    assert window.ratio == pytest.approx(3, rel=0.2)
    assert window.p_value < 0.005


def test_a_stretch_of_a_third_of_the_rate_is_found_too():
    rates = np.full(168, 12.0)
    rates[70:98] = 4
    (window,) = busiest_windows(poisson(rates), WEEKDAYS, 2, 20, seed=1)
    assert window.ratio < 0.5


def test_two_stretches_are_found_one_after_the_other():
    rates = np.full(168, 4.0)
    rates[20:48], rates[110:124] = 12, 20
    found = busiest_windows(poisson(rates), WEEKDAYS, 2, 20, seed=1)
    assert sorted(window.first for window in found) == pytest.approx([20, 110], abs=3)


def test_quiet_weekends_are_no_windows():
    rates = np.array([1.0 if day > 5 else 10.0 for day in WEEKDAYS])
    assert busiest_windows(poisson(rates), WEEKDAYS, 2, 20, seed=1) == []


def test_chance_alone_seldom_gives_a_window():
    found = [
        busiest_windows(poisson(np.full(168, 1.5), seed), WEEKDAYS, 2, 5, seed=seed) for seed in range(60)
    ]
    assert sum(map(bool, found)) <= 7


def test_nothing_at_all_gives_no_window():
    assert busiest_windows([0.0] * 168, WEEKDAYS, 2, 20, seed=1) == []
    assert busiest_windows([1.0] * 10, WEEKDAYS[:10], 2, 1, seed=1) == []


def test_a_window_is_held_against_a_rest_in_which_enough_comes():
    counts = np.array([5.0] * 42 + [0.0] * 70)
    (window,) = busiest_windows(counts, WEEKDAYS[:112], 2, 20, seed=1)
    assert counts[: window.first].sum() + counts[window.last + 1 :].sum() >= 20
    assert window.ratio < float("inf")
