"""Lists of ServiceNow in the canonical tables: what each column was taken for, and what had to be computed."""

from pathlib import Path
from typing import Any

import duckdb

from ringtrue.importers.servicenow.importer import IMPORTER
from ringtrue.importers.servicenow.kinds import events_table, kinds
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, SourceFile
from ringtrue.tables import table

EXPORTS = Path(__file__).parents[2] / "exports" / "servicenow"


def read(path: Path, work: Path, mapping: Mapping | None = None) -> ReadResult:
    return IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings(), mapping)


def read_text(text: str, work: Path, name: str = "incident.csv") -> ReadResult:
    (work / name).write_text(text, "utf-8")
    return read(work / name, work)


def mapped(result: ReadResult, name: str = "cases") -> dict[str, Any]:
    return next(entry for entry in result.mapping.content["table"] if entry["name"] == name)


def values(result: ReadResult, column: str, raw: int = 0) -> list[Any]:
    rows = duckdb.execute(
        f'select "{column}" from {result.tables[raw].relation} order by source_row'
    ).fetchall()
    return [row[0] for row in rows]


def test_a_list_of_incidents_becomes_cases(tmp_path: Path) -> None:
    columns = mapped(read(EXPORTS / "incident.csv", tmp_path))["columns"]
    assert columns == {
        "id": "number",
        "kind": {"value": "incident"},
        "title": "short_description",
        "service": "business_service",
        "configuration_item": "cmdb_ci",
        "state": "state with hold reason",
        "opened_at": "opened_at",
        "recorded_at": "sys_created_on",
        "resolved_at": "resolved_at",
        "closed_at": "closed_at",
        "priority": "priority",
        "requester": "caller_id",
        "team": "assignment_group",
        "assignee": "assigned_to",
        "close_code": "close_code",
        "close_note": "close_notes",
        "elapsed_minutes": "business_duration in minutes",
        "reassignment_count": "reassignment_count",
        "reopen_count": "reopen_count",
        "reported_attained": "made_sla",
    }


def test_links_of_incidents_are_links(tmp_path: Path) -> None:
    entries = read(EXPORTS / "incident.csv", tmp_path).mapping.content["table"]
    links = [entry["columns"] for entry in entries if entry["name"] == "case_links"]
    assert [(link["to"], link["kind"]["value"]) for link in links] == [
        ("problem_id", "problem_of"),
        ("caused_by", "caused_by"),
    ]


def test_a_state_on_hold_is_read_with_whom_it_waits_for(tmp_path: Path) -> None:
    result = read(EXPORTS / "incident.csv", tmp_path)
    assert values(result, "state with hold reason") == ["7", "on hold/1", "2"]
    assert mapped(result)["values"]["state"] == {
        "2": "in_progress",
        "7": "closed",
        "on hold/1": "waiting_user",
    }


def test_a_hold_reason_that_was_left_behind_counts_for_nothing(tmp_path: Path) -> None:
    text = "number,caller_id,state,hold_reason,sys_id,assignment_group\nINC0000001,Ana,2,1,a,Desk\n"
    assert values(read_text(text, tmp_path), "state with hold reason") == ["2"]


DURATIONS = {
    "1970-01-01 01:28:00": "88.0",
    "1970-01-03 00:00:30": "2880.5",
    "1970-01-01T00:10:00Z": "10.0",
    "5400": "90.0",
    "1 Hour 3 Minutes": "63.0",
    "2 Days 4 Hours 1 Minute 30 Seconds": "3121.5",
    "1 Stunde 3 Minuten": "63.0",
    "2 Tage, 1 Stunde und 5 Minuten": "2945.0",
    "26:10:30": "1570.5",
    "0": "0.0",
    "2024-03-04 08:00:00": "2024-03-04 08:00:00",
    "5 apples": "5 apples",
    "soon": "soon",
    "-30": "-30",
}


def test_durations_become_minutes_and_what_is_none_stays_as_it_is(tmp_path: Path) -> None:
    rows = [f'INC{number:07},Ana,Desk,{number},"{duration}"\n' for number, duration in enumerate(DURATIONS)]
    text = "number,caller_id,assignment_group,sys_id,business_duration\n" + "".join(rows)
    assert values(read_text(text, tmp_path), "business_duration in minutes") == list(DURATIONS.values())


