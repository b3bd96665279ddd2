"""The judge of segments that miss a target which the whole meets."""

import pytest

from ringtrue.statistics.judges import decide, hidden_segment

WHOLE = {"object": "mail", "whole_n": 1000, "whole_hits": 960, "whole_expected": 950}


def row(segment, hits, n, target=0.95, **more):
    return {**WHOLE, "segment": segment, "hits": hits, "n": n, "target": target, **more}


def judged(*rows, **more):
    ((judgement, lead),) = decide(hidden_segment(**more)(list(rows), {}))
    return judgement, lead


def test_a_red_segment_of_a_green_whole_is_a_lead_and_the_worst_is_named():
    judgement, lead = judged(row("site A", 40, 60), row("site B", 50, 60), row("site C", 870, 880))
    assert lead
    assert judgement.values["segment"] == "site A"
    assert judgement.values["also"] == "; also site B 83.3 % of 60"
    assert (judgement.n, judgement.deviations) == (60, 20)


def test_a_whole_at_its_target_is_green_and_one_case_below_is_not():
    assert judged(row("site A", 40, 60, whole_hits=950))[1]
    judgement, lead = judged(row("site A", 40, 60, whole_hits=949))
    assert judgement.testable and not lead


def test_a_segment_that_chance_may_put_below_is_no_lead():
    assert not judged(row("site A", 18, 20))[1]


def test_many_segments_ask_for_more_evidence():
    # 25 of 30 at .95: p = .016; one of one segment, and one of forty.
    assert judged(row("site A", 25, 30))[1]
    others = [row(f"site {place}", 29, 30) for place in range(39)]
    assert not judged(row("site A", 25, 30), *others)[1]


def test_the_own_looser_target_counts():
    assert not judged(row("site A", 45, 60, target=0.75))[1]


def test_less_than_five_points_below_is_no_lead_however_many():
    assert not judged(row("site A", 9001, 10_000))[1]
    assert judged(row("site A", 9000, 10_000))[1]


def test_segments_and_wholes_that_are_too_small_are_untestable():
    assert not judged(row("site A", 5, 19))[0].testable
    assert not judged(row("site A", 5, 19, whole_n=19, whole_hits=19, whole_expected=18))[0].testable


def test_p_is_the_smallest_q_value_of_the_segments():
    one, _ = judged(row("site A", 25, 30))
    two, _ = judged(row("site A", 25, 30), row("site B", 30, 30))
    assert two.p_value == pytest.approx(2 * one.p_value)
