"""The judge of a group that is chosen less, or more, often."""

import pytest

from ringtrue.statistics.judges import decide, selection
from ringtrue.statistics.judges.selection import spread
from ringtrue.statistics.permutation import Counts


def row(hits, n, other_hits, other_n, stratum="P1"):
    return {
        "object": "mail",
        "stratum": stratum,
        "hits": hits,
        "n": n,
        "other_hits": other_hits,
        "other_n": other_n,
    }


def judged(*rows, **more):
    ((judgement, lead),) = decide(selection(**more)(list(rows), {}))
    return judgement, lead


def test_less_often_and_more_often_are_both_leads():
    judgement, lead = judged(row(2, 40, 50, 100))
    assert lead
    assert judgement.estimate == pytest.approx(-0.45)
    assert (judgement.n, judgement.deviations) == (140, 38)
    assert judged(row(38, 40, 50, 100))[1]


def test_a_small_difference_is_none_however_many():
    judgement, lead = judged(row(46_000, 100_000, 50_000, 100_000))
    assert judgement.p_value < 0.001 and not lead


def test_five_points_are_enough():
    assert judged(row(45_000, 100_000, 50_000, 100_000))[1]


def test_a_mixture_of_strata_is_no_difference():
    # Within each stratum the shares are alike; crude they are .26 against .74.
    judgement, lead = judged(row(16, 80, 4, 20, "P1"), row(16, 20, 64, 80, "P2"))
    assert judgement.estimate == pytest.approx(0.0) and not lead


def test_what_has_nothing_to_compare_is_untestable():
    assert judged(row(0, 40, 0, 0))[0].reason == "only 0 comparable cases; at least 20 are needed"
    assert judged(row(0, 9, 5, 50))[0].reason == "only 9 comparable missed cases; at least 10 are needed"
    assert judged(row(0, 40, 0, 50))[0].reason == "nobody was chosen"


def test_the_spread_is_that_of_sato():
    # One stratum, 10 of 40 against 30 of 60: P = -1.8, Q = 9 of weight 24.
    one = Counts(10, 40, 30, 60)
    p = (40**2 * 30 - 60**2 * 10 + 40 * 60 * 20 / 2) / 100**2
    q = (10 * 30 + 30 * 30) / 200
    assert spread([one], -0.25) == pytest.approx((-0.25 * p + q) ** 0.5 / 24)
    # Near to the usual error of a difference of independent shares.
    assert spread([one], -0.25) == pytest.approx((0.25 * 0.75 / 40 + 0.5 * 0.5 / 60) ** 0.5, rel=0.05)
