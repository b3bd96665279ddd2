"""The judge of a part of a sum."""

from ringtrue.statistics.judges import decide, share_of_sums


def rows(*sums, n=5):
    return [{"object": "mail", "part": part, "whole": whole, "n": n, "deviations": 1} for part, whole in sums]


def judged(given, **more):
    ((judgement, lead),) = decide(share_of_sums(0.2, **more)(given, {}))
    return judgement, lead


def test_a_share_well_above_the_limit_in_every_cluster_is_a_lead():
    judgement, lead = judged(rows(*[(5, 10)] * 4, *[(4, 10)] * 4))
    assert lead
    assert judgement.estimate == 0.45
    assert (judgement.n, judgement.deviations) == (40, 8)


def test_the_limit_itself_is_no_effect():
    assert not judged(rows(*[(2, 10)] * 8))[1]


def test_one_cluster_that_holds_it_all_is_no_lead():
    judgement, lead = judged(rows((30, 40), *[(0, 10)] * 9))
    assert judgement.estimate > 0.2
    assert not lead


def test_nothing_in_the_part_is_a_share_of_nothing():
    judgement, lead = judged(rows(*[(0, 10)] * 8))
    assert (judgement.estimate, lead) == (0.0, False)


def test_too_few_and_too_few_clusters_are_untestable():
    assert judged(rows(*[(5, 10)] * 8, n=2))[0].reason == "only 16 cases; at least 20 are needed"
    assert judged(rows(*[(5, 10)] * 5))[0].reason == "only 5 clusters of time; at least 6 are needed"
    assert not judged(rows(*[(0, 0)] * 8))[0].testable


def test_the_same_rows_give_the_same_bounds():
    given = rows(*[(place % 4, 10) for place in range(12)])
    assert judged(given)[0] == judged(given)[0]
