"""The judge of what follows events."""

from itertools import product

import pytest

from ringtrue.statistics.judges import after_events, decide
from ringtrue.statistics.permutation import label_dealt_anew


def judged(after, before, **more):
    row = {"object": "mail", "after": after, "before": before, **more}
    ((judgement, lead),) = decide(after_events()([row], {}))
    return judgement, lead


def test_the_exact_p_counts_all_deals():
    strata = [(4, [1, 2]), (3, [3, 0, 1]), (0, [2])]
    deals = list(product(*([marked, *others] for marked, others in strata)))
    assert label_dealt_anew(strata) == pytest.approx(sum(sum(deal) >= 7 for deal in deals) / len(deals))


def test_twice_as_many_after_every_event_are_a_lead():
    judgement, lead = judged([4] * 12, [[2, 2, 2]] * 12)
    assert lead
    assert (judgement.estimate, judgement.deviations, judgement.n) == (2, 48, 48 + 72)


def test_as_many_as_before_are_no_lead():
    judgement, lead = judged([2, 1, 3] * 4, [[2, 1, 3]] * 12)
    assert not lead
    assert judgement.p_value > 0.3


def test_events_without_comparable_windows_are_left_out():
    judgement, _ = judged([4] * 12, [[2]] * 9 + [[]] * 3)
    assert judgement.reason == "only 9 changes with comparable windows before them; at least 10 are needed"


def test_nothing_before_is_a_lead_without_an_estimate():
    judgement, lead = judged([2] * 12, [[0, 0, 0]] * 12)
    assert lead
    assert judgement.estimate is None


def test_no_events_at_all_say_nothing():
    assert not judged(None, None)[0].testable
