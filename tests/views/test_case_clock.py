"""The clock of a case, recomputed: every rule of it on a case small enough to be counted by hand."""

from typing import Any

import pytest

from tests.given import view

Rows = list[dict[str, Any]]

OFFICE = [
    {"id": "office", "zone": "Europe/Berlin", "weekday": day, "opens": "09:00", "closes": "17:00"}
    for day in range(1, 6)
]


def case(**told: Any) -> dict[str, Any]:
    return {"id": "I1", "service": "mail", "priority": "P3", "opened_at": "2024-03-04T08:00Z", **told}


def target(**told: Any) -> dict[str, Any]:
    return {"id": "T1", "service": "mail", "metric": "resolution_minutes", "value": 240, **told}


def states(*steps: tuple[str, str]) -> Rows:
    return [{"case": "I1", "at": at, "state": state} for at, state in steps]


def clock(cases: Rows, targets: Rows, events: Rows, **more: Any) -> dict[str, Any]:
    audit = more.pop("audit", None)
    told = view("case_clock", {"cases": cases, "targets": targets, "case_events": events, **more}, audit)
    return next(row for row in told if row["case"] == "I1")


def test_without_a_calendar_the_clock_runs_day_and_night_and_the_target_itself_is_met() -> None:
    read = clock(
        [case(resolved_at="2024-03-04T12:00Z")], [target()], states(("2024-03-04T08:00Z", "assigned"))
    )
    assert (read["wall"], read["biz"], read["paused"], read["elapsed"]) == (240, 240, 0, 240)
    assert (read["attained"], read["attained_unpaused"]) == (True, True)


def test_a_second_past_the_target_is_a_miss() -> None:
    read = clock(
        [case(resolved_at="2024-03-04T12:00:01Z")], [target()], states(("2024-03-04T08:00Z", "assigned"))
    )
    assert read["attained"] is False


def test_only_the_hours_of_the_calendar_count_and_holidays_do_not() -> None:
    # From Friday 16:00 to Tuesday 10:00 in Berlin, Monday free: one hour and one hour.
    read = clock(
        [case(opened_at="2024-03-29T15:00Z", resolved_at="2024-04-02T08:00Z")],
        [target(calendar="office")],
        states(("2024-03-29T15:00Z", "assigned")),
        calendars=OFFICE,
        holidays=[{"calendar": "office", "day": "2024-04-01"}],
    )
    assert read["biz"] == 120


def test_daylight_saving_moves_the_hours_of_a_calendar() -> None:
    # Sunday 31 March 2024 has 23 hours in Berlin; the day before has 24.
    daily = [
        {"id": "daily", "zone": "Europe/Berlin", "weekday": day, "opens": "00:00", "closes": "24:00"}
        for day in (6, 7)
    ]
    read = clock(
        [case(opened_at="2024-03-29T23:00Z", resolved_at="2024-03-31T22:00Z")],
        [target(calendar="daily", value=9999)],
        states(("2024-03-29T23:00Z", "assigned")),
        calendars=daily,
    )
    assert read["biz"] == 47 * 60


def test_closing_at_24_00_counts_to_the_midnight_at_the_end_of_the_day() -> None:
    evening = [{"id": "late", "zone": "UTC", "weekday": 1, "opens": "20:00", "closes": "24:00"}]
    read = clock(
        [case(opened_at="2024-03-04T19:00Z", resolved_at="2024-03-05T06:00Z")],
        [target(calendar="late")],
        states(("2024-03-04T19:00Z", "assigned")),
        calendars=evening,
    )
    assert (read["biz"], read["attained"]) == (240, True)


def test_overlapping_spans_of_a_calendar_count_once() -> None:
    twice = [
        {"id": "twice", "zone": "UTC", "weekday": 1, "opens": "08:00", "closes": "12:00"},
        {"id": "twice", "zone": "UTC", "weekday": 1, "opens": "10:00", "closes": "14:00"},
    ]
    read = clock(
        [case(resolved_at="2024-03-04T20:00Z")],
        [target(calendar="twice")],
        states(("2024-03-04T08:00Z", "assigned")),
        calendars=twice,
    )
    assert read["biz"] == 360


