"""Nothing is said before all is judged; then the exact bound is compared with the tolerable rate, in neutral words."""

from dataclasses import replace

import pytest
from tests.method.sampling.records import items, population, sample, two_looks

from ringtrue.method.sampling.evaluate import evaluate, evaluate_together
from ringtrue.method.sampling.wording import conclusion
from ringtrue.model.errors import SampleRefused
from ringtrue.model.sample import PlannedLook, Sample, SampleItem, SampleStratum, SizePlan
from ringtrue.statistics.sampling import upper_bound, upper_bound_in


def test_an_open_record_makes_it_not_yet() -> None:
    done = evaluate(sample(), items(59, still_open=1))
    assert (done.outcome, done.open, done.estimate, done.upper) == ("not_yet", 1, None, None)
    assert conclusion(done) == "Not yet: 1 of 59 records are still to be judged."


def test_none_deviating_shows_the_rate_below_the_tolerable_one() -> None:
    done = evaluate(sample(), items(59))
    assert (done.outcome, done.estimate, done.upper) == ("below", 0, upper_bound(0, 59))
    assert conclusion(done) == (
        "The rate of deviations is at most 4.95\u00a0% with 95\u00a0% confidence, which is below the tolerable 5.0\u00a0%."
    )


@pytest.mark.parametrize(
    ("n", "deviations", "percent"), [(25, 0, 11.3), (25, 1, 17.6), (60, 0, 4.9), (60, 1, 7.7), (60, 3, 12.4)]
)
def test_the_bound_and_not_the_rate_is_compared(n: int, deviations: int, percent: float) -> None:
    done = evaluate(sample(drawn=n), items(n, deviations))
    assert round(100 * (done.upper or 0), 1) == percent
    assert done.outcome == ("below" if percent < 5 else "not_below")


def test_a_record_that_was_not_produced_is_a_deviation() -> None:
    done = evaluate(sample(), items(59, missing=1))
    assert (done.outcome, done.deviations, done.not_produced) == ("not_below", 1, 1)


def test_a_conclusion_on_the_population_uses_its_size() -> None:
    drawn = sample(about="population", population=population(100), drawn=45)
    done = evaluate(drawn, items(45))
    assert (done.outcome, done.upper) == ("below", upper_bound_in(0, 45, 100))


def test_the_whole_population_leaves_no_doubt() -> None:
    drawn = sample(about="population", population=population(20), drawn=20, tolerable=0.12)
    assert evaluate(drawn, items(20, deviations=2)).upper == 2 / 20


def test_a_discovery_sample_says_that_it_found() -> None:
    done = evaluate(sample(method="discovery"), items(59, deviations=2))
    assert done.outcome == "found"
    assert conclusion(done).startswith("The sample found what it was to find: 2 of 59 records deviate.")


def test_a_judgement_sample_carries_no_statement() -> None:
    done = evaluate(sample(method="judgement", drawn=10), items(10, deviations=4))
    assert (done.outcome, done.estimate, done.upper) == ("no_statement", None, None)
    assert "Nothing follows for records that were not looked at." in conclusion(done)


def test_one_deviation_in_the_first_look_asks_for_the_second() -> None:
    done = evaluate(two_looks(), items(65, deviations=1))
    assert (done.outcome, done.further, done.upper) == ("second_look", 42, None)


@pytest.mark.parametrize(
    ("drawn", "deviations", "outcome"),
    [(65, 0, "below"), (65, 2, "not_below"), (107, 1, "below"), (107, 2, "not_below")],
)
def test_two_looks_end_as_they_were_planned(drawn: int, deviations: int, outcome: str) -> None:
    done = evaluate(two_looks(drawn=drawn), items(drawn, deviations))
    assert done.outcome == outcome
    assert ((done.upper or 0) < 0.05) == (outcome == "below")


def test_strata_are_weighed() -> None:
    strata = (
        SampleStratum(name="a", population=900, planned=30),
        SampleStratum(name="b", population=100, planned=30),
    )
    seen = items(30, stratum="a") + items(30, deviations=30, stratum="b")
    done = evaluate(sample(method="stratified", strata=strata, drawn=60, population=population(1000)), seen)
    assert done.estimate == pytest.approx(0.1)
    assert done.outcome == "not_below"


def test_sizes_are_weighed() -> None:
    plan = SizePlan(total=1000, certain_at=200, certain=1, certain_total=300, drawn=70, interval=10)
    certain = items(1, deviations=1, size=300.0, certain=True)
    done = evaluate(sample(method="pps", sizes=plan, drawn=71), certain + items(70, deviations=2, size=4.0))
    assert done.estimate == pytest.approx((300 + 2 * 10) / 1000)
    assert done.upper == pytest.approx((300 + 700 * upper_bound(2, 70)) / 1000)
    assert conclusion(done, by_size=True).startswith("The share of size in deviating records may be up to")


@pytest.mark.parametrize("n", [58, 60])
def test_records_that_lack_in_the_journal_are_refused(n: int) -> None:
    with pytest.raises(SampleRefused, match="every record that was drawn"):
        evaluate(sample(), items(n))


def test_a_sample_that_was_not_drawn_is_refused() -> None:
    with pytest.raises(SampleRefused, match="was not drawn yet"):
        evaluate(sample(state="frozen"), [])


def of_service(name: str, **changed: object) -> Sample:
    return replace(sample(population=population(1000, services=(name,))), id=f"S-{name}", **changed)


def test_samples_of_different_services_are_strata_of_one() -> None:
    pair: list[tuple[Sample, list[SampleItem]]] = [
        (of_service("a"), items(59)),
        (of_service("b"), items(59, deviations=1)),
    ]
    done = evaluate_together(pair)
    assert done.estimate == pytest.approx(0.5 / 59)
    assert done.upper == pytest.approx(upper_bound(1, 118))
    assert (done.outcome, done.drawn) == ("below", 118)


def test_nothing_is_said_together_before_all_is_judged() -> None:
    pair = [(of_service("a"), items(59)), (of_service("b"), items(59, still_open=1))]
    assert evaluate_together(pair).outcome == "not_yet"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (of_service("b", method="judgement"), "never pooled"),
        (of_service("b", method="stop-or-go"), "only attribute and discovery"),
        (of_service("b", tolerable=0.1), "different tolerable rates"),
        (of_service("a"), "not parts of one"),
        (replace(sample(), id="S-002"), "not parts of one"),
        (replace(sample(population=population(services=("b",), run="r2")), id="S-002"), "not parts of one"),
    ],
)
def test_what_does_not_belong_together_is_not_pooled(other: Sample, told: str) -> None:
    with pytest.raises(SampleRefused, match=told):
        evaluate_together([(of_service("a"), items(59)), (other, items(59))])


def test_a_plan_with_acceptable_deviations_accepts_them() -> None:
    drawn = sample(looks=(PlannedLook(n=93, acceptable=1),), drawn=93)
    assert [evaluate(drawn, items(93, deviations=n)).outcome for n in range(3)] == [
        "below",
        "below",
        "not_below",
    ]
