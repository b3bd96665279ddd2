"""The judge of services that meet their targets while those who answer are not satisfied."""

import pytest

from ringtrue.statistics.intervals import wilson
from ringtrue.statistics.judges import decide, green_but_unhappy


def row(attained=97, judged=100, satisfied=20, answers=40, **more):
    return {
        "object": "mail",
        "n_attained": attained,
        "n_judged": judged,
        "attainment_target": 0.95,
        "n_satisfied": satisfied,
        "n_answers": answers,
        "satisfaction_target": 0.80,
        "invited": None,
        **more,
    }


def judged(each, settings=None, judge=None):
    ((judgement, lead),) = decide((judge or green_but_unhappy())([each], settings or {}))
    return judgement, lead


def test_green_and_satisfied_is_no_lead():
    assert not judged(row(satisfied=34))[1]


def test_green_and_unhappy_is_a_lead():
    judgement, lead = judged(row())
    assert lead
    assert (judgement.n, judgement.deviations, judgement.estimate) == (40, 20, 0.5)


def test_red_and_unhappy_is_no_watermelon():
    assert not judged(row(attained=94))[1]


def test_the_attainment_target_itself_is_green():
    assert judged(row(attained=95))[1]


def test_a_share_below_the_target_that_chance_may_give_is_no_lead():
    # Of 40 at 80 %: 28 or fewer has p = 0.088, 26 or fewer 0.021.
    assert not judged(row(satisfied=28))[1]
    assert judged(row(satisfied=26))[1]


def test_nine_answers_are_too_few():
    judgement, _ = judged(row(satisfied=0, answers=9))
    assert (judgement.testable, judgement.reason) == (False, "only 9 answers; at least 10 are needed")


def test_ten_answers_are_enough():
    assert judged(row(satisfied=3, answers=10))[1]


def test_without_attainment_nothing_can_be_said():
    assert not judged(row(attained=None, judged=0))[0].testable


def test_a_hundred_thousand_unhappy_answers_make_no_lead_of_a_red_service():
    judgement, lead = judged(row(attained=90, satisfied=50_000, answers=100_000))
    assert judgement.p_value < 1e-9
    assert not lead


def test_a_hundred_thousand_answers_at_the_target_are_no_lead():
    assert not judged(row(satisfied=80_000, answers=100_000))[1]


def test_what_the_silent_think_bounds_the_share():
    # s = .90, r = .15: .135 to .985.
    values = judged(row(satisfied=27, answers=30, invited=200))[0].values
    assert values["response_rate"] == pytest.approx(0.15)
    assert values["satisfied_at_least"] == pytest.approx(0.135)
    assert values["satisfied_at_most"] == pytest.approx(0.985)


def test_without_a_whole_list_of_invitations_the_response_is_unknown():
    for invited in (None, 0, 30):
        values = judged(row(invited=invited))[0].values
        assert values["response_rate"] is values["satisfied_at_least"] is values["satisfied_at_most"] is None


def test_both_shares_come_with_wilson_bounds():
    values = judged(row())[0].values
    assert (values["attainment_lower"], values["attainment_upper"]) == wilson(97, 100)
    assert (values["satisfied_lower"], values["satisfied_upper"]) == wilson(20, 40)


def test_where_no_target_is_agreed_the_defaults_hold():
    without = row(attainment_target=None, satisfaction_target=None)
    values = judged(without)[0].values
    assert (values["attainment_target"], values["satisfaction_target"]) == (0.95, 0.80)
    judge = green_but_unhappy(satisfaction_target="wanted")
    assert not judged(without, {"wanted": 0.4}, judge)[1]


def test_a_target_in_percent_is_not_taken_for_a_share():
    judgement, _ = judged(row(satisfaction_target=80))
    assert judgement.reason == "one of its targets is not a share between 0 and 1"
