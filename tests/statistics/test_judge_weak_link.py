"""The judge of two shares that should go together."""

import pytest

from ringtrue.statistics.judges import decide, weak_link
from ringtrue.statistics.judges.weak_link import reliability


def rows(pairs, n=100, other_n=50):
    return [
        {"object": "all", "member": place, "hits": hits, "n": n, "other_hits": other, "other_n": other_n}
        for place, (hits, other) in enumerate(pairs)
    ]


def judged(given, **more):
    ((judgement, lead),) = decide(weak_link(**more)(given, {}))
    return judgement, lead


def test_shares_that_rise_together_are_no_lead():
    judgement, lead = judged(rows([(50 + 4 * k, 10 + 3 * k) for k in range(12)]))
    assert (judgement.estimate, lead) == (1.0, False)


def test_shares_against_one_another_are_a_lead():
    judgement, lead = judged(rows([(50 + 4 * k, 45 - 3 * k) for k in range(12)]))
    assert lead
    assert judgement.upper == -1.0


def test_an_upper_bound_above_the_limit_is_no_lead():
    # Without any order, and too few for the bound to fall under 0.3.
    mixed = [3, 11, 0, 7, 9, 1, 10, 4, 6, 2, 8, 5]
    judgement, lead = judged(rows([(50 + 4 * k, 10 + 3 * mixed[k]) for k in range(12)]))
    assert abs(judgement.estimate) < 0.2
    assert judgement.upper > 0.3 and not lead


def test_shares_that_chance_alone_gives_are_untestable():
    judgement, _ = judged(rows([(50 + k % 3, 10 + 3 * k) for k in range(12)]), names=("one", "other"))
    assert judgement.reason == "the one differs among them hardly more than chance gives"


def test_members_with_too_little_do_not_count():
    given = rows([(50 + 4 * k, 45 - 3 * k) for k in range(9)]) + rows([(10, 1)] * 5, n=19)
    assert judged(given)[0].reason == "only 9 services with enough of both; at least 10 are needed"


def test_reliability_is_one_for_what_chance_cannot_give_and_none_for_what_is_alike():
    assert reliability([(0, 1000), (1000, 1000)]) == 1.0
    assert reliability([(5, 10)] * 4) == 0.0
    # Variance seen .0196; by chance the mean of p (1 - p), .2402, over 100.
    assert reliability([(40, 101), (60, 101)]) == pytest.approx(1 - 0.240172 / 100 / 0.019606, abs=1e-4)
