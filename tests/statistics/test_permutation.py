"""Differences within strata."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringtrue.statistics.permutation import Counts, difference_of_means, difference_of_shares


def test_fishers_tea_tasting_has_its_p():
    # Three of four cups named rightly: one-sided p = 17/70.
    assert difference_of_shares([Counts(3, 4, 1, 4)], "greater").p_value == pytest.approx(17 / 70)


@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_one_stratum_agrees_with_fishers_exact_test(n, other_n, data):
    from scipy.stats import fisher_exact

    hits, other_hits = data.draw(st.integers(0, n)), data.draw(st.integers(0, other_n))
    for alternative in ("greater", "less", "two-sided"):
        expected = fisher_exact([[hits, n - hits], [other_hits, other_n - other_hits]], alternative).pvalue
        seen = difference_of_shares([Counts(hits, n, other_hits, other_n)], alternative)
        assert seen.p_value == pytest.approx(expected, rel=1e-6)


def test_the_difference_is_taken_within_strata():
    # Within both strata equal; pooled, the group looks far worse for having the hard cases.
    equal = [Counts(10, 100, 100, 1000), Counts(500, 1000, 50, 100)]
    seen = difference_of_shares(equal)
    assert seen.estimate == 0
    assert seen.p_value > 0.9


def test_a_stratum_with_one_side_only_says_nothing():
    assert difference_of_shares([Counts(5, 10, 0, 0)]) is None
    with_it = difference_of_shares([Counts(5, 10, 0, 0), Counts(3, 4, 1, 4)], "greater")
    assert with_it.p_value == pytest.approx(17 / 70)


def test_large_strata_are_quick_and_agree_with_the_normal_limit():
    from scipy.stats import norm

    strata = [Counts(50_300, 100_000, 50_000, 100_000)] * 3
    z = 3 * 150 / (3 * 100_000 * 100_000 * (100_300 / 200_000) * (99_700 / 200_000) / 199_999) ** 0.5
    seen = difference_of_shares(strata, "greater")
    assert seen.p_value == pytest.approx(norm.sf(z), rel=0.03)


def test_differences_far_beyond_chance_have_a_p_of_nearly_nothing_on_the_right_side():
    strata = [Counts(90_000, 100_000, 10_000, 100_000)]
    assert difference_of_shares(strata, "greater").p_value < 1e-40
    assert difference_of_shares(strata, "two-sided").p_value < 1e-40
    assert difference_of_shares(strata, "less").p_value == pytest.approx(1)


def test_means_agree_with_scipys_permutation_test():
    from scipy.stats import permutation_test

    draw = np.random.default_rng(4)
    ours, others = draw.exponential(1.5, 20), draw.exponential(1.0, 30)
    expected = permutation_test(
        (ours, others), lambda a, b: a.mean() - b.mean(), vectorized=False, n_resamples=3000, rng=1
    )
    labels = [True] * 20 + [False] * 30
    seen = difference_of_means([*ours, *others], labels, None, seed=1)
    assert seen.estimate == pytest.approx(ours.mean() - others.mean())
    assert seen.p_value == pytest.approx(expected.pvalue, abs=0.03)


def test_means_are_compared_within_strata():
    values = [1, 2, 3, 1, 2, 3, 101, 102, 103, 101, 102, 103]
    labels = [True, False, False, False, False, False, True, True, True, True, False, True]
    strata = ["low"] * 6 + ["high"] * 6
    plain = difference_of_means(values, labels, None, seed=1)
    within = difference_of_means(values, labels, strata, seed=1)
    assert plain.estimate > 60
    assert abs(within.estimate) < 1.5
    assert within.p_value > 0.2


def test_equal_values_everywhere_are_no_difference():
    seen = difference_of_means([3.0] * 10, [True] * 5 + [False] * 5, None, seed=1)
    assert (seen.estimate, seen.p_value) == (0, 1)


def test_one_group_alone_cannot_be_compared():
    assert difference_of_means([1, 2, 3], [True] * 3, None, seed=1) is None


def test_the_same_seed_gives_the_same_p():
    values, labels = list(range(30)), [place % 3 == 0 for place in range(30)]
    assert difference_of_means(values, labels, None, seed=9) == difference_of_means(
        values, labels, None, seed=9
    )


def test_large_groups_are_dealt_by_the_normal_limit():
    from scipy.stats import ttest_ind

    draw = np.random.default_rng(3)
    values = draw.exponential(size=20_000)
    labels = np.arange(20_000) < 8_000
    expected = ttest_ind(values[labels], values[~labels]).pvalue
    seen = difference_of_means(values, labels, None, seed=1)
    assert seen.p_value == pytest.approx(expected, abs=0.02)
