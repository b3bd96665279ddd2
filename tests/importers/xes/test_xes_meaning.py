"""What the keys of a log are taken for is told by keys and values, and is written down."""

from pathlib import Path
from typing import Any

import pytest

from ringtrue.importers.xes.importer import IMPORTER
from ringtrue.importers.xes.known import mapping_files
from ringtrue.model.source import ReadResult, ReadSettings, SourceFile
from ringtrue.tables import table

VINST = {
    "concept:name": "Accepted",
    "lifecycle:transition": "In Progress",
    "org:resource": "Anna",
    "org:role": "A2_1",
    "product": "P1",
    "impact": "High",
    "resource country": "France",
    "organization country": "fr",
}
INCIDENT = {**VINST, "org:group": "G97", "organization involved": "Org line C"}
PROBLEM = {**VINST, "org:group": "Org line C", "organization involved": "G97"}


def read(work: Path, *events: dict[str, str]) -> ReadResult:
    """The reading of a log with one trace of these events."""
    inner = "".join(
        '<event><date key="time:timestamp" value="2024-01-01T00:00:00Z"/>'
        + "".join(f'<string key="{key}" value="{value}"/>' for key, value in event.items())
        + "</event>"
        for event in events
    )
    path = work / "log.xes"
    path.write_text(f'<log><trace><string key="concept:name" value="A"/>{inner}</trace></log>', "utf-8")
    return IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings())


def tables(result: ReadResult) -> dict[str, dict[str, Any]]:
    return {entry["name"]: entry for entry in result.mapping.content["table"]}


def test_the_same_key_means_another_thing_in_incidents_and_problems(tmp_path: Path) -> None:
    incidents, problems = tables(read(tmp_path, INCIDENT)), tables(read(tmp_path, PROBLEM))
    assert incidents["case_events"]["columns"]["team"] == "org:group"
    assert problems["case_events"]["columns"]["team"] == "organization involved"
    assert incidents["cases"]["columns"]["kind"] == {"value": "incident"}
    assert problems["cases"]["columns"]["kind"] == {"value": "problem"}


def test_the_keys_of_a_known_log_with_other_values_are_no_known_log(tmp_path: Path) -> None:
    result = read(tmp_path, {**INCIDENT, "organization involved": "Sales"})
    assert not any("VINST" in note for note in result.assumptions)
    assert "cases" not in tables(result)


def test_the_notes_of_a_known_log_count_what_they_speak_of(tmp_path: Path) -> None:
    in_call = {**INCIDENT, "concept:name": "Completed", "lifecycle:transition": "In Call"}
    notes = read(tmp_path, INCIDENT, in_call, in_call).assumptions
    assert any(note.startswith("Completed/In Call (2 events) was taken for resolved") for note in notes)
    assert not any(note.startswith("Unmatched") for note in notes)


def test_states_are_told_by_known_words_where_a_log_says_resolved_or_closed(tmp_path: Path) -> None:
    events = tables(
        read(tmp_path, {"concept:name": "Wait"}, {"concept:name": "Closed"}, {"concept:name": "Tea"})
    )
    assert events["case_events"]["values"]["state"] == {"Closed": "closed", "Wait": "waiting_other"}


def test_without_a_word_for_resolved_or_closed_states_are_not_given(tmp_path: Path) -> None:
    result = read(tmp_path, {"concept:name": "Wait"}, {"concept:name": "Tea"})
    assert "state" not in tables(result)["case_events"]["columns"]
    assert (
        "no event says in known words that a case is resolved or closed: states are not known"
        in result.assumptions
    )


def test_work_that_has_only_begun_tells_no_state(tmp_path: Path) -> None:
    begun = {"concept:name": "Resolve ticket", "lifecycle:transition": "start"}
    done = {"concept:name": "Resolve ticket", "lifecycle:transition": "complete"}
    values = tables(read(tmp_path, begun, done))["case_events"]["values"]
    assert values["state"] == {"Resolve ticket/complete": "resolved"}
    assert values["activity"] == {
        "Resolve ticket/start": "work_started",
        "Resolve ticket/complete": "resolved",
    }


def test_marks_for_missing_values_are_found_and_counted(tmp_path: Path) -> None:
    result = read(tmp_path, {"concept:name": "?", "org:group": "UNKNOWN"}, {"concept:name": "?"})
    assert result.mapping.content["read"] == {"missing": ["?", "UNKNOWN"]}
    assert '"?" (2 times) was taken for no value' in result.assumptions


def test_only_columns_of_the_file_are_mapped(tmp_path: Path) -> None:
    columns = tables(read(tmp_path, {"concept:name": "Tea"}))["case_events"]["columns"]
    assert columns == {
        "case": "case:concept:name",
        "at": "time:timestamp",
        "sequence": "event:number",
        "raw_activity": ["concept:name"],
        "raw_state": ["concept:name"],
    }


def test_a_team_that_may_be_the_acting_one_is_said(tmp_path: Path) -> None:
    notes = read(tmp_path, {"org:group": "Desk"}).assumptions
    assert any(
        note.startswith("org:group was taken for the team that holds the case after the event")
        for note in notes
    )


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("<log><trace/></log>", 0.9),
        ('<log xes.version="1.0">', 1),
        ('<log><global scope="event"><string key="a" value="b"/></global><events/></log>', 0),
        ('<log><global scope="log"><string key="a" value="b"/></global></log>', 0),
        ("<log><object-types/></log>", 0),
        ("<html/>", 0),
        ("number,opened_at\n1,2\n", 0),
        ('{"log": "<log><trace/></log>"}', 0),
        ("<!DOCTYPE log [<!ENTITY a 'b'>]><log/>", 0.8),
    ],
)
def test_a_log_is_recognised_by_its_first_elements(text: str, sure: float, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text(text, "utf-8")
    assert IMPORTER.recognises(SourceFile(path=path, name="file"), tmp_path, ReadSettings()).sure == sure


@pytest.mark.parametrize(("name", "content"), mapping_files())
def test_the_mappings_of_known_logs_name_columns_and_values_of_the_tables(
    name: str, content: dict[str, Any]
) -> None:
    for entry in content["table"]:
        declared = table(entry["name"])
        for column in entry["columns"]:
            assert declared.column(column)
        for column, values in entry.get("values", {}).items():
            assert set(values.values()) <= set(declared.column(column).values)


@pytest.mark.parametrize(("name", "content"), mapping_files())
def test_a_known_log_is_asked_only_for_keys_that_tell_it(name: str, content: dict[str, Any]) -> None:
    asked = [note.get("distinct") for note in content["note"]]
    asked += [key for note in content["note"] for key in note.get("where", {})]
    asked += [entry["key"] for entry in content["fingerprint"]["share"]]
    assert {key for key in asked if key} <= set(content["fingerprint"]["keys"])
