"""Plans are exact for the population that was frozen, and what has no plan is refused with what would have one."""

import pytest

from ringtrue.method.sampling.planning import Frame, Wish, plan
from ringtrue.model.errors import SampleRefused
from ringtrue.model.sample import PlannedLook


def test_a_conclusion_on_the_population_needs_what_the_population_needs() -> None:
    planned = plan(Wish(method="attribute"), Frame(count=100))
    assert planned.looks == (PlannedLook(n=45, acceptable=0),)


def test_a_conclusion_on_the_process_needs_as_many_as_a_process() -> None:
    assert plan(Wish(method="attribute", about="process"), Frame(count=100)).first == 59


def test_a_process_is_not_concluded_on_from_too_few_records() -> None:
    with pytest.raises(
        SampleRefused, match="59 records are needed to conclude on the process, and there are 40"
    ):
        plan(Wish(method="attribute", about="process"), Frame(count=40))


def test_discovery_takes_as_many_as_find_one() -> None:
    assert plan(Wish(method="discovery", tolerable=0.02, about="process"), Frame(count=5000)).first == 149


def test_more_records_than_needed_may_be_taken_and_fewer_not() -> None:
    assert plan(Wish(method="attribute", size=80), Frame(count=1000)).first == 80
    with pytest.raises(SampleRefused, match="57 or more"):
        plan(Wish(method="attribute", size=56), Frame(count=1000))


def test_more_records_make_more_deviations_acceptable() -> None:
    sizes = {None: 0, 92: 0, 93: 1, 123: 1, 124: 2}
    looks = [
        plan(Wish(method="attribute", about="process", size=n), Frame(count=5000)).looks[0] for n in sizes
    ]
    assert [look.acceptable for look in looks] == list(sizes.values())


def test_a_discovery_sample_accepts_none_however_large() -> None:
    assert plan(Wish(method="discovery", size=500), Frame(count=5000)).looks[0].acceptable == 0


def test_two_looks_are_those_of_the_table() -> None:
    planned = plan(Wish(method="stop-or-go", about="process"), Frame(count=5000))
    assert planned.looks == (PlannedLook(n=65, acceptable=0), PlannedLook(n=107, acceptable=1))
    planned = plan(Wish(method="stop-or-go", tolerable=0.1, about="process"), Frame(count=5000))
    assert planned.looks == (PlannedLook(n=31, acceptable=0), PlannedLook(n=54, acceptable=1))


def test_the_first_of_two_looks_may_be_chosen() -> None:
    planned = plan(Wish(method="stop-or-go", size=70, about="process"), Frame(count=5000))
    assert planned.looks == (PlannedLook(n=70, acceptable=0), PlannedLook(n=100, acceptable=1))


@pytest.mark.parametrize(("size", "count"), [(58, 5000), (None, 30)])
def test_two_looks_without_a_plan_are_refused(size: int | None, count: int) -> None:
    with pytest.raises(SampleRefused, match="an attribute sample"):
        plan(Wish(method="stop-or-go", size=size, about="process"), Frame(count=count))


def test_every_stratum_gives_a_record() -> None:
    planned = plan(Wish(method="stratified"), Frame(count=1011, strata={"a": 900, "b": 100, "c": 11}))
    assert {one.name for one in planned.strata if one.planned >= 1} == {"a", "b", "c"}
    assert sum(one.planned for one in planned.strata) == planned.first


def test_a_sample_by_size_is_large_enough_to_bound_the_rate() -> None:
    sizes = sorted((float(1 + n % 50) for n in range(2000)), reverse=True)
    planned = plan(Wish(method="pps"), Frame(count=2000, sizes=sizes, unknown_sizes=3))
    assert planned.sizes is not None and planned.first >= 59
    assert planned.sizes.unknown == 3


def test_a_judgement_sample_takes_as_many_as_are_wanted() -> None:
    assert plan(Wish(method="judgement", size=7), Frame(count=100)).first == 7


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Wish(method="attribute", tolerable=0), "the tolerable rate is 0"),
        (Wish(method="attribute", tolerable=1), "the tolerable rate is 100"),
        (Wish(method="attribute", confidence=1), "the confidence is 100"),
        (Wish(method="attribute", size=0), "0 records were asked for"),
        (Wish(method="attribute", acceptable=-1), "-1 deviations"),
        (Wish(method="discovery", acceptable=1), "a discovery sample with 1 acceptable"),
        (Wish(method="attribute", acceptable=5), "5 of 100 records are the tolerable rate already"),
        (Wish(method="stratified", size=1), "at least one of each|or more"),
        (Wish(method="pps", size=2), "do not bound the rate"),
    ],
)
def test_a_wish_without_a_plan_is_refused(wish: Wish, told: str) -> None:
    with pytest.raises(SampleRefused, match=told):
        plan(wish, Frame(count=100, strata={"a": 60, "b": 40}, sizes=[1.0] * 100))


@pytest.mark.parametrize("method", ["attribute", "stop-or-go", "stratified", "pps", "judgement"])
def test_an_empty_population_is_refused(method: str) -> None:
    with pytest.raises(SampleRefused, match="the population is empty"):
        plan(Wish(method=method), Frame(count=0))  # type: ignore[arg-type]
