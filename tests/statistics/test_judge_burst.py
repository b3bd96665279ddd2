"""The judge of the busiest window."""

import pytest

from ringtrue.statistics.judges import burst, decide


def row(n, most, exposure=120_000, window=10):
    return {
        "object": "A17",
        "n": n,
        "most_in_window": most,
        "window_minutes": window,
        "exposure_minutes": exposure,
    }


def judged(each, settings=None, judge=None):
    ((judgement, lead),) = decide((judge or burst())([each], settings or {}))
    return judgement, lead


def test_a_steady_hand_is_no_lead():
    assert not judged(row(1000, 3))[1]


def test_thirty_in_ten_minutes_are_a_lead():
    judgement, lead = judged(row(1000, 30))
    assert lead
    assert judgement.deviations == 30
    assert judgement.values["expected"] == pytest.approx(1000 / 12_000)


def test_twenty_is_the_boundary():
    assert judged(row(1000, 20))[1]
    assert not judged(row(1000, 19))[1]


def test_a_surprising_window_of_few_is_no_lead():
    judgement, lead = judged(row(50, 8))
    assert judgement.p_value < 0.001
    assert not lead


def test_who_always_works_at_that_pace_is_no_lead():
    assert not judged(row(100_000, 25))[1]


def test_a_hundred_thousand_events_with_a_window_barely_above_the_usual_are_no_lead():
    # At ten in a window, one of 30 somewhere in ten thousand windows is to be expected.
    assert not judged(row(100_000, 28, exposure=100_000))[1]


def test_few_events_in_all_pass():
    judgement, lead = judged(row(5, 5))
    assert judgement.testable
    assert not lead


def test_no_events_or_unknown_numbers_say_nothing():
    assert not judged(row(0, 0))[0].testable
    assert not judged(row(10, None))[0].testable
    assert not judged(row(10, 3, exposure=5))[0].testable


def test_the_least_number_is_a_setting():
    assert judged(row(1000, 12), {"in_window": 10}, burst(least="in_window"))[1]