def test_a_pause_told_twice_counts_once_and_only_inside_the_calendar() -> None:
    # Waiting from 16:00 to 11:00 the next day in Berlin: one hour and two hours inside the office hours.
    read = clock(
        [case(resolved_at="2024-03-05T14:00Z")],
        [target(calendar="office", value=9999)],
        states(
            ("2024-03-04T08:00Z", "in_progress"),
            ("2024-03-04T15:00Z", "waiting_user"),
            ("2024-03-04T18:00Z", "waiting_user"),
            ("2024-03-05T10:00Z", "in_progress"),
            ("2024-03-05T14:00Z", "resolved"),
        ),
        calendars=OFFICE,
    )
    assert (read["biz"], read["paused"]) == (14 * 60, 3 * 60)


def test_only_the_states_that_the_target_names_stop_its_clock() -> None:
    history = states(
        ("2024-03-04T08:00Z", "waiting_user"),
        ("2024-03-04T09:00Z", "waiting_supplier"),
        ("2024-03-04T11:00Z", "in_progress"),
        ("2024-03-04T12:00Z", "resolved"),
    )
    resolved = [case(resolved_at="2024-03-04T12:00Z")]
    assert clock(resolved, [target(pause_states="waiting_supplier")], history)["paused"] == 120
    assert clock(resolved, [target()], history)["paused"] == 60


@pytest.mark.parametrize("between", ["resolved", "closed"])
def test_the_time_between_a_resolution_and_a_reopening_stops_the_agreed_clock_and_not_the_users(
    between: str,
) -> None:
    read = clock(
        [case(resolved_at="2024-03-06T08:30Z")],
        [target()],
        states(
            ("2024-03-04T08:00Z", "in_progress"),
            ("2024-03-04T09:00Z", "resolved"),
            ("2024-03-04T10:00Z", between),
            ("2024-03-06T08:00Z", "in_progress"),
            ("2024-03-06T08:30Z", "resolved"),
        ),
    )
    assert (read["elapsed"], read["attained"], read["attained_unpaused"]) == (90, True, False)
    assert read["user_clock"] == 2 * 1440 + 30


def test_a_case_still_open_past_its_target_is_a_miss_and_one_within_it_is_censored() -> None:
    other = {"id": "I2", "service": "mail", "priority": "P3", "opened_at": "2024-03-04T18:00Z"}
    history = [*states(("2024-03-04T08:00Z", "assigned"))]
    history += [{"case": "I2", "at": "2024-03-04T18:00Z", "state": "assigned"}]
    told = view("case_clock", {"cases": [case(), other], "targets": [target()], "case_events": history})
    assert {row["case"]: row["attained"] for row in told} == {"I1": False, "I2": None}


def test_an_open_case_without_a_target_is_no_miss() -> None:
    history = states(("2024-03-04T08:00Z", "assigned"), ("2024-03-20T08:00Z", "in_progress"))
    read = clock([case()], [], history)
    assert (read["attained"], read["attained_unpaused"]) == (None, None)


def test_a_calendar_of_which_no_hours_are_known_decides_nothing() -> None:
    read = clock([case()], [target(calendar="unknown")], states(("2024-03-04T08:00Z", "assigned")))
    assert (read["biz"], read["attained"]) == (None, None)


def test_a_case_resolved_before_it_was_opened_cannot_be_judged() -> None:
    read = clock(
        [case(resolved_at="2024-03-04T07:00Z")], [target()], states(("2024-03-04T08:00Z", "assigned"))
    )
    assert (read["wall"], read["attained"], read["attained_unpaused"]) == (-60, None, None)


def test_a_history_without_states_does_not_show_the_pauses() -> None:
    events = [{"case": "I1", "at": "2024-03-04T08:00Z", "team": "A"}]
    read = clock([case(resolved_at="2024-03-04T12:00Z")], [target()], events)
    assert (read["elapsed"], read["attained"], read["attained_unpaused"]) == (None, None, True)


def test_fractions_of_minutes_leave_no_dust_at_the_target() -> None:
    pauses = [("2024-03-04T08:00:00Z", "in_progress")]
    for minute in range(1, 40):
        pauses += [(f"2024-03-04T08:{minute:02}:00.1Z", "waiting_user")]
        pauses += [(f"2024-03-04T08:{minute:02}:20.3Z", "in_progress")]
    read = clock(
        [case(resolved_at="2024-03-04T09:00:00Z")], [target(value=60 - 39 * 20.2 / 60)], states(*pauses)
    )
    assert read["attained"] is True


