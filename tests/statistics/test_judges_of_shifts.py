"""Judges of a share against what it was, and against what is expected."""

import pytest

from ringtrue.statistics.judges import decide, own_shift, share_against_expected


def halves(first, first_n, second, second_n):
    return {
        "object": "desk",
        "first_n": first_n,
        "first_deviations": first,
        "second_n": second_n,
        "second_deviations": second,
    }


def against(n, deviations, **more):
    return {"object": "desk", "n": n, "deviations": deviations, **more}


def judged(judge, row, settings=None):
    ((judgement, lead),) = decide(judge([row], settings or {}))
    return judgement, lead


def test_equal_halves_are_no_lead():
    assert not judged(own_shift(), halves(20, 100, 20, 100))[1]


def test_a_share_that_doubled_is_a_lead():
    judgement, lead = judged(own_shift(), halves(20, 100, 40, 100))
    assert lead
    assert judgement.estimate == pytest.approx(0.2)
    assert 0 < judgement.lower < 0.2 < judgement.upper


def test_a_share_that_fell_is_no_lead():
    assert not judged(own_shift(), halves(40, 100, 20, 100))[1]


def test_ten_points_are_the_boundary():
    assert judged(own_shift(), halves(200, 1000, 300, 1000))[1]
    assert not judged(own_shift(), halves(200, 1000, 299, 1000))[1]


def test_a_shift_that_chance_may_give_is_no_lead():
    judgement, lead = judged(own_shift(), halves(4, 20, 7, 20))
    assert judgement.effect
    assert not lead


def test_a_half_with_few_cases_says_nothing():
    judgement, _ = judged(own_shift(), halves(3, 12, 30, 100))
    assert not judgement.testable
    assert judgement.reason.startswith("only 12 cases; at least 20 are needed in each half")


def test_an_unknown_half_says_nothing():
    assert not judged(own_shift(), halves(None, None, 30, 100))[0].testable


def test_a_hundred_thousand_cases_shifted_by_two_points_are_no_lead():
    judgement, lead = judged(own_shift(), halves(10_000, 50_000, 11_000, 50_000))
    assert judgement.p_value < 1e-9
    assert not lead


def test_as_many_as_expected_are_no_lead():
    assert not judged(share_against_expected(expected=0.033), against(300, 12))[1]


def test_three_times_the_expected_is_the_boundary():
    assert judged(share_against_expected(expected=0.1), against(100, 30))[1]
    assert not judged(share_against_expected(expected=0.1), against(100, 29))[1]


def test_the_share_has_exact_bounds_and_its_multiple():
    judgement, _ = judged(share_against_expected(expected=0.1), against(100, 35))
    assert judgement.values["times"] == pytest.approx(3.5)
    assert judgement.lower < 0.35 < judgement.upper


def test_three_times_the_expected_by_chance_is_no_lead():
    judgement, lead = judged(share_against_expected(expected=0.033), against(20, 2))
    assert judgement.effect
    assert not lead


def test_few_cases_say_nothing_against_an_expected_share():
    assert not judged(share_against_expected(expected=0.1), against(19, 19))[0].testable


def test_a_row_may_bring_its_own_expected_share():
    assert judged(share_against_expected(), against(100, 30, expected=0.1))[1]
    assert not judged(share_against_expected(), against(100, 30))[0].testable


def test_a_multiple_beyond_everything_cannot_be_tested():
    judgement, _ = judged(share_against_expected(expected=0.4), against(100, 99))
    assert not judgement.testable
    assert judgement.reason == "3 times an expected share of 0.4 can never be seen"


def test_a_hundred_thousand_cases_slightly_above_the_expected_are_no_lead():
    judgement, lead = judged(share_against_expected(expected=0.033), against(100_000, 5_000))
    assert judgement.p_value < 1e-9
    assert not lead