def test_durations_follow_the_order_of_the_dates_beside_them(tmp_path: Path) -> None:
    text = (
        "number,caller_id,assignment_group,sys_id,opened_at,business_duration\n"
        "INC0000001,Ana,Desk,a,03/14/2024 08:00:00,01/02/1970 00:00:00\n"
    )
    result = read_text(text, tmp_path)
    assert values(result, "business_duration in minutes") == ["1440.0"]
    assert result.mapping.content["read"]["date_order"] == "mdy"


def test_german_labels_mean_the_same_fields(tmp_path: Path) -> None:
    result = read(EXPORTS / "vorfall.csv", tmp_path)
    assert mapped(result)["columns"] == {
        "id": "Nummer",
        "kind": {"value": "incident"},
        "title": "Kurzbeschreibung",
        "state": "state with hold reason",
        "opened_at": "Geöffnet",
        "resolved_at": "Gelöst",
        "closed_at": "Geschlossen",
        "priority": "Priorität",
        "requester": "Anrufer",
        "team": "Zuweisungsgruppe",
        "assignee": "Zugewiesen an",
        "close_code": "Lösungscode",
    }
    assert mapped(result)["values"]["state"] == {
        "geschlossen": "closed",
        "on hold/warten auf lieferant": "waiting_supplier",
    }
    assert result.mapping.content["read"] == {"date_order": "dmy"}


def test_references_that_a_connector_has_split_are_read_by_their_stored_value(tmp_path: Path) -> None:
    text = (
        "sys_id,_fivetran_synced,number,caller_id_link,caller_id_value,assignment_group_link,assignment_group_value,state\n"
        "a1,2024-01-01,INC0000001,https://x,u1,https://y,g1,2\n"
    )
    result = read_text(text, tmp_path)
    columns = mapped(result)["columns"]
    assert (columns["id"], columns["requester"], columns["team"]) == (
        "sys_id",
        "caller_id_value",
        "assignment_group_value",
    )
    assert "records are named by their sys_id, as the references in this export are" in result.assumptions
    assert result.mapping.content["read"]["zone"] == "UTC"


def test_what_people_read_is_taken_before_what_the_tool_stores(tmp_path: Path) -> None:
    text = (
        "number,caller_id.value,caller_id.display_value,dv_assignment_group,assignment_group,sys_id\n"
        "INC0000001,u1,Ana,Desk,g1,a\n"
    )
    columns = mapped(read_text(text, tmp_path))["columns"]
    assert (columns["requester"], columns["team"]) == ("caller_id.display_value", "dv_assignment_group")


def test_a_flag_that_never_differs_is_left_out_and_said(tmp_path: Path) -> None:
    text = "number,caller_id,assignment_group,sys_id,made_sla\nINC0000001,Ana,Desk,a,true\nINC0000002,Ben,Desk,b,true\n"
    result = read_text(text, tmp_path)
    assert "reported_attained" not in mapped(result)["columns"]
    assert any(note.startswith("made_sla says the same on every row") for note in result.assumptions)


def test_the_field_that_is_filled_is_taken(tmp_path: Path) -> None:
    text = "number,caller_id,assignment_group,sys_id,business_service,service_offering\nINC0000001,Ana,Desk,a,,Mail\n"
    assert mapped(read_text(text, tmp_path))["columns"]["service"] == "service_offering"


def test_a_clock_keeps_both_times_at_which_its_target_is_due(tmp_path: Path) -> None:
    columns = mapped(read(EXPORTS / "task_sla.csv", tmp_path), "target_runs")["columns"]
    assert (columns["due_at"], columns["original_due_at"]) == ("Breach time", "Original breach time")


def test_a_breach_is_turned_into_a_claim_only_where_the_clock_has_stopped(tmp_path: Path) -> None:
    result = read(EXPORTS / "task_sla.csv", tmp_path)
    assert values(result, "attained when finished") == ["true", None, "false"]
    assert values(result, "stage with breach") == ["Completed", "Paused", "Completed/breached"]
    assert values(result, "metric by name") == [
        "resolution_minutes",
        "resolution_minutes",
        "response_minutes",
    ]
    assert values(result, "business_duration in minutes") == ["88.0", "90.0", "40.0"]


