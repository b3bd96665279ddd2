"""Kendall's tau-b and Cliff's delta."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringtrue.statistics.association import (
    cliffs_delta,
    cliffs_delta_bounds,
    kendall_tau,
    kendall_tau_bounds,
    kendall_tau_test,
)

SCORES = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=40)


@given(SCORES)
def test_tau_agrees_with_scipy_ties_included(pairs):
    from scipy.stats import kendalltau

    first, second = zip(*pairs, strict=True)
    expected = kendalltau(first, second).statistic
    assert kendall_tau(first, second) == (None if np.isnan(expected) else pytest.approx(expected))


def test_a_constant_side_has_no_tau():
    assert kendall_tau([1, 1, 1], [1, 2, 3]) is None
    assert kendall_tau_bounds([1, 1, 1], [1, 2, 3], seed=1) is None
    assert kendall_tau_test([1, 1, 1], [1, 2, 3]) == 1
    assert kendall_tau([], []) is None


def test_the_same_order_is_one_and_the_reverse_is_minus_one():
    assert kendall_tau([1, 2, 3, 4], [10, 20, 30, 40]) == 1
    assert kendall_tau([1, 2, 3, 4], [40, 30, 20, 10]) == -1


def test_few_pairs_in_the_same_order_may_be_chance():
    assert kendall_tau_test([1, 2, 3], [1, 2, 3]) == pytest.approx(2 / 6)


def test_tau_bounds_are_those_of_scipys_bootstrap():
    from scipy.stats import bootstrap, kendalltau

    draw = np.random.default_rng(5)
    first = draw.normal(size=40)
    second = first + draw.normal(size=40)
    expected = bootstrap(
        (first, second),
        lambda a, b: kendalltau(a, b).statistic,
        paired=True,
        vectorized=False,
        method="percentile",
        n_resamples=2000,
        random_state=1,
    ).confidence_interval
    seen = kendall_tau_bounds(first, second, seed=2)
    assert (seen.lower, seen.upper) == pytest.approx((expected.low, expected.high), abs=0.03)
    assert seen == kendall_tau_bounds(first, second, seed=2)


def test_many_pairs_give_the_same_answer_as_few():
    draw = np.random.default_rng(6)
    first = draw.normal(size=2500)
    second = first + draw.normal(size=2500)
    seen = kendall_tau_bounds(first, second, seed=2, replicates=60)
    assert seen.lower < 0.5 < seen.upper
    assert seen.upper - seen.lower < 0.06


def test_unequal_lengths_are_refused():
    with pytest.raises(ValueError, match="found 2 and 1"):
        kendall_tau([1, 2], [1])


def test_cliffs_delta_counts_pairs():
    # Of nine pairs, 3 > 2 is the only win; two are ties; six are losses.
    assert cliffs_delta([1, 2, 3], [2, 3, 4]) == pytest.approx((1 - 6) / 9)


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=20),
    st.lists(st.integers(1, 5), min_size=1, max_size=20),
)
def test_cliffs_delta_is_wins_less_losses(first, second):
    wins = sum(a > b for a in first for b in second)
    losses = sum(a < b for a in first for b in second)
    assert cliffs_delta(first, second) == pytest.approx((wins - losses) / (len(first) * len(second)))


def test_groups_wholly_apart_are_one_and_sure():
    seen = cliffs_delta_bounds([5] * 12, [1] * 12, seed=1)
    assert (seen.estimate, seen.lower, seen.upper) == (1, 1, 1)


def test_delta_bounds_agree_with_scipys_bootstrap():
    from scipy.stats import bootstrap

    draw = np.random.default_rng(8)
    first, second = draw.integers(1, 6, 40), draw.integers(2, 6, 60)
    expected = bootstrap(
        (first, second),
        lambda a, b: cliffs_delta(a, b),
        vectorized=False,
        method="percentile",
        n_resamples=1000,
        random_state=1,
    ).confidence_interval
    seen = cliffs_delta_bounds(first.tolist(), second.tolist(), seed=2)
    assert (seen.lower, seen.upper) == pytest.approx((expected.low, expected.high), abs=0.04)


def test_an_empty_group_is_refused():
    with pytest.raises(ValueError, match="at least one value each"):
        cliffs_delta([], [1])
