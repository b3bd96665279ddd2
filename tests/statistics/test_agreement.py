"""Krippendorff's alpha against the worked examples that he published (2011), and what it does at its edges."""

import random

import pytest

from ringtrue.statistics.agreement import Metric, all_agree, krippendorff_alpha, krippendorff_bounds

_ = None
BINARY: list[list[object]] = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
NAMES: list[list[object]] = [list("aabbdcccedda"), list("babbbccceddd")]
FOUR_OBSERVERS: list[list[object]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
METRICS: list[Metric] = ["nominal", "ordinal", "interval"]


def by_unit(by_rater: list[list[object]]) -> list[list[object]]:
    return [list(unit) for unit in zip(*by_rater, strict=True)]


def test_two_observers_and_two_values() -> None:
    assert krippendorff_alpha(by_unit(BINARY)) == pytest.approx(0.095, abs=5e-4)


def test_two_observers_and_five_names() -> None:
    assert krippendorff_alpha(by_unit(NAMES)) == pytest.approx(0.692, abs=1e-3)


@pytest.mark.parametrize(("metric", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_four_observers_with_missing_values(metric: Metric, alpha: float) -> None:
    assert krippendorff_alpha(by_unit(FOUR_OBSERVERS), metric) == pytest.approx(alpha, abs=5e-4)


def test_what_was_rated_once_does_not_count() -> None:
    found = krippendorff_bounds(by_unit(FOUR_OBSERVERS))
    assert found is not None
    assert (found.units, found.values) == (11, 40)
    assert found.lower is not None and found.upper is not None
    assert found.lower < found.alpha < found.upper <= 1


def test_the_same_seed_gives_the_same_bounds() -> None:
    ratings = by_unit(FOUR_OBSERVERS)
    assert krippendorff_bounds(ratings, "ordinal", seed=1) == krippendorff_bounds(ratings, "ordinal", seed=1)


@pytest.mark.parametrize("metric", METRICS)
def test_full_agreement_is_one_and_its_bounds_too(metric: Metric) -> None:
    found = krippendorff_bounds([[1, 1], [2, 2], [3, 3], [1, 1]], metric)
    assert found is not None
    assert (found.alpha, found.lower, found.upper) == pytest.approx((1, 1, 1))


@pytest.mark.parametrize("metric", METRICS)
def test_chance_alone_gives_about_nothing(metric: Metric) -> None:
    dice = random.Random(7)
    ratings = [[dice.randrange(5), dice.randrange(5)] for _ in range(1000)]
    assert krippendorff_alpha(ratings, metric) == pytest.approx(0, abs=0.08)


def test_the_bounds_hold_the_truth_about_as_often_as_they_say() -> None:
    dice, held = random.Random(11), 0
    for turn in range(60):
        truth = [dice.randrange(3) for _ in range(40)]
        ratings = [[one if dice.random() < 0.85 else dice.randrange(3) for _ in range(2)] for one in truth]
        found = krippendorff_bounds(ratings, seed=turn, replicates=400)
        assert found is not None and found.lower is not None and found.upper is not None
        # Two raters who each guess in 15 of 100 cases agree beyond chance in .85 squared.
        held += found.lower <= 0.85**2 <= found.upper
    assert held >= 52


def test_where_nothing_varies_or_nothing_was_rated_twice_alpha_is_unknown() -> None:
    assert krippendorff_alpha([[1, 1], [1, 1]]) is None
    assert krippendorff_alpha([[1, None], [2]]) is None
    assert krippendorff_alpha([]) is None
    assert krippendorff_bounds([[1, 1]]) is None


def test_all_agree_asks_for_one_unit_rated_twice() -> None:
    assert all_agree([[1, 1], [2, None]])
    assert not all_agree([[1, 1], [1, 2]])
    assert not all_agree([[1], [2, None]])
