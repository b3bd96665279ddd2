"""Whether a wait for the user shows a message at its start and a reply at its end."""

from typing import Any

import pytest

from tests.given import view

MESSAGE, REPLY = "message_to_user", "reply_from_user"


def waits(*more: dict[str, Any], ended_by: str = "ana", **tables: Any) -> dict[str, Any]:
    history = [
        {"case": "I1", "at": "2024-03-04T08:00Z", "state": "in_progress", "actor": "ana"},
        {"case": "I1", "at": "2024-03-04T09:00Z", "state": "waiting_user", "actor": "ana"},
        *({"case": "I1", **event} for event in more),
        {"case": "I1", "at": "2024-03-05T09:00Z", "state": "in_progress", "actor": ended_by},
        {"case": "I9", "at": "2024-03-04T09:00Z", "activity": MESSAGE, "actor": "ana"},
        {"case": "I9", "at": "2024-03-04T09:30Z", "activity": REPLY, "actor": "u9"},
    ]
    cases = [{"id": "I1", "requester": "u1", "opened_at": "2024-03-04T08:00Z"}]
    given = {"cases": cases, "case_events": history, **tables}
    return next(row for row in view("user_waits", given) if row["case"] == "I1")


def test_a_wait_with_message_and_reply_is_real() -> None:
    read = waits(
        {"at": "2024-03-04T09:05Z", "activity": MESSAGE}, {"at": "2024-03-05T08:00Z", "activity": REPLY}
    )
    assert (read["has_message"], read["has_reply"], read["is_empty"]) == (True, True, False)


@pytest.mark.parametrize(("at", "seen"), [("09:30:00", True), ("09:30:01", False)])
def test_the_message_is_to_come_within_half_an_hour_of_the_start(at: str, seen: bool) -> None:
    assert waits({"at": f"2024-03-04T{at}Z", "activity": MESSAGE})["has_message"] is seen


def test_a_wait_that_staff_end_without_a_reply_is_empty() -> None:
    read = waits({"at": "2024-03-04T09:05Z", "activity": MESSAGE})
    assert (read["has_message"], read["has_reply"], read["is_empty"]) == (True, False, True)


def test_a_wait_that_the_clock_or_the_user_ends_is_not_ended_by_staff() -> None:
    message = {"at": "2024-03-04T09:05Z", "activity": MESSAGE}
    by_clock = waits(message, ended_by="robot", parties=[{"id": "robot", "kind": "automation"}])
    by_user = waits(message, ended_by="u1")
    by_colleague = waits(
        message, ended_by="u2", parties=[{"id": "u2", "kind": "person", "provider_side": False}]
    )
    assert [read["is_empty"] for read in (by_clock, by_user, by_colleague)] == [False, False, False]


def test_where_no_history_holds_messages_or_replies_emptiness_is_unknown() -> None:
    history = [
        {"case": "I1", "at": "2024-03-04T09:00Z", "state": "waiting_user"},
        {"case": "I1", "at": "2024-03-05T09:00Z", "state": "in_progress"},
    ]
    (read,) = view("user_waits", {"case_events": history})
    assert (read["has_message"], read["has_reply"], read["is_empty"]) == (None, None, None)


def test_where_replies_are_never_recorded_the_message_alone_decides() -> None:
    history = [
        {"case": "I1", "at": "2024-03-04T09:00Z", "state": "waiting_user"},
        {"case": "I1", "at": "2024-03-04T09:10Z", "activity": MESSAGE},
        {"case": "I1", "at": "2024-03-05T09:00Z", "state": "in_progress"},
    ]
    (read,) = view("user_waits", {"case_events": history})
    assert (read["has_reply"], read["is_empty"]) == (None, False)
