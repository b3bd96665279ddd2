"""Tables of GLPI's database in the canonical tables: its traps, one by one. The exports are invented."""

from pathlib import Path
from typing import Any

import pytest
from tests.importers.declared_exports import Taken, take

from ringtrue.importers.declared.kinds import kinds
from ringtrue.importers.glpi.importer import IMPORTER
from ringtrue.tables import table

EXPORTS = Path(__file__).parents[2] / "exports" / "glpi"


def taken(names: str, query: str, work: Path) -> Taken:
    return take(IMPORTER, [EXPORTS / name for name in names.split()], query, work)


def rows(names: str, query: str, work: Path) -> list[tuple[Any, ...]]:
    return taken(names, query, work).rows


def test_waiting_that_has_moved_the_deadline_is_never_subtracted_again(tmp_path: Path) -> None:
    found = taken(
        "glpi_tickets.csv",
        "select due_at::varchar, original_due_at, elapsed_minutes, paused_minutes, state, reported_attained "
        """from target_runs where "case" = '1' and metric = 'resolution_minutes'""",
        tmp_path,
    )
    assert found.rows == [("2024-03-04 15:00:00", None, 180.0, 180.0, "met", True)]
    assert any("no waiting is subtracted again" in note for note in found.assumptions)


def test_a_ticket_solved_after_its_moved_deadline_is_missed(tmp_path: Path) -> None:
    query = "select id, reported_attained from cases order by id"
    assert rows("list.csv", query, tmp_path) == [("1001", True), ("1002", None), ("1003", False)]


def test_a_ticket_without_a_promise_has_no_run_of_a_clock(tmp_path: Path) -> None:
    query = """select "case", metric from target_runs order by all"""
    assert rows("glpi_tickets.csv", query, tmp_path) == [
        ("1", "resolution_minutes"),
        ("1", "response_minutes"),
        ("2", "resolution_minutes"),
    ]


def test_the_number_of_a_status_is_read_as_its_state(tmp_path: Path) -> None:
    query = "select state, kind from cases order by id"
    assert rows("glpi_tickets.csv", query, tmp_path) == [
        ("closed", "incident"),
        ("waiting_other", "request"),
        ("cancelled", "incident"),
    ]


def test_a_ticket_in_the_trash_is_cancelled_and_said(tmp_path: Path) -> None:
    notes = taken("glpi_tickets.csv", "select 1", tmp_path).assumptions
    assert "tickets in the trash (is_deleted) are read as cancelled" in notes


def test_a_higher_number_presses_more_so_priorities_are_read_as_words(tmp_path: Path) -> None:
    query = "select priority from cases order by id"
    assert rows("glpi_tickets.csv", query, tmp_path) == [("High",), ("Critical (major)",), ("Very low",)]


def test_a_raised_priority_in_the_history_is_no_downgrade(tmp_path: Path) -> None:
    query = "select old, new from case_events where field = 'priority'"
    assert rows("glpi_logs.csv", query, tmp_path) == [("Very high", "Critical (major)")]


def test_the_requester_is_an_actor_of_type_1_and_no_observer(tmp_path: Path) -> None:
    query = "select requester, assignee, team from cases"
    assert rows("glpi.json", query, tmp_path) == [("user 5", "user 6", "group 3")]


def test_of_groups_only_those_in_charge_become_the_team(tmp_path: Path) -> None:
    query = "select team, activity from case_events where team is not null or activity = 'assigned'"
    assert rows("glpi_logs.csv", query, tmp_path) == [("group 3", "assigned")]


def test_a_line_of_an_older_version_that_does_not_tell_the_role_assigns_nobody(tmp_path: Path) -> None:
    found = taken("glpi_logs.csv", "select team, activity from case_events where new = 'group 4'", tmp_path)
    assert found.rows == [(None, "field_changed")]
    assert any(note.startswith("older versions of GLPI do not write") for note in found.assumptions)


