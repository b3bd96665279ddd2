"""The judge that compares with peers."""

from ringtrue.statistics.funnel import funnel_limits
from ringtrue.statistics.judges import decide, funnel


def row(name, n, deviations, **more):
    return {"object": name, "n": n, "deviations": deviations, **more}


def peers(count=11, n=200, deviations=20, **more):
    """Peers near a tenth, a little apart."""
    return [row(f"peer {i:02}", n, deviations + i % 3 - 1, **more) for i in range(count)]


def leads(judge, rows, settings=None):
    return [judgement.object for judgement, lead in decide(judge(rows, settings or {})) if lead]


def test_peers_alike_are_no_lead():
    assert leads(funnel(), [*peers(), row("mine", 200, 22)]) == []


def test_an_object_far_above_its_peers_is_a_lead():
    assert leads(funnel(), [*peers(), row("mine", 200, 60)]) == ["mine"]


def test_what_was_compared_is_said():
    (*_, mine) = funnel()([*peers(), row("mine", 200, 60)], {})
    assert mine.estimate == 0.3
    assert 0.11 < mine.values["pooled"] < 0.12
    assert mine.values["pooled"] < mine.values["limit"] < 0.3
    assert mine.values["peers"] == 12
    assert mine.lower < 0.3 < mine.upper


def test_the_limit_is_the_one_that_a_chart_draws_from_the_pooled_share_and_the_dispersion():
    spread = [
        row(f"peer {i:02}", 300, deviations, stratum=f"kind {i % 2}")
        for i, deviations in enumerate(range(10, 130, 10))
    ]
    for judgement in funnel()(spread, {}):
        values = judgement.values
        drawn = funnel_limits(judgement.n, values["pooled"], values["dispersion"])
        assert values["limit"] == drawn[1]
        assert values["standardised_dispersion"] >= 1


def test_with_nine_peers_nothing_can_be_said():
    judgements = funnel()([*peers(8), row("mine", 200, 60)], {})
    assert not any(judgement.testable for judgement in judgements)
    assert judgements[0].reason.startswith("only 9 peers with at least 20 cases each; at least 10")


def test_ten_peers_are_enough():
    assert leads(funnel(), [*peers(9), row("mine", 200, 60)]) == ["mine"]


def test_an_object_with_few_cases_is_not_judged():
    (*_, mine) = funnel()([*peers(), row("mine", 19, 19)], {})
    assert (mine.testable, mine.reason) == (False, "only 19 cases; at least 20 are needed")


def test_an_object_within_its_limit_is_no_lead_though_its_share_is_high():
    assert leads(funnel(), [*peers(), row("mine", 20, 5)]) == []


def test_an_object_outside_by_less_than_the_effect_is_no_lead():
    rows = [*peers(n=20_000, deviations=2_000), row("mine", 20_000, 2_700)]
    assert leads(funnel(ratio=1.5), rows) == []
    assert leads(funnel(ratio=1.2), rows) == ["mine"]


def test_a_hundred_thousand_cases_make_no_lead_of_a_small_difference():
    rows = [*peers(n=100_000, deviations=10_000), row("mine", 100_000, 11_000)]
    (*_, mine) = funnel()(rows, {})
    assert mine.p_value < 1e-9
    assert leads(funnel(), rows) == []


def test_peers_that_differ_widely_among_themselves_hide_one_more_that_differs():
    spread = [row(f"peer {i:02}", 500, deviations) for i, deviations in enumerate(range(10, 130, 10))]
    assert leads(funnel(), [*spread, row("mine", 500, 130)]) == []


def test_a_high_share_that_comes_from_hard_cases_alone_is_no_lead():
    easy = [row(f"peer {i:02}", 300, 15, stratum="easy") for i in range(12)]
    hard = [row(f"peer {i:02}", 20, 10, stratum="hard") for i in range(12)]
    mine = [row("mine", 20, 1, stratum="easy"), row("mine", 200, 100, stratum="hard")]
    without_strata = [{**each, "stratum": None} for each in (*easy, *hard, *mine)]
    assert leads(funnel(), [*easy, *hard, *mine]) == []
    assert leads(funnel(), without_strata) == ["mine"]


def test_a_share_bad_within_strata_but_hidden_in_the_total_is_no_lead_either():
    # Worse than its peers on hard cases, but it has mostly easy ones: crude it is below the pool.
    easy = [row(f"peer {i:02}", 100, 5, stratum="easy") for i in range(12)]
    hard = [row(f"peer {i:02}", 100, 50, stratum="hard") for i in range(12)]
    mine = [row("mine", 1000, 90, stratum="easy")]
    assert leads(funnel(), [*easy, *hard, *mine]) == []


def test_work_that_nobody_else_does_cannot_be_compared():
    (*_, mine) = funnel()([*peers(stratum="mail"), row("mine", 200, 60, stratum="payroll")], {})
    assert not mine.testable
    assert mine.reason == (
        "only 0 of its 200 cases are of a kind that others have too; at least 20 are needed"
    )


def test_below_finds_the_one_that_is_too_low_by_points():
    rows = [*peers(deviations=120), row("mine", 200, 70)]
    assert leads(funnel("below", points=0.10), rows) == ["mine"]
    assert leads(funnel("below", points=0.30), rows) == []
    assert leads(funnel("above", points=0.10), rows) == []


def test_below_by_ratio_counts_downwards():
    rows = [*peers(deviations=120), row("mine", 200, 70)]
    assert leads(funnel("below", ratio=1.5), rows) == ["mine"]
    assert leads(funnel("below", ratio=2), rows) == []


def test_a_share_that_is_everywhere_nothing_is_no_lead():
    judgements = funnel()([row(f"peer {i}", 50, 0) for i in range(12)], {})
    assert all(judgement.testable and not judgement.effect for judgement in judgements)


def test_a_share_that_is_everywhere_all_is_no_lead():
    judgements = funnel("below")([row(f"peer {i}", 50, 50) for i in range(12)], {})
    assert all(judgement.testable and not judgement.effect for judgement in judgements)


def test_families_are_compared_within_themselves():
    mail = [*peers(family="mail"), row("mine", 200, 60, family="mail")]
    print_rows = [row(f"peer {i:02}", 200, 100, family="print") for i in range(11)]
    assert leads(funnel(), [*mail, *print_rows]) == ["mine"]


def test_rows_with_unknown_counts_are_left_out():
    (*_, mine) = funnel()([*peers(), row("mine", 200, None)], {})
    assert not mine.testable


def test_settings_give_the_numbers():
    rows = [*peers(), row("mine", 200, 60)]
    assert leads(funnel(ratio="times"), rows, {"times": 4}) == []
    assert leads(funnel(ratio="times"), rows, {"times": 2}) == ["mine"]


def test_no_rows_give_no_judgements():
    assert funnel()([], {}) == []
