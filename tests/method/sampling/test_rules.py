"""One seed, one population, one draw; further looks only as they were planned, and otherwise their real risk is told."""

import pytest
from tests.method.sampling.records import items, population, sample, two_looks

from ringtrue.method.sampling import rules
from ringtrue.model.errors import SampleRefused
from ringtrue.statistics.sampling import Look


def test_another_seed_than_the_committed_one_is_refused() -> None:
    rules.check_seed(sample(), "demo-2026")
    with pytest.raises(SampleRefused, match="the seed that was committed on 2026-11-24"):
        rules.check_seed(sample(), "demo-2027")


def test_a_second_draw_is_refused() -> None:
    rules.check_undrawn(sample(state="frozen"))
    with pytest.raises(SampleRefused, match="one draw a sample"):
        rules.check_undrawn(sample())


@pytest.mark.parametrize("changed", [{"ids_sha256": "b" * 64}, {"frame_sha256": "b" * 64}])
def test_a_population_that_is_not_the_frozen_one_is_refused(changed: dict[str, str]) -> None:
    rules.check_population(sample(), population())
    with pytest.raises(SampleRefused, match="the one that was frozen"):
        rules.check_population(sample(), population(**changed))


def test_a_sample_without_a_frozen_population_is_refused() -> None:
    with pytest.raises(SampleRefused, match="no frozen population"):
        rules.check_population(sample(population=None), population())


def test_before_anything_was_judged_a_sample_may_grow() -> None:
    assert rules.further_records(sample(), items(59, still_open=59), 20) == 20


@pytest.mark.parametrize("wanted", [None, 0, -3])
def test_a_growth_without_a_number_is_refused(wanted: int | None) -> None:
    with pytest.raises(SampleRefused, match="--size 20"):
        rules.further_records(sample(), items(59, still_open=59), wanted)


def test_a_second_look_that_was_not_planned_is_refused_with_its_real_risk() -> None:
    with pytest.raises(
        SampleRefused, match=r"Looking at 59, then 93 accepts .* real risk of 7\.5%, not 5\.0%"
    ):
        rules.further_records(sample(), items(59, deviations=1), 34)


def test_a_third_look_has_a_higher_real_risk_still() -> None:
    looks, risk = rules.unplanned_risk(sample(), 2)
    assert looks == (Look(59, 0), Look(93, 1), Look(124, 2))
    assert round(100 * risk, 1) == 9.3


def test_one_judged_record_is_a_look() -> None:
    with pytest.raises(SampleRefused, match="a further look was not planned"):
        rules.further_records(sample(), items(59, still_open=58), 10)


def test_the_planned_second_look_is_taken_after_exactly_one_deviation() -> None:
    assert rules.further_records(two_looks(), items(65, deviations=1)) == 42
    assert rules.further_records(two_looks(), items(65, missing=1), 42) == 42


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        (items(65), "found 0 deviations, and the plan has accepted"),
        (items(65, deviations=2), "found 2 deviations, and the plan has ended"),
        (items(65, deviations=1, still_open=1), "1 records of the first look are open"),
    ],
)
def test_a_second_look_is_refused_where_the_plan_has_none(judged: list, told: str) -> None:  # type: ignore[type-arg]
    with pytest.raises(SampleRefused, match=told):
        rules.further_records(two_looks(), judged)


def test_a_second_look_of_another_size_is_refused() -> None:
    with pytest.raises(SampleRefused, match="the 42 that were planned"):
        rules.further_records(two_looks(), items(65, deviations=1), 30)


def test_a_third_look_is_refused_with_its_real_risk() -> None:
    with pytest.raises(SampleRefused, match=r"Looking at 65, then 107, then 124 accepts"):
        rules.further_records(two_looks(drawn=107), items(107, deviations=2))


@pytest.mark.parametrize("method", ["pps", "stratified", "judgement"])
def test_a_sample_whose_plan_holds_at_once_is_not_extended(method: str) -> None:
    with pytest.raises(SampleRefused, match="a new sample with its own seed"):
        rules.further_records(sample(method=method), items(59, still_open=59), 5)


def test_a_sample_that_was_not_drawn_is_not_extended() -> None:
    with pytest.raises(SampleRefused, match="was not drawn yet"):
        rules.further_records(sample(state="frozen"), [], 5)
