"""More than one look: real risks, planned second looks and their bounds, against the vectors and by counting all outcomes."""

from math import comb

import pytest
from scipy import stats

from ringtrue.statistics.sampling import (
    Look,
    first_look,
    real_risk,
    second_look,
    upper_bound,
    upper_bound_of_looks,
)


def test_looking_again_after_one_deviation_has_a_higher_risk_than_said() -> None:
    assert round(100 * real_risk((Look(59, 0), Look(93, 1)), 0.05), 1) == 7.5
    assert round(100 * real_risk((Look(59, 0), Look(93, 1), Look(124, 2)), 0.05), 1) == 9.3


def test_the_planned_second_look_keeps_the_risk() -> None:
    assert second_look(65, 0.05) == 42
    assert second_look(31, 0.10) == 23
    assert round(100 * real_risk((Look(65, 0), Look(107, 1)), 0.05), 2) == 4.98


def test_one_record_fewer_in_the_second_look_would_not_keep_it() -> None:
    assert real_risk((Look(65, 0), Look(106, 1)), 0.05) > 0.05
    assert real_risk((Look(31, 0), Look(53, 1)), 0.10) > 0.05 >= real_risk((Look(31, 0), Look(54, 1)), 0.10)


def test_the_first_look_is_the_one_with_the_fewest_records_to_be_expected() -> None:
    assert (first_look(0.05), first_look(0.10)) == (65, 31)


def test_one_look_is_an_attribute_sample() -> None:
    assert real_risk((Look(60, 1),), 0.05) == pytest.approx(stats.binom.cdf(1, 60, 0.05))


def test_looks_in_a_population_are_counted_without_replacement() -> None:
    population, deviating = 200, 10
    none = stats.hypergeom(population, deviating, 50).pmf(0)
    one = stats.hypergeom(population, deviating, 50).pmf(1) * stats.hypergeom(150, deviating - 1, 30).pmf(0)
    assert real_risk((Look(50, 0), Look(80, 1)), 0.05, population) == pytest.approx(none + one)


def test_a_second_look_in_a_population_is_the_smallest_that_keeps_the_risk() -> None:
    first = first_look(0.05, population=400)
    second = second_look(first, 0.05, population=400)
    assert real_risk((Look(first, 0), Look(first + second, 1)), 0.05, 400) <= 0.05
    assert real_risk((Look(first, 0), Look(first + second - 1, 1)), 0.05, 400) > 0.05


@pytest.mark.parametrize("first", [40, 58])
def test_a_first_look_at_which_nobody_may_stop_is_refused(first: int) -> None:
    with pytest.raises(ValueError, match="too small to stop at"):
        second_look(first, 0.05)


def test_a_population_without_room_for_two_looks_is_refused() -> None:
    with pytest.raises(ValueError, match="no room for two looks"):
        first_look(0.05, population=10)


def test_after_none_in_the_first_look_the_bound_is_that_of_the_first_look() -> None:
    plan = (Look(65, 0), Look(107, 1))
    assert upper_bound_of_looks(plan, 65, 0) == pytest.approx(upper_bound(0, 65), abs=1e-9)


def test_after_the_second_look_the_bound_counts_both_ways_to_accept() -> None:
    plan = (Look(65, 0), Look(107, 1))
    bound = upper_bound_of_looks(plan, 107, 1)
    assert upper_bound(1, 107) < bound < 0.05
    assert real_risk(plan, bound) == pytest.approx(0.05)


@pytest.mark.parametrize(("seen", "deviations"), [(65, 2), (65, 4), (107, 2), (107, 3)])
def test_an_end_that_does_not_accept_has_a_bound_above_the_tolerable_rate(seen: int, deviations: int) -> None:
    assert upper_bound_of_looks((Look(65, 0), Look(107, 1)), seen, deviations) > 0.05


@pytest.mark.parametrize("deviating", range(0, 31, 3))
def test_the_bound_of_a_plan_holds_as_often_as_it_says(deviating: int) -> None:
    """Every end of the plan counted, with its chance, in a population of 30."""
    plan, population = (Look(8, 0), Look(15, 1)), 30
    covered = 0.0
    for found in range(min(8, deviating) + 1):
        chance = comb(deviating, found) * comb(population - deviating, 8 - found) / comb(population, 8)
        if not chance:
            continue
        if found != 1:
            covered += chance * (
                upper_bound_of_looks(plan, 8, found, population=population) >= deviating / 30
            )
            continue
        for more in range(min(7, deviating - 1) + 1):
            then = comb(deviating - 1, more) * comb(22 - deviating + 1, 7 - more) / comb(22, 7)
            bound = upper_bound_of_looks(plan, 15, 1 + more, population=population)
            covered += chance * then * (bound >= deviating / 30)
    assert covered >= 0.95 - 1e-9
