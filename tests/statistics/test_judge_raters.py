"""Whether raters agree well enough for what they rated to be judged."""

import pytest

from ringtrue.statistics.judges import decide
from ringtrue.statistics.judges.raters import raters

GOOD = [["a", "a"], ["b", "b"]] * 8 + [["a", "b"]]
POOR = [["a", "a"], ["b", "b"], ["a", "b"], ["b", "a"]] * 4


def test_raters_who_agree_can_be_relied_on_and_are_never_a_lead():
    judgement = raters(GOOD, 0.667, "nominal")
    assert judgement.testable
    assert judgement.lower < judgement.estimate < judgement.upper
    assert [lead for _, lead in decide([judgement])] == [False]


def test_raters_who_disagree_cannot_and_the_reason_says_how_much():
    judgement = raters(POOR, 0.667, "nominal")
    assert not judgement.testable
    assert judgement.reason.startswith("the raters agree too little: alpha is 0.0")
    assert judgement.estimate == pytest.approx(0.03, abs=0.05)


def test_exactly_the_least_alpha_is_enough():
    alpha = raters(POOR, 0, "nominal").estimate
    assert raters(POOR, alpha, "nominal").testable
    assert not raters(POOR, alpha + 1e-6, "nominal").testable


def test_what_only_one_rated_does_not_count():
    judgement = raters([["a", None]] * 30 + [["a", "a"]] * 9, 0.667, "nominal")
    assert (judgement.n, judgement.reason) == (9, "only 9 were rated by two; at least 10 are needed")


def test_raters_who_always_give_one_and_the_same_value_agree():
    judgement = raters([["a", "a"]] * 10, 0.667, "nominal")
    assert judgement.testable and judgement.estimate is None
