"""Sizes and bounds of samples, against the published vectors and against scipy."""

import pytest
from scipy import stats

from ringtrue.statistics.sampling import (
    accept_risk,
    attribute_size,
    beta_size,
    deviants,
    discovery_size,
    probability_below,
    probability_below_in,
    upper_bound,
    upper_bound_in,
)


@pytest.mark.parametrize(
    ("confidence", "tolerable", "sizes"),
    [
        (0.95, 0.02, (149, 236, 313)),
        (0.95, 0.05, (59, 93, 124)),
        (0.95, 0.10, (29, 46, 61)),
        (0.90, 0.10, (22, 38, 52)),
    ],
)
def test_sizes_of_a_process_are_those_of_the_table(
    confidence: float, tolerable: float, sizes: tuple[int, int, int]
) -> None:
    assert tuple(attribute_size(tolerable, confidence, c) for c in range(3)) == sizes


@pytest.mark.parametrize(
    ("population", "at_five", "at_ten"), [(50, 31, 22), (100, 45, 25), (500, 56, 28), (1000, 57, 29)]
)
def test_sizes_of_a_population_are_those_of_the_table(population: int, at_five: int, at_ten: int) -> None:
    assert attribute_size(0.05, population=population) == at_five
    assert attribute_size(0.10, population=population) == at_ten


@pytest.mark.parametrize("acceptable", [0, 1, 2, 5])
@pytest.mark.parametrize("tolerable", [0.01, 0.05, 0.2])
def test_a_size_is_the_smallest_with_an_allowed_risk(tolerable: float, acceptable: int) -> None:
    n = attribute_size(tolerable, 0.95, acceptable)
    assert stats.binom.cdf(acceptable, n, tolerable) <= 0.05 < stats.binom.cdf(acceptable, n - 1, tolerable)


@pytest.mark.parametrize("acceptable", [0, 1, 3])
@pytest.mark.parametrize("population", [60, 333, 10_000, 2_000_000])
def test_a_size_in_a_population_is_the_smallest_with_an_allowed_risk(
    population: int, acceptable: int
) -> None:
    n = attribute_size(0.07, 0.9, acceptable, population)
    risk = stats.hypergeom(population, deviants(0.07, population), n).cdf(acceptable)
    before = stats.hypergeom(population, deviants(0.07, population), n - 1).cdf(acceptable)
    assert risk <= 0.1 < before


def test_a_large_population_needs_as_many_as_a_process() -> None:
    assert attribute_size(0.05, population=10_000_000) == attribute_size(0.05) == discovery_size(0.05)


def test_one_record_more_does_not_make_a_larger_tolerable_number_by_rounding() -> None:
    assert [deviants(0.07, n) for n in (100, 101)] == [7, 8]
    assert deviants(0.05, 50) == 3


def test_a_population_of_one_is_looked_at_whole() -> None:
    assert attribute_size(0.05, population=1) == 1


def test_more_acceptable_than_tolerable_deviations_are_refused() -> None:
    with pytest.raises(ValueError, match="not fewer than the tolerable 3"):
        attribute_size(0.05, acceptable=3, population=50)


@pytest.mark.parametrize(("tolerable", "confidence"), [(0.0, 0.95), (1.0, 0.95), (0.05, 1.0), (0.05, 0.0)])
def test_shares_that_are_none_are_refused(tolerable: float, confidence: float) -> None:
    with pytest.raises(ValueError, match="expected shares"):
        attribute_size(tolerable, confidence)


@pytest.mark.parametrize(
    ("deviations", "n", "percent"),
    [(0, 25, 11.3), (1, 25, 17.6), (0, 60, 4.9), (1, 60, 7.7), (3, 60, 12.4)],
)
def test_upper_bounds_are_those_of_the_table(deviations: int, n: int, percent: float) -> None:
    assert round(100 * upper_bound(deviations, n), 1) == percent


def test_the_one_sided_bound_is_not_the_two_sided_one() -> None:
    assert round(upper_bound(0, 60), 4) == 0.0487
    assert round(upper_bound(0, 60, 0.975), 4) == 0.0596


@pytest.mark.parametrize(
    ("deviations", "n", "population"), [(0, 31, 50), (2, 40, 333), (5, 60, 5000), (3, 3, 9)]
)
def test_the_bound_of_a_population_is_the_last_that_is_not_refuted(
    deviations: int, n: int, population: int
) -> None:
    most = round(upper_bound_in(deviations, n, population) * population)
    assert stats.hypergeom(population, most, n).cdf(deviations) > 0.05
    if most < population - n + deviations:
        assert stats.hypergeom(population, most + 1, n).cdf(deviations) <= 0.05


def test_a_population_seen_whole_has_no_doubt_left() -> None:
    assert upper_bound_in(2, 40, 40) == 2 / 40


def test_the_bound_of_a_large_population_is_that_of_a_process() -> None:
    assert upper_bound_in(3, 60, 10_000_000) == pytest.approx(upper_bound(3, 60), abs=1e-6)


def test_a_planned_size_without_deviation_bounds_the_rate_below_the_tolerable_one() -> None:
    for population in (50, 77, 100, 501, 1000):
        n = attribute_size(0.05, population=population)
        assert upper_bound_in(0, n, population) < 0.05 <= upper_bound_in(0, n - 1, population)


def test_a_sample_beyond_its_population_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 0 <= deviations"):
        upper_bound_in(0, 51, 50)


def test_the_risk_of_accepting_is_that_of_so_few_deviations() -> None:
    assert accept_risk(0, 59, 0.05) == pytest.approx(0.95**59)
    assert accept_risk(0, 31, 0.05, 50) == pytest.approx(stats.hypergeom(50, 3, 31).cdf(0))


def test_a_uniform_prior_is_as_sure_after_fiftyeight_without_deviation() -> None:
    assert probability_below(0, 58, 0.05) == pytest.approx(0.95, abs=0.002)
    assert beta_size(0.05) == 58


def test_another_prior_says_another_thing() -> None:
    assert probability_below(0, 58, 0.05, (1, 19)) > probability_below(0, 58, 0.05)
    assert probability_below(1, 58, 0.05) == pytest.approx(stats.beta(2, 58).cdf(0.05))


@pytest.mark.parametrize(("deviations", "n", "population"), [(0, 31, 50), (1, 20, 200), (0, 58, 100_000)])
def test_the_rest_of_a_population_follows_the_beta_binomial(deviations: int, n: int, population: int) -> None:
    rest = stats.betabinom(population - n, 1 + deviations, 1 + n - deviations)
    still = deviants(0.05, population) - 1 - deviations
    assert probability_below_in(deviations, n, population, 0.05) == pytest.approx(rest.cdf(still), rel=1e-6)


def test_too_many_deviations_leave_no_probability() -> None:
    assert probability_below_in(3, 31, 50, 0.05) == 0