def test_a_history_of_states_knows_waits_returns_and_reopenings(tmp_path: Path) -> None:
    query = (
        """select activity, state from case_events where "case" = '1' and field = 'state' order by sequence"""
    )
    assert rows("glpi_logs.csv", query, tmp_path) == [
        ("field_changed", "assigned"),
        ("waiting", "waiting_other"),
        ("resumed", "assigned"),
        ("resolved", "resolved"),
        ("closed", "closed"),
        ("reopened", "assigned"),
    ]


def test_a_follow_up_in_the_history_is_neither_message_nor_reply(tmp_path: Path) -> None:
    query = "select activity from case_events where raw_activity = 'ITILFollowup'"
    assert rows("glpi_logs.csv", query, tmp_path) == [(None,)]


def test_only_a_public_follow_up_is_a_reply_or_a_message(tmp_path: Path) -> None:
    query = "select note, activity from case_events where note is not null order by all"
    assert rows("glpi.json glpi_itilfollowups.csv", query, tmp_path) == [
        ("Between us", "note"),
        ("Is it better?", "message_to_user"),
        ("Yes", "reply_from_user"),
    ]


def test_automatic_closing_is_done_by_automation(tmp_path: Path) -> None:
    query = "select id from parties where kind = 'automation'"
    assert rows("glpi_logs.csv", query, tmp_path) == [("cron_closeticket",)]


def test_history_of_other_records_is_left_out_and_counted(tmp_path: Path) -> None:
    found = taken("glpi_logs.csv", "select 1", tmp_path)
    assert (found.loaded, found.rejected) == ({"glpi_logs.csv": 13}, {"glpi_logs.csv": 0})
    assert any(
        note.startswith("the history of other records") and "(1 rows)" in note for note in found.assumptions
    )


def test_problems_do_not_take_the_numbers_of_tickets(tmp_path: Path) -> None:
    query = """select distinct "case" from case_events order by 1"""
    assert rows("glpi_logs.csv", query, tmp_path) == [("1",), ("problem 1",)]


def test_an_invitation_without_a_date_of_answer_is_no_answer_whatever_its_mark(tmp_path: Path) -> None:
    names = "glpi_ticketsatisfactions.csv"
    assert rows(names, "select count(*) from survey_invites", tmp_path) == [(2,)]
    query = "select invite, role, score, scale_max from survey_responses"
    assert rows(names, query, tmp_path) == [("survey 1", "user", 4.0, 5.0)]


def test_only_decided_validations_are_approvals(tmp_path: Path) -> None:
    query = "select object, approver, requester, decision from approvals order by id"
    found = taken("glpi_changevalidations.csv", query, tmp_path)
    assert found.rows == [
        ("change 1", "user 6", "user 5", "approved"),
        ("change 2", "user 6", "user 5", "rejected"),
    ]
    assert any("left out (1 rows)" in note for note in found.assumptions)


def test_a_change_has_no_class_that_gaming_could_be_read_from(tmp_path: Path) -> None:
    query = """select id, "class", started_at, backout from changes"""
    assert rows("glpi_changes.csv", query, tmp_path) == [("change 1", None, None, True)]


def test_a_service_level_of_no_known_service_binds_no_case(tmp_path: Path) -> None:
    query = "select id, metric, value, unit from targets order by id"
    assert rows("glpi_slas.csv", query, tmp_path) == [
        ("sla 2", "time_to_resolve", 4.0, "hour"),
        ("sla 3", "time_to_own", 30.0, "minute"),
    ]


def test_groups_that_cannot_be_in_charge_are_no_teams(tmp_path: Path) -> None:
    assert rows("glpi_groups.csv", "select id, kind from parties order by id", tmp_path) == [
        ("group 3", "team"),
        ("group 9", "unit"),
    ]


@pytest.mark.parametrize("kind", sorted(kinds(IMPORTER.package)))
def test_a_mapping_names_columns_and_values_of_the_tables(kind: str) -> None:
    declared = kinds(IMPORTER.package)[kind]
    for entry in declared.of("table"):
        known = table(entry["name"])
        assert all(known.column(column) for column in entry["columns"])
        for column, values in entry.get("values", {}).items():
            allowed = known.column(column).values
            assert not allowed or set(values.values()) <= set(allowed)
    assert set(declared.states.values()) <= set(table("cases").column("state").values)
