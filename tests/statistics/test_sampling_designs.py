"""Strata, sizes and sites: what is drawn, and whether the bounds hold."""

from itertools import product

import numpy as np
import pytest
from scipy import stats

from ringtrue.statistics.sampling import (
    Stratum,
    allocate,
    attribute_size,
    design_pps,
    estimate_pps,
    estimate_strata,
    sites_to_visit,
    sites_to_visit_at_random,
    stratified_size,
    systematic,
    upper_bound,
)


def test_strata_are_drawn_in_proportion() -> None:
    assert allocate({"a": 500, "b": 300, "c": 200}, 60) == {"a": 30, "b": 18, "c": 12}


def test_a_small_stratum_gives_one_record_and_no_stratum_more_than_it_has() -> None:
    assert allocate({"large": 990, "small": 1, "none": 0}, 59) == {"large": 58, "small": 1, "none": 0}
    assert allocate({"a": 3, "b": 2}, 5) == {"a": 3, "b": 2}


@pytest.mark.parametrize("n", [1, 6])
def test_fewer_records_than_strata_or_more_than_there_are_are_refused(n: int) -> None:
    with pytest.raises(ValueError, match="expected at least 2 and at most 5"):
        allocate({"a": 3, "b": 2}, n)


@pytest.mark.parametrize("n", range(5, 60))
def test_what_is_allocated_adds_up_and_keeps_to_the_proportion(n: int) -> None:
    sizes = {"a": 71, "b": 13, "c": 8, "d": 5, "e": 3}
    shares = allocate(sizes, n)
    assert sum(shares.values()) == n
    assert all(1 <= shares[name] <= size for name, size in sizes.items())


def test_the_estimate_is_the_sum_of_weight_and_rate() -> None:
    told = estimate_strata([Stratum(900, 30, 0), Stratum(100, 10, 5)])
    assert told.estimate == pytest.approx(0.9 * 0 + 0.1 * 0.5)
    assert told.lower < told.estimate < told.upper


def test_one_stratum_is_an_attribute_sample() -> None:
    assert estimate_strata([Stratum(10_000, 60, 3)]).upper == pytest.approx(upper_bound(3, 60))


def test_strata_in_exact_proportion_have_the_bound_of_one_sample() -> None:
    strata = [Stratum(500, 30, 1), Stratum(300, 18, 0), Stratum(200, 12, 2)]
    assert estimate_strata(strata).upper == pytest.approx(upper_bound(3, 60))


def test_a_stratum_seen_whole_counts_as_it_is() -> None:
    told = estimate_strata([Stratum(10, 10, 4), Stratum(990, 59, 0)])
    assert told.upper == pytest.approx((4 + 990 * upper_bound(0, 59)) / 1000)


def test_a_stratum_not_looked_at_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        estimate_strata([Stratum(10, 0, 0), Stratum(20, 5, 0)])


@pytest.mark.parametrize("deviating", list(product((0, 4, 12), (0, 3, 8), (0, 2, 5))))
def test_the_bound_of_strata_holds_as_often_as_it_says(deviating: tuple[int, int, int]) -> None:
    """All outcomes counted, each with its chance, whatever the deviating records of each stratum."""
    sizes, drawn = (40, 20, 8), (9, 4, 3)
    rate = sum(deviating) / sum(sizes)
    covered = 0.0
    for found in product(*(range(n + 1) for n in drawn)):
        chances = [
            stats.hypergeom.pmf(x, size, bad, n)
            for x, size, bad, n in zip(found, sizes, deviating, drawn, strict=True)
        ]
        if (chance := float(np.prod(chances))) > 0:
            strata = [Stratum(size, n, x) for size, n, x in zip(sizes, drawn, found, strict=True)]
            covered += chance * (estimate_strata(strata).upper >= rate - 1e-12)
    assert covered >= 0.95 - 1e-9


def test_a_stratified_sample_is_large_enough_to_accept_without_deviation() -> None:
    sizes = {"a": 2000, "b": 300, "c": 40, "d": 7, "e": 2}
    n = stratified_size(sizes, 0.05)
    shares = allocate(sizes, n)
    assert n >= attribute_size(0.05, population=2349)
    assert estimate_strata([Stratum(sizes[name], shares[name], 0) for name in sizes]).upper < 0.05


