"""From judgements to leads."""

from ringtrue.model import Judgement
from ringtrue.statistics.judges import decide


def judgement(name, p_value=None, effect=True, testable=True, family=""):
    return Judgement(object=name, n=50, p_value=p_value, effect=effect, testable=testable, family=family)


def leads(*judgements, q=0.05):
    return [judgement.object for judgement, lead in decide(judgements, q) if lead]


def test_an_effect_without_a_p_value_is_a_lead():
    assert leads(judgement("a")) == ["a"]


def test_an_effect_that_chance_may_give_is_no_lead():
    assert leads(judgement("a", p_value=0.2)) == []


def test_a_significant_difference_without_effect_is_no_lead():
    assert leads(judgement("a", p_value=1e-12, effect=False)) == []


def test_a_q_value_exactly_at_the_limit_is_no_lead():
    assert leads(judgement("a", p_value=0.05)) == []


def test_what_is_untestable_is_never_a_lead_and_no_member_of_the_family():
    judged = decide([judgement("a", p_value=0.04), judgement("b", p_value=0.9, testable=False)])
    assert [(each.q_value, lead) for each, lead in judged] == [(0.04, True), (None, False)]


def test_many_tests_in_one_family_raise_the_bar():
    others = [judgement(f"other {i}", p_value=0.5) for i in range(9)]
    assert leads(judgement("a", p_value=0.01), *others) == []
    assert leads(judgement("a", p_value=0.004), *others) == ["a"]


def test_families_do_not_weigh_on_one_another():
    others = [judgement(f"other {i}", p_value=0.5, family="team") for i in range(9)]
    assert leads(judgement("a", p_value=0.01, family="service"), *others) == ["a"]


def test_the_order_is_kept():
    judged = decide([judgement("b", 0.01), judgement("a", 0.001), judgement("c")])
    assert [each.object for each, _ in judged] == ["b", "a", "c"]
