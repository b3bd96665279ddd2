"""Time to event against the leukaemia trial of Freireich and others 1963."""

import pytest

from ringtrue.statistics.survival import kaplan_meier, log_rank, median_time

# Weeks in remission under 6-MP (a minus: still in remission when last seen) and under placebo.
TREATED = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35]
PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def split(weeks):
    return [abs(week) for week in weeks], [week > 0 for week in weeks]


def test_the_curve_is_the_published_one():
    curve = {step.time: step.surviving for step in kaplan_meier(*split(TREATED))}
    published = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert curve == {time: pytest.approx(share, abs=0.0005) for time, share in published.items()}


def test_the_medians_are_the_published_ones():
    treated, placebo = median_time(*split(TREATED)), median_time(*split(PLACEBO))
    assert (treated.estimate, treated.n, treated.events) == (23, 21, 9)
    assert (placebo.estimate, placebo.lower, placebo.upper) == (8, 4, 11)
    assert (treated.lower, treated.upper) == (13, None)


def test_the_log_rank_test_has_the_published_p():
    # Chi-square 16.79 with one degree of freedom.
    assert log_rank(*split(TREATED), *split(PLACEBO)) == pytest.approx(4.17e-5, rel=0.01)


def test_equal_groups_do_not_differ():
    assert log_rank(*split(PLACEBO), *split(PLACEBO)) == 1


def test_nothing_ended_gives_no_median():
    seen = median_time([3, 4, 5], [False] * 3)
    assert (seen.estimate, seen.lower, seen.upper, seen.events) == (None, None, None, 0)
    assert log_rank([3], [False], [4], [False]) == 1


def test_nobody_at_all_gives_no_median():
    assert median_time([], []).estimate is None


def test_open_cases_make_the_median_later():
    ended_only = median_time([1, 2, 3, 4], [True] * 4)
    with_open = median_time([1, 2, 3, 4, 9, 9, 9], [True] * 4 + [False] * 3)
    assert (ended_only.estimate, with_open.estimate) == (2, 4)


def test_a_negative_time_is_refused():
    with pytest.raises(ValueError, match="times from 0"):
        kaplan_meier([-1], [True])
    with pytest.raises(ValueError, match="as many ends as times"):
        kaplan_meier([1, 2], [True])


def test_curve_and_test_agree_with_scipy():
    from scipy.stats import CensoredData, ecdf, logrank

    def scipys(weeks):
        times, ended = split(weeks)
        pairs = list(zip(times, ended, strict=True))
        return CensoredData([t for t, e in pairs if e], right=[t for t, e in pairs if not e])

    curve = ecdf(scipys(TREATED)).sf
    for step in kaplan_meier(*split(TREATED)):
        assert step.surviving == pytest.approx(float(curve.evaluate(step.time)))
    expected = logrank(scipys(TREATED), scipys(PLACEBO)).pvalue
    assert log_rank(*split(TREATED), *split(PLACEBO)) == pytest.approx(expected)
