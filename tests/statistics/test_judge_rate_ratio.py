"""The judge of a late rate against an early one."""

import pytest

from ringtrue.statistics.judges import decide, rate_ratio


def row(late, early, late_exposure=100, early_exposure=100, name="mail"):
    return {
        "object": name,
        "late_events": late,
        "late_exposure": late_exposure,
        "early_events": early,
        "early_exposure": early_exposure,
    }


def judged(each, settings=None, judge=None):
    ((judgement, lead),) = decide((judge or rate_ratio())([each], settings or {}))
    return judgement, lead


def test_equal_rates_are_no_lead():
    assert not judged(row(50, 50))[1]


def test_a_rate_three_times_as_high_is_a_lead():
    judgement, lead = judged(row(60, 20))
    assert lead
    assert judgement.estimate == pytest.approx(3)
    assert 1 < judgement.lower < 3 < judgement.upper
    assert (judgement.n, judgement.deviations) == (80, 60)


def test_exposure_counts():
    assert not judged(row(60, 20, late_exposure=300))[1]
    assert judged(row(60, 60, late_exposure=25))[1]


def test_the_ratio_itself_is_the_boundary():
    assert judged(row(200, 100))[1]
    assert not judged(row(199, 100))[1]


def test_a_ratio_that_chance_may_give_is_no_lead():
    judgement, lead = judged(row(14, 7))
    assert judgement.estimate == 2
    assert not lead


def test_few_events_say_nothing():
    judgement, _ = judged(row(15, 4))
    assert (judgement.testable, judgement.reason) == (False, "only 19 events; at least 20 are needed")


def test_no_early_event_is_a_lead_without_an_estimate():
    judgement, lead = judged(row(30, 0))
    assert lead
    assert (judgement.estimate, judgement.upper) == (None, None)
    assert judgement.lower > 5


def test_no_exposure_or_an_unknown_count_says_nothing():
    assert not judged(row(30, 30, late_exposure=0))[0].testable
    assert not judged(row(30, None))[0].testable


def test_a_hundred_thousand_events_with_a_slightly_higher_rate_are_no_lead():
    judgement, lead = judged(row(60_000, 40_000))
    assert judgement.p_value < 1e-9
    assert not lead


def test_the_ratio_is_a_setting():
    assert judged(row(60, 40), {"ratio": 1.2}, rate_ratio(least_ratio="ratio"))[1]
