"""Comparison with peers: limits, overdispersion, standardisation."""

import pytest

from ringtrue.statistics.funnel import (
    expected_hits,
    funnel_limits,
    naive_z,
    overdispersion,
    pooled_shares,
    tail_p,
)


def test_the_limits_cut_off_one_in_a_thousand_at_each_end():
    from scipy.stats import binom

    lower, upper = (round(limit * 400) for limit in funnel_limits(400, 0.1))
    assert binom.cdf(lower - 1, 400, 0.1) < 0.001 <= binom.cdf(lower, 400, 0.1)
    assert binom.sf(upper, 400, 0.1) <= 0.001 < binom.sf(upper - 1, 400, 0.1)


def test_the_limits_near_the_normal_ones_for_many_cases():
    reach = 3.0902 * (0.1 * 0.9 / 100_000) ** 0.5
    assert funnel_limits(100_000, 0.1) == pytest.approx((0.1 - reach, 0.1 + reach), abs=2e-5)


def test_overdispersion_widens_the_limits_by_its_root():
    narrow, wide = funnel_limits(5000, 0.2), funnel_limits(5000, 0.2, dispersion=4)
    assert wide[1] - 0.2 == pytest.approx(2 * (narrow[1] - 0.2))
    assert 0.2 - wide[0] == pytest.approx(2 * (0.2 - narrow[0]))


def test_limits_stay_shares():
    assert funnel_limits(5, 0.02)[0] == 0
    assert funnel_limits(5, 0.98)[1] == 1
    assert funnel_limits(0, 0.5) == (0, 1)
    assert funnel_limits(50, 0.0) == (0, 0)


def test_one_outlier_in_ten_does_not_hide_itself():
    z_values = [0.5, -0.5, 1, -1, 0.2, -0.2, 0.8, -0.8, 0, 50]
    assert overdispersion(z_values) == 1.0


def test_overdispersion_is_the_mean_square_of_the_winsorised_z():
    # The ends, 9 and -9, are drawn in to 4 and -4.
    z_values = [9, 4, 4, 3, 3, -3, -3, -4, -4, -9]
    assert overdispersion(z_values) == pytest.approx((6 * 16 + 4 * 9) / 10)


def test_too_little_spread_is_never_used_to_narrow_the_limits():
    assert overdispersion([0.1, -0.1] * 10) == 1.0
    assert overdispersion([]) == 1.0


def test_the_tail_without_overdispersion_is_the_exact_binomial_one():
    from scipy.stats import binom

    assert tail_p(20, 100, 0.1, 1.0, "above") == pytest.approx(binom.sf(19, 100, 0.1))
    assert tail_p(4, 100, 0.1, 1.0, "below") == pytest.approx(binom.cdf(4, 100, 0.1))


def test_overdispersion_weakens_the_tail():
    assert tail_p(20, 100, 0.1, 4.0, "above") > 10 * tail_p(20, 100, 0.1, 1.0, "above")


def test_a_z_counts_standard_errors_and_nothing_where_nothing_varies():
    assert naive_z(60, 100, 0.5) == pytest.approx(2)
    assert naive_z(0, 100, 0.0) == 0


def test_standardising_expects_what_the_mix_of_strata_gives():
    shares = pooled_shares([("easy", 10, 100), ("easy", 10, 100), ("hard", 50, 100), ("empty", 0, 0)])
    assert shares == {"easy": 0.1, "hard": 0.5}
    assert expected_hits({"easy": 10, "hard": 30, "empty": 0}, shares) == pytest.approx(16)