def test_a_record_as_long_as_the_interval_is_certain() -> None:
    plan = design_pps([100, 60, 10, 10, 10, 10], 4)
    assert (plan.certain, plan.certain_at, plan.drawn, plan.interval) == (2, 60, 2, 20)


def test_nothing_is_certain_where_all_are_short() -> None:
    plan = design_pps([1.0] * 100, 10)
    assert (plan.certain, plan.certain_at, plan.drawn, plan.interval) == (0, None, 10, 10.0)


def test_more_records_asked_for_than_there_are_takes_all() -> None:
    plan = design_pps([3, 1, 2], 5)
    assert (plan.certain, plan.drawn) == (3, 0)
    assert (
        estimate_pps(plan, [1.0], []).estimate == estimate_pps(plan, [1.0], []).upper == pytest.approx(1 / 6)
    )


@pytest.mark.parametrize("sizes", [[], [1, 0], [1, -2]])
def test_sizes_that_are_none_are_refused(sizes: list[float]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        design_pps(sizes, 2)


def test_the_line_is_met_at_every_interval() -> None:
    assert list(systematic([5, 5, 5, 5], 10, 0.0)) == [0, 2]
    assert list(systematic([5, 5, 5, 5], 10, 0.75)) == [1, 3]


def test_a_chance_is_in_proportion_to_the_size() -> None:
    sizes = [1.0, 2.0, 3.0, 4.0, 5.0, 5.0]
    met = np.zeros(len(sizes))
    for step in range(1000):
        met[list(systematic(sizes, 10.0, (step + 0.5) / 1000))] += 1
    assert met / 1000 == pytest.approx(np.array(sizes) / 10.0, abs=2e-3)


@pytest.mark.parametrize("start", [-0.1, 1.0])
def test_a_start_outside_the_interval_is_refused(start: float) -> None:
    with pytest.raises(ValueError, match="expected 0 <= start < 1"):
        list(systematic([1.0], 1.0, start))


def test_what_deviates_is_estimated_without_bias_and_bounded_as_often_as_said() -> None:
    dice = np.random.default_rng(7)
    sizes = np.exp(dice.normal(2, 1, 800))
    deviating = dice.random(800) < 0.08
    true = float(sizes[deviating].sum() / sizes.sum())
    plan = design_pps(sizes.tolist(), 60)
    estimates, covered = [], 0
    for _ in range(600):
        order = dice.permutation(800)
        certain = [i for i in order if plan.certain_at is not None and sizes[i] >= plan.certain_at]
        rest = [i for i in order if i not in set(certain)]
        drawn = [rest[place] for place in systematic(sizes[rest].tolist(), plan.interval, dice.random())]
        assert len(drawn) == plan.drawn
        told = estimate_pps(
            plan, [sizes[i] for i in certain if deviating[i]], [sizes[i] for i in drawn if deviating[i]]
        )
        estimates.append(told.estimate)
        covered += told.upper >= true
    assert np.mean(estimates) == pytest.approx(true, abs=4 * np.std(estimates) / 600**0.5)
    assert covered / 600 >= 0.93


@pytest.mark.parametrize(
    ("alike", "initial", "surveillance", "recertification"),
    [
        (0, 0, 0, 0),
        (1, 1, 1, 1),
        (4, 2, 2, 2),
        (25, 5, 3, 4),
        (26, 6, 4, 5),
        (100, 10, 6, 8),
        (101, 11, 7, 9),
    ],
)
def test_sites_are_the_root_and_its_parts_rounded_up(
    alike: int, initial: int, surveillance: int, recertification: int
) -> None:
    stages = ("initial", "surveillance", "recertification")
    assert [sites_to_visit(alike, stage) for stage in stages] == [initial, surveillance, recertification]  # type: ignore[arg-type]


def test_a_quarter_of_the_sites_is_random() -> None:
    assert [sites_to_visit_at_random(n) for n in (0, 1, 4, 5, 8, 9)] == [0, 1, 1, 2, 2, 3]


def test_fewer_than_no_sites_are_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        sites_to_visit(-1, "initial")
