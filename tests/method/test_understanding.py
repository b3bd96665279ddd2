"""Understanding scored by two raters: relied on, tentative or to be done again; shares by concept and team, small groups hidden."""

from collections.abc import Sequence

import pytest

from ringtrue.method.understanding import Score, understanding
from ringtrue.statistics.agreement import krippendorff_alpha
from ringtrue.statistics.intervals import clopper_pearson, wilson


def _scores(pairs: Sequence[tuple[float, float]], team: str = "desk", persons: int = 5) -> list[Score]:
    """Two raters' scores, one answer after the other, shared out among the persons of a team."""
    return [
        Score(
            answer=f"{team}-{place}",
            person=f"{team}-p{place % persons}",
            concept=("service", "consequence")[place % 2],
            rater=rater,
            score=score,
            team=team,
        )
        for place, pair in enumerate(pairs)
        for rater, score in zip(("ada", "ben"), pair, strict=True)
    ]


AGREED = [(float(place % 5), float(place % 5)) for place in range(20)]


def test_raters_who_agree_can_be_relied_on() -> None:
    found = understanding(_scores(AGREED))
    assert (found.verdict, found.alpha, found.raters, found.scored, found.waiting) == ("rely", 1.0, 2, 20, 0)


def test_alpha_and_its_verdict_are_those_of_krippendorff_for_ranks() -> None:
    pairs = [(0, 1), (1, 1), (2, 1), (3, 3), (4, 3), (4, 4), (0, 0), (2, 3), (1, 2), (3, 4)]
    found = understanding(_scores([(float(a), float(b)) for a, b in pairs]))
    assert found.alpha == krippendorff_alpha(pairs, "ordinal")
    assert found.bounds is not None and found.alpha is not None
    assert found.bounds[0] < found.alpha < found.bounds[1]


@pytest.mark.parametrize(("off", "verdict"), [(0, "rely"), (1, "rely"), (3, "tentative"), (6, "again")])
def test_the_verdict_falls_with_the_answers_on_which_the_raters_differ(off: int, verdict: str) -> None:
    pairs = [(a, 4 - b if place < off else b) for place, (a, b) in enumerate(AGREED)]
    found = understanding(_scores(pairs))
    assert found.alpha is not None
    assert found.verdict == verdict, found.alpha


def test_scores_to_be_given_again_tell_no_shares() -> None:
    found = understanding(_scores([(float(place % 5), float((place * 3 + 2) % 5)) for place in range(20)]))
    assert found.verdict == "again"
    assert (found.whole, found.concepts, found.teams, found.hidden_teams) == (None, (), (), 0)


def test_an_answer_passes_from_two_and_a_half_in_the_mean_of_its_raters() -> None:
    pairs = [(2.0, 3.0), (2.0, 2.0), (3.0, 3.0), (0.0, 0.0), (4.0, 4.0), (1.0, 1.0)] * 2
    found = understanding(_scores(pairs))
    assert found.whole is not None
    assert (found.whole.passed, found.whole.answers) == (6, 12)
    assert (found.whole.wilson, found.whole.exact) == (wilson(6, 12), clopper_pearson(6, 12))


def test_concepts_and_teams_have_shares_of_their_own() -> None:
    good, bad = [(4.0, 4.0), (3.0, 3.0)] * 5, [(0.0, 0.0), (1.0, 1.0)] * 5
    found = understanding([*_scores(good, "desk"), *_scores(bad, "network")])
    assert [(one.name, one.share) for one in found.teams] == [("desk", 1.0), ("network", 0.0)]
    assert [one.name for one in found.concepts] == ["service", "consequence"]
    assert sum(one.answers for one in found.concepts) == found.scored


def test_of_groups_below_five_persons_nothing_is_told_but_their_number() -> None:
    found = understanding(
        [*_scores(AGREED, "desk", 5), *_scores(AGREED, "board", 4), *_scores(AGREED, "front", 1)]
    )
    assert [one.name for one in found.teams] == ["desk"]
    assert found.hidden_teams == 2
    assert "board" not in str(found)


def test_a_small_team_cannot_be_had_by_subtracting_the_teams_shown_from_the_whole() -> None:
    sizes = {"desk": 5, "network": 6, "board": 4}
    found = understanding([one for team, size in sizes.items() for one in _scores(AGREED, team, size)])
    assert [one.name for one in found.teams] == ["network"]
    assert found.hidden_teams == 2


def test_a_whole_of_four_persons_is_hidden_too() -> None:
    found = understanding(_scores(AGREED, persons=4))
    assert found.whole is not None
    assert (found.whole.share, found.whole.passed, found.whole.exact) == (None, None, None)


def test_an_answer_with_one_score_waits_and_counts_nowhere() -> None:
    lonely = Score(answer="x", person="x", concept="service", rater="ada", score=4)
    found = understanding([*_scores(AGREED), lonely])
    assert (found.scored, found.waiting) == (20, 1)


def test_of_a_rater_who_scored_twice_the_last_score_counts_and_makes_no_second_rater() -> None:
    first = Score(answer="x", person="x", concept="service", rater="ada", score=0)
    again = Score(answer="x", person="x", concept="service", rater="ada", score=4)
    assert understanding([first, again]).waiting == 1


def test_without_scores_nothing_is_known() -> None:
    found = understanding([])
    assert (found.verdict, found.alpha, found.scored) == ("unknown", None, 0)


def test_raters_who_gave_one_and_the_same_score_throughout_agree_though_alpha_is_undefined() -> None:
    found = understanding(_scores([(3.0, 3.0)] * 10))
    assert (found.verdict, found.alpha, found.bounds) == ("rely", None, None)
    assert found.whole is not None and found.whole.share == 1.0
