"""Exports of iTop in the canonical tables: its traps, one by one. The exports are invented."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.importers.declared_exports import Taken, take

from ringtrue import plugins
from ringtrue.importers.declared.kinds import kinds
from ringtrue.importers.itop.importer import IMPORTER
from ringtrue.model.source import ReadSettings, SourceFile
from ringtrue.tables import table

ALL = Path(__file__).parents[2] / "exports"
EXPORTS = ALL / "itop"


def taken(names: str, query: str, work: Path) -> Taken:
    return take(IMPORTER, [EXPORTS / name for name in names.split()], query, work)


def rows(names: str, query: str, work: Path) -> list[tuple[Any, ...]]:
    return taken(names, query, work).rows


@pytest.mark.parametrize("path", sorted(EXPORTS.glob("*.[cj]s*")), ids=lambda path: path.name)
def test_an_invented_export_is_recognised_and_by_no_other_importer(path: Path, tmp_path: Path) -> None:
    source = SourceFile(path=path, name=path.name)
    found = {one.name: one.recognises(source, tmp_path, ReadSettings()).sure for one in plugins.importers()}
    assert found.pop("itop") >= 0.9
    assert max(found.values()) < 0.5


@pytest.mark.parametrize("tool", ["servicenow", "tabular", "xes", "glpi"])
def test_exports_of_others_are_left_to_them(tool: str, tmp_path: Path) -> None:
    paths = [path for path in (ALL / tool).iterdir() if path.suffix != ".md"]
    sure = {
        path.name: IMPORTER.recognises(SourceFile(path=path, name=path.name), tmp_path, ReadSettings()).sure
        for path in paths
    }
    assert {name for name, found in sure.items() if found} == set()


@pytest.mark.parametrize(
    "text",
    [
        "ref,title,status,start_date\nR-1,Mail,new,2024-01-01\n",
        "Ref;Title;Status;Priority;Agent\n1;Mail;New;High;Ben\n",
        "id,name,status,description\n1,Mail,production,Mailboxes\n",
    ],
)
def test_a_list_that_anybody_could_have_written_is_left_to_others(text: str, tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text(text, "utf-8")
    source = SourceFile(path=tmp_path / "export.csv", name="export.csv")
    assert IMPORTER.recognises(source, tmp_path, ReadSettings()).sure == 0


def test_pending_time_that_the_stopwatch_left_out_is_not_subtracted_again(tmp_path: Path) -> None:
    query = (
        "select elapsed_minutes, paused_minutes, state from target_runs "
        """where "case" = 'ticket 12' and metric = 'resolution_minutes'"""
    )
    found = taken("UserRequest.csv", query, tmp_path)
    assert found.rows == [(180.0, 180.0, "met")]
    assert any("no pending time is subtracted again" in note for note in found.assumptions)


def test_a_passed_time_is_turned_around_and_claimed_only_where_the_ticket_is_resolved(tmp_path: Path) -> None:
    query = "select id, reported_attained from cases order by id"
    assert rows("UserRequest.csv", query, tmp_path) == [
        ("ticket 12", True),
        ("ticket 13", None),
        ("ticket 15", False),
    ]


def test_one_means_very_satisfied_so_marks_are_turned_around(tmp_path: Path) -> None:
    query = """select "case", role, score, scale_min, scale_max from survey_responses order by all"""
    found = taken("UserRequest.csv", query, tmp_path)
    assert found.rows == [("ticket 12", "user", 4.0, 1.0, 4.0), ("ticket 15", "user", 1.0, 1.0, 4.0)]
    assert any(note.startswith("in iTop 1 is very satisfied") for note in found.assumptions)


def test_a_request_of_the_type_incident_is_an_incident(tmp_path: Path) -> None:
    query = "select id, kind, state from cases order by id"
    assert rows("UserRequest.csv", query, tmp_path) == [
        ("ticket 12", "incident", "closed"),
        ("ticket 13", "request", "waiting_other"),
        ("ticket 15", "incident", "resolved"),
    ]


def test_the_caller_is_the_requester_and_the_organization_the_customer(tmp_path: Path) -> None:
    query = (
        "select requester, customer, parties.kind from cases join parties on parties.id = customer "
        "where cases.id = 'ticket 12'"
    )
    assert rows("UserRequest.csv", query, tmp_path) == [("contact 21", "organization 3", "unit")]


def test_german_labels_and_durations_in_words_mean_the_same(tmp_path: Path) -> None:
    query = "select id, kind, state, elapsed_minutes, reported_attained from cases order by id desc"
    assert rows("anfragen.csv", query, tmp_path) == [
        ("R-000020", "request", "closed", 90.0, True),
        ("I-000021", "incident", "waiting_other", 30.0, None),
    ]


@pytest.mark.slow
def test_a_history_knows_waits_and_automatic_closing(tmp_path: Path) -> None:
    query = "select activity, state, actor from case_events where field = 'state' order by sequence"
    assert rows("UserRequest.csv history.csv", query, tmp_path) == [
        ("field_changed", "assigned", "contact 31"),
        ("waiting", "waiting_other", "contact 31"),
        ("resumed", "assigned", "contact 31"),
        ("resolved", "resolved", "contact 31"),
        ("closed", "closed", "Automatic - autoclose"),
    ]
    programs = rows("history.csv", "select id from parties where kind = 'automation'", tmp_path)
    assert programs == [("Automatic - autoclose",)]


def test_the_team_of_the_history_is_the_team_of_the_list(tmp_path: Path) -> None:
    query = (
        "select case_events.team, parties.name from case_events join parties on parties.id = case_events.team "
        "where case_events.team is not null"
    )
    assert rows("UserRequest.csv history.csv", query, tmp_path) == [("contact 5", "Helpdesk")]


def test_only_the_public_log_is_a_reply_or_a_message(tmp_path: Path) -> None:
    query = "select field, activity from case_events where raw_activity like '%caselog' order by sequence"
    assert rows("UserRequest.csv history.csv", query, tmp_path) == [
        ("comments", "reply_from_user"),
        ("comments", "message_to_user"),
        ("private_log", "note"),
    ]


def test_a_lower_number_presses_more_so_priorities_are_read_as_words(tmp_path: Path) -> None:
    query = "select old, new from case_events where field = 'priority'"
    assert rows("history.csv", query, tmp_path) == [("High", "Medium")]


def test_who_set_a_change_to_approved_is_its_approver(tmp_path: Path) -> None:
    query = "select object, approver, decision, decided_at::varchar from approvals"
    assert rows("history.csv", query, tmp_path) == [
        ("ticket 40", "Eva Sol", "approved", "2024-03-02 09:00:00")
    ]


def test_an_approver_by_name_is_the_same_person_as_the_requester_by_number(tmp_path: Path) -> None:
    text = (
        "id,change,date,userinfo,user_id,objclass,objkey,finalclass,attcode,oldvalue,newvalue\n"
        "1,1,2024-03-02 09:00:00,Cleo Rau,4,NormalChange,40,CMDBChangeOpSetAttributeScalar,status,new,approved\n"
    )
    (tmp_path / "own.csv").write_text(text, "utf-8")
    query = "select approver = changes.requester from approvals join changes on changes.id = object"
    assert take(IMPORTER, [EXPORTS / "change.csv", tmp_path / "own.csv"], query, tmp_path).rows == [(True,)]


def test_classes_of_changes_are_told_and_planned_times_are_not_taken_for_real_ones(tmp_path: Path) -> None:
    query = """select "class", backout, planned_start is not null, started_at, ended_at from changes order by id"""
    assert rows("change.csv", query, tmp_path) == [
        ("normal", True, True, None, None),
        ("standard", False, True, None, None),
        ("emergency", False, True, None, None),
    ]


def test_a_service_level_target_of_no_known_contract_binds_no_case(tmp_path: Path) -> None:
    query = "select id, metric, case_kind, priority, value, unit from targets order by id"
    assert rows("SLT.csv", query, tmp_path) == [
        ("slt 15", "ttr", "incident", "Critical", 1.0, "hours"),
        ("slt 27", "tto", "request", "Critical", 60.0, "minutes"),
    ]


def test_a_contract_is_an_agreement_with_its_customer(tmp_path: Path) -> None:
    query = "select kind, customer, supplier from agreements"
    assert rows("CustomerContract.csv", query, tmp_path) == [("sla", "organization 3", "organization 4")]


@pytest.mark.slow
def test_an_answer_of_the_rest_service_is_read_class_by_class(tmp_path: Path) -> None:
    query = "select id, kind, reported_attained, elapsed_minutes from cases order by id"
    found = taken("rest.json", query, tmp_path)
    assert found.rows == [("ticket 12", "incident", True, 180.0), ("ticket 14", "problem", None, None)]
    assert (found.loaded, found.rejected) == ({"rest.json": 2}, {"rest.json": 0})
    links = rows("rest.json", """select "from", "to", kind from case_links""", tmp_path)
    assert links == [("ticket 12", "ticket 14", "problem_of")]


def test_a_deep_object_in_an_answer_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    deep: Any = 1
    for _ in range(300):
        deep = {"a": deep}
    sound = {
        "ref": "R-1", "org_id": "1", "org_name": "D", "title": "Mail", "status": "new", "start_date": "2024-01-01 08:00:00",
        "operational_status": "ongoing", "caller_id": "2",
    }  # fmt: skip
    objects = {"UserRequest::1": {"fields": sound}, "UserRequest::2": {"fields": {"x": deep}}}
    (tmp_path / "deep.json").write_text(json.dumps({"objects": objects, "code": 0}), "utf-8")
    found = take(IMPORTER, [tmp_path / "deep.json"], "select id from cases", tmp_path)
    assert (found.rows, found.rejected) == ([("ticket 1",)], {"deep.json": 1})


def test_a_broken_answer_is_no_export_of_itop(tmp_path: Path) -> None:
    whole = (EXPORTS / "rest.json").read_text("utf-8")
    (tmp_path / "cut.json").write_text(whole[: len(whole) // 2], "utf-8")
    source = SourceFile(path=tmp_path / "cut.json", name="cut.json")
    assert IMPORTER.recognises(source, tmp_path, ReadSettings()).sure == 0


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
