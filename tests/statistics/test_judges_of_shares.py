"""Judges of a share against a fixed limit."""

import pytest

from ringtrue.model.errors import WrongUse
from ringtrue.statistics.judges import any_deviation, decide, share_above


def row(n, deviations, name="mail"):
    return {"object": name, "service": name, "n": n, "deviations": deviations}


def is_lead(judge, *rows, settings=None):
    return [lead for _, lead in decide(judge(rows, settings or {}))]


def test_no_deviation_is_no_lead():
    assert is_lead(any_deviation(), row(500, 0)) == [False]


def test_one_deviation_is_a_lead():
    assert is_lead(any_deviation(), row(500, 1)) == [True]


def test_a_share_comes_with_its_exact_bounds():
    (judgement,) = any_deviation()([row(60, 0)], {})
    assert judgement.estimate == 0
    assert judgement.upper == pytest.approx(0.0596, abs=0.00005)
    assert judgement.p_value is None
    assert judgement.service == "mail"


def test_nothing_judged_is_not_a_pass():
    (judgement,) = any_deviation()([row(0, 0)], {})
    assert not judgement.testable
    assert judgement.reason == "nothing in it could be judged"


def test_an_unknown_count_is_not_a_pass():
    (judgement,) = share_above(0.1)([row(50, None)], {})
    assert not judgement.testable


def test_a_share_is_a_lead_only_where_its_lower_bound_passes_the_limit():
    # Of 100, one-sided 95 % lower bounds: 15 -> 9.5 %, 16 -> 10.3 %.
    assert is_lead(share_above(0.10), row(100, 15), row(100, 16)) == [False, True]


def test_a_share_exactly_at_the_limit_is_no_lead_however_many_cases():
    assert is_lead(share_above(0.10), row(100_000, 10_000)) == [False]


def test_below_the_least_number_the_reason_is_said():
    few, enough = share_above(0.10)([row(19, 19), row(20, 20)], {})
    assert (few.testable, few.reason) == (False, "only 19 cases; at least 20 are needed")
    assert enough.testable


def test_one_case_is_said_in_the_singular():
    (judgement,) = share_above(0.10)([row(1, 1)], {})
    assert judgement.reason == "only 1 case; at least 20 are needed"


def test_a_limit_of_nothing_means_any_deviation():
    assert is_lead(share_above(0), row(3, 1), row(3, 0)) == [True, False]


def test_limits_are_looked_up_in_the_settings():
    judge = share_above("limit", least="least")
    assert is_lead(judge, row(10, 5), settings={"limit": 0.1, "least": 10}) == [True]
    assert is_lead(judge, row(10, 5), settings={"limit": 0.4, "least": 10}) == [False]


def test_a_setting_that_is_no_number_is_a_clear_message():
    with pytest.raises(WrongUse, match="the setting \"limit\" is to be a number, found 'much'"):
        share_above("limit")([row(100, 5)], {"limit": "much"})


def test_a_hundred_thousand_cases_with_a_few_deviations_are_no_lead():
    assert is_lead(share_above(0.05), row(100_000, 4_000)) == [False]


def test_what_is_too_few_is_called_by_its_kind() -> None:
    (judgement,) = share_above(0.1, 20)([{"object": "A", "n": 1, "deviations": 1}], {"item_kind": "need"})
    assert judgement.reason == "only 1 need; at least 20 are needed"
    (judgement,) = share_above(0.1, 20)(
        [{"object": "A", "n": 3, "deviations": 1}], {"item_kind": "lowered_priority"}
    )
    assert judgement.reason == "only 3 lowered priorities; at least 20 are needed"
    (judgement,) = share_above(0.1, 20)(
        [{"object": "A", "n": 1, "deviations": 1}], {"item_kind": "lowered_priority"}
    )
    assert judgement.reason == "only 1 lowered priority; at least 20 are needed"
