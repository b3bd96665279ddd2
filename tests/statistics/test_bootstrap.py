"""Bootstrap by cluster."""

import numpy as np
import pytest

from ringtrue.statistics.bootstrap import cluster_bootstrap, ratio, ratio_of_rates

# Closures and days at the end of each month, then closures and days of its rest.
MONTHS = [
    [30, 2, 100, 19],
    [28, 2, 110, 20],
    [41, 2, 95, 18],
    [25, 2, 105, 21],
    [33, 2, 99, 20],
    [37, 2, 90, 18],
]


def test_the_estimate_is_the_ratio_of_sums():
    assert cluster_bootstrap([[1, 2], [3, 2], [5, 4]], ratio, seed=1).estimate == 9 / 8


def test_the_ratio_of_rates_is_that_of_the_totals():
    seen = cluster_bootstrap(MONTHS, ratio_of_rates, seed=1)
    assert seen.estimate == pytest.approx((194 / 12) / (599 / 116))
    assert seen.lower < seen.estimate < seen.upper


def test_the_same_seed_gives_the_same_bounds():
    one, two = (cluster_bootstrap(MONTHS, ratio_of_rates, seed=5) for _ in range(2))
    assert (one.lower, one.upper) == (two.lower, two.upper)
    assert cluster_bootstrap(MONTHS, ratio_of_rates, seed=6).lower != one.lower


@pytest.mark.parametrize("method", ["percentile", "bca"])
def test_bounds_agree_with_scipys_bootstrap(method):
    from scipy.stats import bootstrap

    sample = np.random.default_rng(2).lognormal(size=60)
    scipys = bootstrap(
        (sample,), np.mean, method="BCa" if method == "bca" else method, random_state=3
    ).confidence_interval
    seen = cluster_bootstrap([[value, 1] for value in sample], ratio, seed=4, method=method)
    assert (seen.lower, seen.upper) == pytest.approx((scipys.low, scipys.high), rel=0.02)


def test_cases_of_one_cluster_count_as_one_voice():
    # Two callers with 500 equal cases each know no more than two callers.
    cases = [[1, 1]] * 500 + [[0, 1]] * 500
    callers = [[500, 500], [0, 500]]
    alone = cluster_bootstrap(cases, ratio, seed=1, method="percentile")
    together = cluster_bootstrap(callers, ratio, seed=1, method="percentile")
    assert alone.upper - alone.lower < 0.1
    assert together.upper - together.lower == 1


def test_p_counts_the_replicates_that_reach_no_further():
    seen = cluster_bootstrap(MONTHS, ratio_of_rates, seed=1, replicates=999)
    assert seen.p_not_above(1.0) == 1 / 1000
    assert seen.p_not_above(100.0) == 1
    assert seen.p_not_above(seen.estimate) == pytest.approx(0.5, abs=0.1)


def test_clusters_all_alike_have_no_width():
    seen = cluster_bootstrap([[2, 1]] * 8, ratio, seed=1)
    assert (seen.lower, seen.upper) == (2, 2)


def test_one_cluster_is_refused():
    with pytest.raises(ValueError, match="at least 2 clusters"):
        cluster_bootstrap([[1, 2]], ratio, seed=1)


def test_a_ratio_over_nothing_is_refused():
    with pytest.raises(ValueError, match="undefined"):
        cluster_bootstrap([[1, 0], [2, 0]], ratio, seed=1)


def test_the_bounds_hold_what_they_promise_for_skewed_values():
    draw = np.random.default_rng(11)
    held = 0
    for seed in range(150):
        values = draw.exponential(size=40)
        seen = cluster_bootstrap([[v, 1] for v in values], ratio, seed=seed, replicates=800)
        held += seen.lower <= 1 <= seen.upper
    assert held / 150 > 0.88
