"""What counts as the same trouble again."""

from typing import Any

import pytest

from tests.given import view

WORDS = "der Drucker im dritten Stock zieht das Papier schräg ein"
FIRST = {
    "id": "I1",
    "requester": "u1",
    "service": "print",
    "title": WORDS,
    "opened_at": "2024-03-04T08:00Z",
    "resolved_at": "2024-03-04T10:00Z",
    "closed_at": "2024-03-06T10:00Z",
    "closed_by": "ana",
}
AGAIN = {"id": "I2", "requester": "u1", "service": "print", "title": WORDS, "opened_at": "2024-03-07T08:00Z"}


def repeated(*cases: dict[str, Any], **more: Any) -> list[tuple[str, str]]:
    return [(row["case"], row["repeat_case"]) for row in view("repeats", {"cases": list(cases), **more})]


def test_the_same_words_of_the_same_user_on_the_same_service_within_a_week_are_a_repeat() -> None:
    assert repeated(FIRST, AGAIN) == [("I1", "I2")]


def test_seven_days_after_the_closing_still_count_and_a_second_more_does_not() -> None:
    assert repeated(FIRST, {**AGAIN, "opened_at": "2024-03-13T10:00:00Z"}) == [("I1", "I2")]
    assert repeated(FIRST, {**AGAIN, "opened_at": "2024-03-13T10:00:01Z"}) == []


def test_a_case_opened_between_resolution_and_closing_is_a_repeat_and_before_the_resolution_none() -> None:
    assert repeated(FIRST, {**AGAIN, "opened_at": "2024-03-05T10:00Z"}) == [("I1", "I2")]
    assert repeated(FIRST, {**AGAIN, "opened_at": "2024-03-04T09:00Z"}) == []


def test_under_automatic_closing_the_week_runs_from_the_resolution() -> None:
    robot = {**FIRST, "closed_by": "robot"}
    late = {**AGAIN, "opened_at": "2024-03-12T10:00Z"}
    assert repeated(robot, late, parties=[{"id": "robot", "kind": "automation"}]) == []
    assert repeated(FIRST, late) == [("I1", "I2")]


@pytest.mark.parametrize(
    "other",
    [
        {"requester": "u2"},
        {"service": "mail"},
        {"title": "der Drucker im dritten Stock meldet einen leeren Toner und druckt grau"},
        {"kind": "request"},
    ],
)
def test_another_user_service_trouble_or_a_wish_is_no_repeat(other: dict[str, str]) -> None:
    assert repeated(FIRST, {**AGAIN, **other}) == []


def test_few_words_say_too_little_unless_the_cases_are_linked() -> None:
    short = [{**FIRST, "title": "printer broken"}, {**AGAIN, "title": "printer broken"}]
    link = {"from": "I2", "to": "I1", "kind": "related"}
    assert repeated(*short) == []
    assert repeated(*short, case_links=[link]) == [("I1", "I2")]


def test_words_in_any_script_are_words() -> None:
    words = "не открывается почта после обновления программы на рабочем компьютере сегодня"
    assert repeated({**FIRST, "title": words}, {**AGAIN, "title": words}) == [("I1", "I2")]


def test_what_automation_reports_again_is_no_repeat() -> None:
    watch = [{**FIRST, "requester": "watch"}, {**AGAIN, "requester": "watch"}]
    assert repeated(*watch, parties=[{"id": "watch", "kind": "automation"}]) == []