def test_the_users_clock_runs_on_to_the_end_of_the_repeat() -> None:
    words = "the mail client closes without any message when a file is attached"
    first = case(requester="u1", title=words, resolved_at="2024-03-04T09:00Z")
    again = {
        **case(requester="u1", title=words, opened_at="2024-03-05T08:00Z", resolved_at="2024-03-05T10:00Z"),
        "id": "I2",
    }
    read = clock([first, again], [target()], states(("2024-03-04T08:00Z", "assigned")))
    assert (read["wall"], read["user_clock"]) == (60, 26 * 60)


def test_the_target_of_the_last_priority_holds_and_that_of_the_first_is_kept_beside_it() -> None:
    given = {
        "cases": [case(priority="P3", resolved_at="2024-03-04T12:00Z")],
        "targets": [target(id="T1", priority="P1", value=60), target(id="T3", priority="P3", value=480)],
        "case_events": [
            {"case": "I1", "at": "2024-03-04T08:50Z", "field": "priority", "old": "P1", "new": "P3"}
        ],
    }
    told = {row["basis"]: row["target"] for row in view("bound_targets", given)}
    assert told == {"first": "T1", "last": "T3"}


def test_the_agreement_of_the_cases_own_customer_comes_before_the_strictest() -> None:
    agreements = [
        {"id": "A", "kind": "sla", "service": "mail", "customer": "sales"},
        {"id": "B", "kind": "sla", "service": "mail", "customer": "plant"},
    ]
    targets = [target(id="TA", agreement="A", value=480), target(id="TB", agreement="B", value=60)]
    resolved = "2024-03-04T12:00Z"
    history = states(("2024-03-04T08:00Z", "assigned"))
    own = clock([case(customer="sales", resolved_at=resolved)], targets, history, agreements=agreements)
    unknown = clock([case(resolved_at=resolved)], targets, history, agreements=agreements)
    assert (own["target"], unknown["target"]) == ("TA", "TB")


def test_what_a_supplier_has_promised_binds_no_case() -> None:
    agreements = [{"id": "S", "kind": "underpinning_contract", "service": "mail", "supplier": "x"}]
    targets = [target(id="TS", agreement="S", value=60), target(id="T", value=240)]
    read = clock(
        [case(resolved_at="2024-03-04T12:00Z")],
        targets,
        states(("2024-03-04T08:00Z", "assigned")),
        agreements=agreements,
    )
    assert read["target"] == "T"


def test_a_target_in_hours_is_held_in_minutes() -> None:
    read = clock(
        [case(resolved_at="2024-03-04T12:00Z")],
        [target(value=4, unit="hours")],
        states(("2024-03-04T08:00Z", "assigned")),
    )
    assert (read["target_minutes"], read["attained"]) == (240, True)


def test_a_priority_written_otherwise_is_found_by_its_rank_unless_a_target_has_its_very_word() -> None:
    history = states(("2024-03-04T08:00Z", "assigned"))
    resolved = case(priority="2 - High", resolved_at="2024-03-04T12:00Z")
    by_rank = clock([resolved], [target(id="T2", priority="High", value=300)], history)
    assert by_rank["target"] == "T2"
    both = [target(id="T2", priority="High", value=300), target(id="TU", priority="Urgent", value=60)]
    by_word = clock([case(priority="High", resolved_at="2024-03-04T12:00Z")], both, history)
    assert by_word["target"] == "T2"


def test_a_target_holds_for_cases_opened_while_it_was_in_force() -> None:
    targets = [target(id="OLD", value=60, valid_to="2024-03-04T08:00Z"), target(id="NEW", value=240)]
    read = clock([case(resolved_at="2024-03-04T12:00Z")], targets, states(("2024-03-04T08:00Z", "assigned")))
    assert read["target"] == "NEW"


def test_a_cancelled_case_has_no_clock() -> None:
    given = {"cases": [case(state="cancelled")], "targets": [target()]}
    assert view("case_clock", given) == []
