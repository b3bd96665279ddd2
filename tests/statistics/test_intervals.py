"""Bounds of shares against figures that others published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringtrue.statistics.intervals import (
    binomial_test,
    clopper_pearson,
    exact_lower,
    exact_upper,
    newcombe,
    wilson,
)


def test_none_of_sixty_has_the_textbook_bounds():
    assert wilson(0, 60)[1] == pytest.approx(0.060, abs=0.0005)
    assert clopper_pearson(0, 60)[1] == pytest.approx(0.0596, abs=0.00005)
    assert exact_upper(0, 60) == pytest.approx(0.0487, abs=0.00005)


@pytest.mark.parametrize(
    ("hits", "n", "percent"), [(0, 25, 11.3), (1, 25, 17.6), (1, 60, 7.7), (3, 60, 12.4)]
)
def test_one_sided_upper_bounds_are_those_of_the_sampling_table(hits, n, percent):
    assert exact_upper(hits, n) * 100 == pytest.approx(percent, abs=0.05)


def test_wilson_agrees_with_newcombes_example():
    # Newcombe 1998, Table I: 81 of 263 gives .2553 to .3662.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=0.0001)


def test_clopper_pearson_agrees_with_newcombes_example():
    # Newcombe 1998, Table I: 81 of 263 gives .2527 to .3676; 15 of 148 gives .0578 to .1617.
    assert clopper_pearson(81, 263) == pytest.approx((0.2527, 0.3676), abs=0.0001)
    assert clopper_pearson(15, 148) == pytest.approx((0.0578, 0.1617), abs=0.0001)


def test_the_difference_of_shares_agrees_with_newcombes_example():
    # Newcombe 1998, 56/70 against 48/80: .0524 to .3339.
    assert newcombe(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=0.0001)


def test_the_lower_bound_mirrors_the_upper_bound():
    assert exact_lower(57, 60) == pytest.approx(1 - exact_upper(3, 60))


def test_nothing_looked_at_says_nothing():
    assert wilson(0, 0) == clopper_pearson(0, 0) == (0.0, 1.0)
    assert newcombe(0, 0, 3, 5) == (-1.0, 1.0)
    assert binomial_test(0, 0, 0.5, "less") == 1.0


def test_all_of_all_reaches_one_exactly():
    assert wilson(7, 7)[1] == clopper_pearson(7, 7)[1] == 1.0


def test_more_hits_than_cases_is_refused():
    with pytest.raises(ValueError, match="hits = 4 and n = 3"):
        wilson(4, 3)
    with pytest.raises(ValueError, match="between 0 and 1"):
        binomial_test(1, 3, 1.2, "less")


def test_the_two_sided_test_agrees_with_mendels_peas():
    # Conover 1971: 682 of 925 where 3/4 is expected, p = 0.3825.
    assert binomial_test(682, 925, 0.75, "two-sided") == pytest.approx(0.3825, abs=0.00005)


@given(n=st.integers(1, 60), share=st.floats(0.01, 0.99), data=st.data())
def test_exact_tests_agree_with_scipy(n, share, data):
    from scipy.stats import binomtest

    hits = data.draw(st.integers(0, n))
    for alternative in ("less", "greater", "two-sided"):
        expected = binomtest(hits, n, share, alternative).pvalue
        assert binomial_test(hits, n, share, alternative) == pytest.approx(expected, rel=1e-6)


@given(n=st.integers(1, 10**6), data=st.data())
def test_the_share_lies_within_its_bounds(n, data):
    hits = data.draw(st.integers(0, n))
    for lower, upper in (wilson(hits, n), clopper_pearson(hits, n)):
        assert 0 <= lower <= hits / n <= upper <= 1
