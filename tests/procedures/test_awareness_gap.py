"""Training that is completed and not understood, and what is none."""

from typing import Any

from tests.given import Judged, judge

Rows = list[dict[str, Any]]


def told(
    passed: int,
    n: int = 24,
    persons: int = 6,
    completed: int = 20,
    trainings: int = 20,
    disagree: bool = False,
    raters: int = 2,
    role: str = "practitioner",
    elsewhere: int = 0,
    scores: tuple[tuple[float, float], ...] = ((4, 4), (3, 3), (1, 1), (0, 0)),
    concept: str | None = "whom it serves",
) -> Judged:
    """So many answers of the persons of one team, of which so many pass; so many of the persons are of another team."""
    staff = [f"P{place}" for place in range(persons)]
    answers: Rows = []
    for place in range(n):
        pair = scores[place % 2] if place < passed else scores[2 + place % 2]
        pair = (place % 5, (place * 3 + 2) % 5) if disagree else pair
        answers += [
            {
                "interview": f"V{place % persons}",
                "question": f"Q{place // persons}",
                "score": pair[rater],
                "rater": f"R{rater}",
            }
            for rater in range(raters)
        ]
    return judge(
        "substance.awareness-gap",
        {
            "parties": [
                {"id": one, "name": one, "kind": "person", "parent": "desk" if place >= elsewhere else "yard"}
                for place, one in enumerate(staff)
            ],
            "interviews": [
                {"id": f"V{place}", "party": one, "role": role, "held_at": "2024-03-01T00:00Z"}
                for place, one in enumerate(staff)
            ],
            "questions": [
                {"id": f"Q{place}", "text": "?", "concept": concept} for place in range(n // persons + 1)
            ],
            "answers": answers,
            "training_records": [
                {
                    "party": staff[place % persons],
                    "course": f"C{place}",
                    "completed_at": "2024-01-01T00:00Z" if place < completed else None,
                }
                for place in range(trainings)
            ],
        },
    )


def verdicts(judged: Judged) -> dict[str, tuple[str, str]]:
    return {row["item"]: (row["verdict"], row["reason"]) for row in judged.rows}


def test_completed_training_with_poor_answers_is_a_lead_of_the_team_and_of_the_whole() -> None:
    found = told(passed=12)
    assert sorted(lead.object.id for lead in found.result.leads) == ["desk", "organisation"]
    (desk,) = [lead for lead in found.result.leads if lead.object.id == "desk"]
    assert "100.0 % of trainings are completed, and 50.0 % of 24 answers show understanding" in desk.statement
    assert desk.records == 24
    assert found.result.facts[0].statement == "Krippendorff's alpha of the raters"
    assert found.result.facts[0].value == 1


def test_good_answers_are_none() -> None:
    assert told(passed=22).result.result == "no_lead"


def test_the_bound_decides_and_not_the_share() -> None:
    # Of 24, one-sided 95 % upper bounds: 15 -> 78.7 %, 16 -> 82.2 %.
    assert told(passed=15).result.result == "lead"
    assert told(passed=16).result.result == "no_lead"


def test_training_that_is_not_said_to_be_completed_claims_nothing() -> None:
    assert told(passed=6, completed=19).result.result == "lead"
    assert told(passed=6, completed=18).result.result == "no_lead"


def test_an_answer_passes_from_two_and_a_half_in_the_mean() -> None:
    assert told(passed=8, scores=((4, 4), (4, 4), (2.5, 2.5), (2.5, 2.5))).result.result == "no_lead"
    assert told(passed=8, scores=((4, 4), (4, 4), (2.5, 2), (2, 2))).result.result == "lead"


def test_raters_who_disagree_void_the_scores() -> None:
    found = told(passed=12, disagree=True)
    assert found.result.result == "insufficient_data"
    assert "the raters agree too little" in verdicts(found)["desk|team"][1]


def test_one_rater_is_not_enough() -> None:
    found = told(passed=12, raters=1)
    assert found.result.result == "insufficient_data"
    assert verdicts(found)["desk|team"][1] == "only 0 were rated by two; at least 10 are needed"


def test_few_persons_are_not_shown_and_without_training_nothing_is_said() -> None:
    assert verdicts(told(passed=6, persons=4))["desk|team"] == (
        "untestable",
        "only 4 persons; at least 5 are needed",
    )
    assert verdicts(told(passed=6, trainings=0))["desk|team"] == (
        "untestable",
        "nothing is known of their training",
    )


def test_customers_and_users_are_not_asked_and_questions_without_a_concept_do_where_none_has_one() -> None:
    assert told(passed=6, role="user").result.result == "not_applicable"
    assert told(passed=6, concept=None).result.result == "lead"


def test_nobodys_answers_can_be_had_by_taking_a_team_from_the_whole() -> None:
    one_apart = told(passed=12, n=42, persons=7, elsewhere=1)
    assert verdicts(one_apart)["desk|team"] == (
        "untestable",
        "not shown, as the answers of fewer than five others could be told from it and the whole",
    )
    assert [lead.object.id for lead in one_apart.result.leads] == ["organisation"]
    five_apart = told(passed=20, n=60, persons=10, elsewhere=5)
    assert sorted(lead.object.id for lead in five_apart.result.leads) == ["desk", "organisation", "yard"]
