"""The judge of roles that see the same thing differently."""

import pytest

from ringtrue.statistics.judges import decide, perceived_apart


def rows(**roles):
    return [
        {"service": "mail", "question": "worth", "role": role, "score": score, "n": n}
        for role, marks in roles.items()
        for score, n in marks.items()
    ]


def judged(*given, **more):
    return decide(perceived_apart(**more)(list(given), {}))


def test_the_estimate_is_the_delta_of_the_role_that_judges_higher():
    ((judgement, lead),) = judged(*rows(user={1: 10}, customer={5: 10}))
    assert lead and judgement.estimate == pytest.approx(1.0)
    assert (judgement.object, judgement.family, judgement.n) == ("mail|customer|user", "worth", 20)
    assert judgement.values["higher"] == "customer"


def test_a_small_delta_is_none_however_many():
    ((judgement, lead),) = judged(*rows(user={3: 6000, 4: 4000}, customer={3: 4000, 4: 6000}))
    assert judgement.p_value < 1e-6 and judgement.estimate == pytest.approx(0.2) and not lead


def test_every_two_roles_are_compared():
    assert len(judged(*rows(user={1: 10}, customer={5: 10}, provider={5: 10}))) == 3


def test_all_marks_the_same_are_no_difference():
    ((judgement, lead),) = judged(*rows(user={4: 10}, customer={4: 10}))
    assert judgement.p_value == 1 and judgement.estimate == 0 and not lead


def test_of_fewer_than_five_not_even_the_number_is_told():
    ((judgement, _),) = judged(*rows(user={4: 100}, customer={1: 4}))
    assert not judgement.testable and judgement.n == 0 and "4" not in judgement.reason


def test_a_difference_among_ten_may_be_chance():
    ((_, lead),) = judged(*rows(user={3: 5, 4: 5}, customer={3: 2, 4: 8}))
    assert not lead
