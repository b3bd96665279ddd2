"""Rows that repeat an id and have a time of their own are the history of cases."""

import pytest

from ringtrue.model.errors import MappingIncomplete
from tests.importers.tabular.conftest import Reader, columns, export, values


def test_a_history_feeds_events_and_what_is_said_of_each_case(read: Reader) -> None:
    result = read(export("history.csv"), "history.csv")
    assert columns(result, "case_events") == {
        "case": "SR Number",
        "at": "Change Date+Time",
        "activity": ["Status", "Sub Status"],
        "state": ["Status", "Sub Status"],
        "raw_state": ["Status", "Sub Status"],
        "actor": "Owner First Name",
        "team": "Involved ST",
    }
    assert columns(result, "cases") == {
        "id": "SR Number",
        "kind": {"value": "incident"},
        "category": "Product",
        "opened_at": "Opened",
        "impact": "SR Latest Impact",
        "reported_attained": "Met SLA",
    }
    events, cases = result.mapping.content["table"]
    assert (events["primary"], cases["per"], cases["flags"]) == (True, "id", ["Met SLA"])


def test_states_are_told_and_an_unknown_one_stays_unknown(read: Reader) -> None:
    result = read(export("history.csv"), "history.csv")
    assert values(result, "case_events", "state") == {
        "Accepted/In Progress": "in_progress",
        "Accepted/Wait - User": "waiting_user",
        "Completed/Closed": "closed",
        "Completed/In Call": "resolved",
        "Queued/Awaiting Assignment": "assigned",
    }
    assert values(result, "case_events", "activity") == {
        "Accepted/Wait - User": "waiting",
        "Completed/Closed": "closed",
        "Completed/In Call": "resolved",
        "Queued/Awaiting Assignment": "assigned",
    }
    assert any("7 rows tell of 3 cases by SR Number" in note for note in result.assumptions)


def test_the_time_of_a_row_is_the_one_that_changes_within_cases(read: Reader) -> None:
    rows = "".join(f"{n // 3},2024-01-0{n // 3 + 1},2024-01-0{n % 9 + 1},Open\n" for n in range(9))
    result = read("Ticket,Date,Updated,Status\n" + rows)
    assert columns(result, "case_events")["at"] == "Updated"


def test_two_times_that_both_change_are_asked_about(read: Reader) -> None:
    rows = "".join(f"{n // 3},2024-01-0{n + 1},2024-02-0{n + 1},Open\n" for n in range(9))
    with pytest.raises(MappingIncomplete, match=r"time of each event; it may be .*Timestamp") as caught:
        read("Ticket,Timestamp,Updated,Status\n" + rows)
    assert 'at = "Timestamp"  # to be checked' in caught.value.proposal  # type: ignore[attr-defined]


def test_rows_of_cases_without_a_time_are_asked_about(read: Reader) -> None:
    rows = "".join(f"{n // 3},Open,Desk,a\n" for n in range(9))
    with pytest.raises(MappingIncomplete, match="a column with the time of each event") as caught:
        read("Ticket,Status,Assignment group,Caller\n" + rows)
    assert '# at = "…"  # still to be told: a column with the time of each event' in caught.value.proposal  # type: ignore[attr-defined]


def test_a_place_that_changes_within_cases_is_not_the_users(read: Reader) -> None:
    rows = "".join(f"{n // 3},2024-01-0{n + 1},Open,Site {n},Desk\n" for n in range(9))
    result = read("Ticket,Timestamp,Status,Location,Team\n" + rows)
    assert any('"Location" was not taken for site of cases' in note for note in result.assumptions)
    assert [part["name"] for part in result.mapping.content["table"]] == ["case_events"]


def test_changes_of_fields_tell_states_and_teams(read: Reader) -> None:
    lines = [
        "1,2024-01-01,Status,New,Closed",
        "1,2024-01-02,Assignment group,A,B",
        "2,2024-01-01,Status,New,Open",
        "2,2024-01-03,Colour,r,g",
    ]
    result = read("Ticket,Timestamp,Field,Old value,New value\n" + "\n".join(lines) + "\n")
    found = columns(result, "case_events")
    assert found["state"] == {"column": "New value", "when": {"Field": ["Status"]}}
    assert found["team"] == {"column": "New value", "when": {"Field": ["Assignment group"]}}
    assert values(result, "case_events", "state") == {"Closed": "closed", "Open": "new"}


def test_first_names_are_said_not_to_tell_persons_apart(read: Reader) -> None:
    rows = "".join(f"{n // 3},2024-01-0{n + 1},Open,se-Anna,Anna\n" for n in range(9))
    result = read("Ticket,Timestamp,Status,Resource,Owner First Name\n" + rows)
    assert any(
        note.startswith("Resource holds first names (1 different ones)") for note in result.assumptions
    )