def test_tasks_of_several_sorts_are_read_each_as_its_own(tmp_path: Path) -> None:
    result = read(EXPORTS / "task.csv", tmp_path)
    assert [(entry["name"], entry["from"]) for entry in result.mapping.content["table"]] == [
        ("cases", "task of incidents"),
        ("cases", "task of requests"),
        ("cases", "task of problems"),
        ("changes", "task of changes"),
    ]
    assert [(raw.name, raw.rows) for raw in result.tables][-1] == ("task of others", 1)
    assert sum(raw.rows for raw in result.tables) == 5


def test_the_same_code_means_another_state_in_a_request(tmp_path: Path) -> None:
    entries = read(EXPORTS / "task.csv", tmp_path).mapping.content["table"]
    assert [entry["values"]["state"] for entry in entries[:3]] == [
        {"6": "resolved"},
        {"3": "closed"},
        {"106": "resolved"},
    ]


def test_a_list_by_number_with_records_of_another_sort_is_split(tmp_path: Path) -> None:
    text = (
        "Number,Opened,Short description,State,Assignment group,Caller\n"
        "INC0010001,2024-01-01 08:00:00,Mail,New,Desk,Ana\nINC0010002,2024-01-01 08:00:00,Mail,New,Desk,Ana\n"
        "PRB0010001,2024-01-01 08:00:00,Mail,New,Desk,\n"
    )
    result = read_text(text, tmp_path, "export.csv")
    assert [(raw.name, raw.rows) for raw in result.tables] == [
        ("export of incidents", 2),
        ("export of problems", 1),
    ]


def test_only_decided_approvals_of_changes_are_read(tmp_path: Path) -> None:
    result = read(EXPORTS / "sysapproval_approver.csv", tmp_path)
    assert values(result, "sys_id") == ["e1"]
    assert "approvals that were not decided were left out (1 rows)" in result.assumptions
    assert "approvals of other records than changes were left out (1 rows)" in result.assumptions


def test_users_of_programs_are_automation(tmp_path: Path) -> None:
    text = (
        "user_name,name,email,first_name,last_name,web_service_access_only,sys_id,sys_created_on\n"
        "ana,Ana Lima,,Ana,Lima,false,u1,2020-01-01\nbot,Bot,,,Bot,true,u2,2020-01-01\n"
    )
    result = read_text(text, tmp_path, "sys_user.csv")
    assert values(result, "kind of user") == ["person", "automation"]
    assert mapped(result, "parties")["columns"]["id"] == "name"


def test_a_table_without_use_gives_its_rows_and_no_mapping(tmp_path: Path) -> None:
    text = "sys_id,sys_created_on,sys_updated_on,sys_mod_count,colour\n1,2024-01-01,2024-01-01,0,red\n"
    result = read_text(text, tmp_path, "u_colours.csv")
    assert (result.tables[0].rows, result.mapping.content["table"]) == (1, [])


def test_a_mapping_of_the_auditor_is_taken_as_it_is(tmp_path: Path) -> None:
    mapping = Mapping(content={"importer": "servicenow", "read": {"date_order": "mdy"}, "table": []})
    assert read(EXPORTS / "incident.csv", tmp_path, mapping).mapping == mapping


def test_every_mapping_names_columns_and_values_of_the_tables() -> None:
    entries = [entry for kind in kinds().values() for entry in kind.tables]
    for entry in [*entries, events_table()]:
        declared = table(entry["name"])
        for column in entry["columns"]:
            assert declared.column(column)
        for column, known in entry.get("values", {}).items():
            allowed = declared.column(column).values
            assert not allowed or set(known.values()) <= set(allowed)
    states = set(table("cases").column("state").values)
    assert all(set(kind.states) <= states for kind in kinds().values())


def test_no_word_stands_for_two_states_of_one_sort_of_record() -> None:
    for kind in kinds().values():
        words = [word for known in kind.states.values() for word in known]
        assert len(words) == len(set(words))
