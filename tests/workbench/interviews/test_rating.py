"""Two raters score, each without the other's score; both are shown, and recorded, when both are in."""

import pytest
from django.urls import reverse

from ringtrue.api import NewEntry, answer_id
from ringtrue.model.entry import to_content
from ringtrue.model.interview import Answer
from ringtrue.workbench.interviews.models import Score
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.interviews.test_interviews import OPEN, opened, own


def rating(cast: Cast) -> str:
    return reverse("interviews_rating", args=[cast.audit.pk])


@pytest.fixture
def noted(cast: Cast) -> int:
    """An answer is noted that shows understanding; its number."""
    own(cast, opened(cast), OPEN, concept="consequence")
    return int(cast.audit.records.get(kind="answer").first)


def score(cast: Cast, person: str, number: int, points: object, **more: str) -> str:
    said = {"answer": number, "score": points, **more}
    return cast.client(person).post(rating(cast), said, follow=True).content.decode()


def scores(cast: Cast) -> dict[str, float]:
    """What the trail holds, by rater."""
    found = AuditJournal(cast.audit).current("answer").values()
    return {one.content["rater"]: one.content["score"] for one in found if one.content["rater"]}


def test_each_answer_is_scored_by_anchors_for_each_level(cast: Cast, noted: int) -> None:
    (waiting,) = cast.client("ada").get(rating(cast)).context["page"]
    assert waiting.number == noted
    assert len(waiting.to_rate.anchors) == 5


def test_a_first_score_is_seen_by_nobody_and_is_not_in_the_trail(cast: Cast, noted: int) -> None:
    score(cast, "ada", noted, 3)
    assert scores(cast) == {}
    for person in ("ben", "eve"):
        seen = cast.client(person).get(rating(cast)).context
        assert seen["both"] == []
        assert [one.given for one in seen["page"]] == [None]
    own_page = cast.client("ada").get(rating(cast)).context
    assert [one.given for one in own_page["page"]] == [3]


def test_both_scores_are_recorded_and_shown_when_both_are_in(cast: Cast, noted: int) -> None:
    score(cast, "ada", noted, 3)
    assert "Both scores are in" in score(cast, "ben", noted, 1)
    assert scores(cast) == {"Ada": 3.0, "Ben": 1.0}
    (both,) = cast.client("ada").get(rating(cast)).context["both"]
    assert both.scores == (("Ada", 3.0), ("Ben", 1.0))


def test_before_both_are_in_a_rater_may_think_again(cast: Cast, noted: int) -> None:
    score(cast, "ada", noted, 3)
    score(cast, "ada", noted, 2)
    score(cast, "ben", noted, 1)
    assert scores(cast) == {"Ada": 2.0, "Ben": 1.0}


def test_there_is_no_third_rater(cast: Cast, noted: int) -> None:
    score(cast, "ada", noted, 3)
    score(cast, "ben", noted, 1)
    assert "two raters scored it already" in score(cast, "eve", noted, 4)
    assert scores(cast) == {"Ada": 3.0, "Ben": 1.0}


def test_a_rater_who_scores_again_is_recorded_with_the_reason(cast: Cast, noted: int) -> None:
    score(cast, "ada", noted, 3)
    score(cast, "ben", noted, 1)
    score(cast, "ben", noted, 2, reason="we went through the anchors")
    id = next(one.record for one in cast.audit.records.filter(kind="answer", content__rater="Ben"))
    history = AuditJournal(cast.audit).history("answer", id)
    assert [(one.content["score"], one.reason) for one in history] == [
        (1.0, "rating"),
        (2.0, "we went through the anchors"),
    ]


def test_one_person_under_another_name_is_still_one_rater(cast: Cast, noted: int) -> None:
    score(cast, "ada", noted, 3)
    cast.people["ada"].name = "Somebody Else"
    cast.people["ada"].save()
    score(cast, "ada", noted, 4)
    assert scores(cast) == {}
    assert Score.objects.get().score == 4


def test_two_persons_of_one_name_are_two_raters(cast: Cast, noted: int) -> None:
    cast.people["ben"].name = "Ada"
    cast.people["ben"].save()
    score(cast, "ada", noted, 3)
    score(cast, "ben", noted, 1)
    assert sorted(scores(cast).values()) == [1.0, 3.0]


def test_the_other_score_may_come_from_a_sheet(cast: Cast, noted: int) -> None:
    content = cast.audit.records.get(kind="answer").content
    given = Answer(interview=content["interview"], question=content["question"], score=0.0, rater="Zoe")
    entry = NewEntry(
        kind="answer",
        id=answer_id(given.interview, given.question, "Zoe"),
        by="Zoe",
        at="2026-05-05T08:00:00Z",
        reason="rating",
        content=to_content(given),
    )
    AuditJournal(cast.audit).append([entry])
    assert "Zoe" not in cast.client("ada").get(rating(cast)).content.decode()
    score(cast, "ada", noted, 1)
    assert scores(cast) == {"Ada": 1.0, "Zoe": 0.0}


@pytest.mark.parametrize("points", [-1, 5, "2.5", "four", "", "1e9"])
def test_no_other_score_is_taken(cast: Cast, noted: int, points: object) -> None:
    assert "A score is 0, 1, 2, 3 or 4" in score(cast, "ada", noted, points)
    assert not Score.objects.exists()


def test_what_is_no_answer_of_this_audit_is_not_scored(cast: Cast, noted: int) -> None:
    assert "not to be scored" in score(cast, "ada", noted + 1000, 2)
    assert "not to be scored" in score(cast, "ada", 1, 2)
    url = reverse("interviews_rating", args=[cast.other.pk])
    cast.client("dan").post(url, {"answer": noted, "score": 2})
    assert not Score.objects.exists()


@pytest.mark.parametrize("person", ["otto", "cleo", "admin"])
def test_who_is_not_of_the_team_scores_nothing(cast: Cast, noted: int, person: str) -> None:
    said = {"answer": noted, "score": 2}
    assert cast.client(person).post(rating(cast), said).status_code == 403
    assert cast.client(person).get(rating(cast)).status_code == 403
