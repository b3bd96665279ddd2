"""Histories and snapshots of ServiceNow become events."""

from pathlib import Path

import duckdb
import pytest

from ringtrue.importers.servicenow.importer import IMPORTER
from ringtrue.model.source import ReadResult, ReadSettings, SourceFile

EXPORTS = Path(__file__).parents[2] / "exports" / "servicenow"
UCI = Path(__file__).parents[4] / "shared" / "data" / "uci_incident" / "incident_event_log.csv.gz"


def read(path: Path, work: Path) -> ReadResult:
    return IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings())


def read_text(text: str, work: Path, name: str) -> ReadResult:
    (work / name).write_text(text, "utf-8")
    return read(work / name, work)


def column(result: ReadResult, name: str) -> list[object]:
    rows = duckdb.execute(f'select "{name}" from {result.tables[0].relation} order by source_row').fetchall()
    return [row[0] for row in rows]


def test_a_row_for_each_update_is_an_event_and_the_last_tells_the_case(tmp_path: Path) -> None:
    events, cases, links = read(EXPORTS / "incident_event_log.csv", tmp_path).mapping.content["table"]
    assert events["columns"] == {
        "case": "number",
        "at": "sys_updated_at",
        "sequence": "sys_mod_count",
        "state": "incident_state",
        "raw_state": "incident_state",
        "actor": "sys_updated_by",
        "team": "assignment_group",
    }
    assert (events["primary"], events["flags"]) == (True, ["made_sla"])
    assert (cases["per"], cases["columns"]["reported_attained"], "primary" in cases) == (
        "id",
        "made_sla",
        False,
    )
    assert (links["per"], links["columns"]["to"]) == ("from", "problem_id")


def test_marks_and_the_order_of_dates_are_found_and_said(tmp_path: Path) -> None:
    result = read(EXPORTS / "incident_event_log.csv", tmp_path)
    assert result.mapping.content["read"] == {"date_order": "dmy", "missing": ["?", "-100"]}
    assert '"-100" (1 times) was taken for no value' in result.assumptions
    assert any(note.startswith("dates are read as day, month, year: 11 of 24") for note in result.assumptions)


def test_dates_that_fit_both_orders_are_said_to_be_a_guess(tmp_path: Path) -> None:
    text = "number,caller_id,assignment_group,sys_id,opened_at\nINC0000001,Ana,Desk,a,01/02/2024 08:00\n"
    notes = read_text(text, tmp_path, "incident.csv").assumptions
    assert any("though none of 1 shows it: check this" in note for note in notes)


def test_a_number_that_comes_once_is_no_event_log(tmp_path: Path) -> None:
    assert read(EXPORTS / "incident.csv", tmp_path).mapping.content["table"][0]["name"] == "cases"


def test_an_audit_trail_tells_what_was_done(tmp_path: Path) -> None:
    result = read(EXPORTS / "sys_audit.csv", tmp_path)
    done = ["assigned", "resolved", "reopened", "waiting", None, "resumed", "field_changed"]
    assert column(result, "what was done") == done
    assert column(result, "record") == ["INC0010001"] * 7


def test_an_audit_trail_is_read_table_by_table(tmp_path: Path) -> None:
    result = read(EXPORTS / "sys_audit.csv", tmp_path)
    assert [(raw.name, raw.rows) for raw in result.tables] == [
        ("sys_audit of incidents", 7),
        ("sys_audit of requests", 1),
        ("sys_audit of problems", 1),
        ("sys_audit of others", 1),
    ]
    events = [entry for entry in result.mapping.content["table"] if entry["name"] == "case_events"]
    states = [entry["values"]["state"] for entry in events]
    assert states == [
        {"2": "in_progress", "3": "waiting_other", "6": "resolved"},
        {"3": "closed"},
        {"106": "resolved"},
    ]


def test_a_case_of_which_only_the_history_is_known_is_of_a_known_kind(tmp_path: Path) -> None:
    entries = read(EXPORTS / "sys_audit.csv", tmp_path).mapping.content["table"]
    kinds = [entry["columns"]["kind"]["value"] for entry in entries if entry["name"] == "cases"]
    assert kinds == ["incident", "request", "problem"]


def test_a_trail_that_knows_only_sys_ids_says_so(tmp_path: Path) -> None:
    text = (
        "sys_created_on,tablename,documentkey,fieldname,oldvalue,newvalue,user\n"
        f"2024-01-01 08:00:00,incident,{'a1' * 16},state,1,2,ana\n"
    )
    notes = read_text(text, tmp_path, "sys_audit.csv").assumptions
    assert any(note.startswith("the history names its records by sys_id") for note in notes)


def test_lines_of_a_history_name_their_record_in_words(tmp_path: Path) -> None:
    text = (
        "Set,Update time,Field,Label,Old,New,User name\n"
        "Incident: INC0010001,2024-01-01 08:00:00,state,State,New,In Progress,ana\n"
    )
    result = read_text(text, tmp_path, "sys_history_line.csv")
    assert column(result, "record") == ["INC0010001"]
    events = result.mapping.content["table"][0]["columns"]
    assert (events["at"], events["old"], events["new"], events["actor"]) == (
        "Update time",
        "Old",
        "New",
        "User name",
    )


def test_a_work_note_is_a_note_and_a_comment_is_not_guessed(tmp_path: Path) -> None:
    text = (
        "element_id,element,value,name,sys_created_on,sys_created_by\n"
        "a1,work_notes,looked at it,incident,2024-01-01 08:00:00,ben\na1,comments,hello,incident,2024-01-01 08:01:00,ben\n"
    )
    events = read_text(text, tmp_path, "sys_journal_field.csv").mapping.content["table"][0]
    assert events["columns"]["activity"] == "element"
    assert "comments" not in events["values"]["activity"]


@pytest.mark.slow
def test_the_published_event_log_is_read_whole(tmp_path: Path) -> None:
    if not UCI.exists():
        pytest.skip("the event log is not beside the repository")
    result = read(UCI, tmp_path)
    counted = duckdb.execute(
        f"select count(*), count(distinct number) from {result.tables[0].relation}"
    ).fetchall()
    assert counted == [(141_712, 24_918)]
    assert result.mapping.content["read"] == {"date_order": "dmy", "missing": ["?", "-100"]}
    assert '"-100" (5 times) was taken for no value' in result.assumptions
