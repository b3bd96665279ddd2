"""The judge of a share claimed of all, from those who answered."""

import pytest

from ringtrue.statistics.judges import claim_bounds, decide
from ringtrue.statistics.judges.claim_bounds import bounds


def judged(**more):
    row = {
        "object": "W1",
        "claimed": 0.9,
        "invited": 1000,
        "answered": 150,
        "n_answers": 150,
        "n_satisfied": 135,
        "checked": False,
        **more,
    }
    ((judgement, lead),) = decide(claim_bounds()([row], {}))
    return judgement, lead


def test_nine_in_ten_of_fifteen_in_a_hundred_leave_nearly_everything_open():
    judgement, lead = judged()
    assert lead
    assert (judgement.lower, judgement.upper) == (pytest.approx(0.135), pytest.approx(0.985))
    assert (judgement.n, judgement.deviations) == (150, 850)


def test_a_claim_at_the_lower_bound_or_half_a_percent_above_is_no_lead():
    assert not judged(claimed=0.135)[1]
    assert not judged(claimed=0.14)[1]
    assert judged(claimed=0.141)[1]


def test_a_check_of_the_silent_answers_the_question_and_an_unknown_one_does_not():
    assert not judged(checked=True)[1]
    assert not judged(checked=None)[0].testable


def test_where_all_answered_the_share_is_what_it_is():
    assert bounds(0.9, 1.0) == pytest.approx((0.9, 0.9))
    assert not judged(invited=150)[1]


def test_what_cannot_be_is_untestable():
    assert judged(answered=9)[0].reason == "only 9 answers; at least 10 are needed"
    assert judged(invited=100)[0].reason == "more answered than were invited"
    assert judged(claimed=90)[0].reason == "what is claimed is not a share between 0 and 1"
    assert judged(unknown="no invitation is known")[0].reason == "no invitation is known"
