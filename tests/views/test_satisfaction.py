"""When an answer says satisfied."""

from datetime import date
from typing import Any

import pytest

from tests.given import view


@pytest.mark.parametrize(
    ("score", "lowest", "highest", "satisfied"),
    [
        (4, 1, 5, True),
        (3, 1, 5, False),
        (9, 0, 10, True),
        (8, 0, 10, False),
        (1, 0, 1, True),
        (0, 0, 1, False),
        (0, None, 1, False),
        (80, 0, 100, True),
        (79, 0, 100, False),
        (2, None, 2, None),
        (6, 1, 5, None),
        (0, 1, 5, None),
        (4, None, None, None),
    ],
)
def test_the_two_highest_marks_say_satisfied_as_far_as_the_scale_has_them(
    score: float, lowest: float | None, highest: float | None, satisfied: bool | None
) -> None:
    answer = {"id": "S1", "service": "mail", "score": score, "scale_min": lowest, "scale_max": highest}
    (read,) = view("satisfaction", {"survey_responses": [answer]})
    assert read["satisfied"] is satisfied


def test_the_role_is_that_of_the_answer_else_of_the_invitation_else_the_one_held() -> None:
    asked: dict[str, Any] = {"service": "mail", "score": 5, "scale_max": 5, "party": "p"}
    given = {
        "survey_invites": [{"id": "V", "role": "user"}],
        "role_assignments": [{"party": "p", "role": "customer", "service": "mail"}],
        "survey_responses": [
            {"id": "S1", "role": "sponsor", "invite": "V", **asked},
            {"id": "S2", "invite": "V", **asked},
            {"id": "S3", **asked},
        ],
    }
    told = {row["id"]: row["role"] for row in view("satisfaction", given)}
    assert told == {"S1": "sponsor", "S2": "user", "S3": "customer"}


def test_answers_outside_the_period_or_the_scope_do_not_count() -> None:
    given = {
        "survey_responses": [
            {"id": "S1", "service": "mail", "score": 5, "scale_max": 5, "answered_at": "2024-03-04T08:00Z"},
            {"id": "S2", "service": "mail", "score": 5, "scale_max": 5, "answered_at": "2023-03-04T08:00Z"},
            {"id": "S3", "service": "print", "score": 5, "scale_max": 5, "answered_at": "2024-03-04T08:00Z"},
        ]
    }
    audit = {"scope": ("mail",), "period": (date(2024, 1, 1), date(2024, 12, 31))}
    assert [row["id"] for row in view("satisfaction", given, audit)] == ["S1"]
