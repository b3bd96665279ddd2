"""What the engine makes of an export of Zendesk: typed values in the canonical tables, nothing lost."""

from pathlib import Path
from typing import Any

import pytest

from ringtrue import plugins
from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming, Loaded
from ringtrue.importers.zendesk.importer import IMPORTER
from ringtrue.model.source import ReadSettings, SourceFile

EXPORTS = Path(__file__).parents[2] / "exports" / "zendesk"
FIXTURES = Path(__file__).parents[4] / "shared" / "data" / "importer_fixtures" / "zendesk"
GIVEN = [*sorted(EXPORTS.glob("*.json")), *sorted(EXPORTS.glob("*.csv"))]


def loaded(path: Path, work: Path, query: str) -> tuple[list[tuple[Any, ...]], Loaded]:
    read = IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings())
    with connection() as database:
        outcome = load(database, [Incoming(file=path.name, read=read, mapping=read.mapping)], "UTC")
        return database.execute(query).fetchall(), outcome


def rows(name: str, work: Path, query: str) -> list[tuple[Any, ...]]:
    return loaded(EXPORTS / name, work, query)[0]


@pytest.mark.parametrize("path", GIVEN, ids=lambda path: path.name)
def test_no_other_importer_claims_an_export(path: Path, tmp_path: Path) -> None:
    source = SourceFile(path=path, name=path.name)
    sure = {one.name: one.recognises(source, tmp_path, ReadSettings()).sure for one in plugins.importers()}
    assert max(sure, key=lambda name: sure[name]) == "zendesk"


def test_a_list_that_anybody_could_have_written_is_left_to_others(tmp_path: Path) -> None:
    path = tmp_path / "issue.csv"
    path.write_text("id,title,status,created,priority,assignee\n1,Mail,open,2024-01-01,3,Ana\n", "utf-8")
    assert IMPORTER.recognises(SourceFile(path=path, name=path.name), tmp_path, ReadSettings()).sure == 0


@pytest.mark.slow
def test_tables_of_a_connector_go_through_whole(tmp_path: Path) -> None:
    paths = sorted(FIXTURES.glob("*.csv.gz"))
    if not paths:
        pytest.skip("the tables of connectors are not beside the repository")
    for path in paths:
        assert IMPORTER.recognises(SourceFile(path=path, name=path.name), tmp_path, ReadSettings()).sure > 0
        outcome = loaded(path, tmp_path, "select 1")[1]
        assert not outcome.errors
        assert sum(outcome.rows.values()) == sum(outcome.loaded.values()) + sum(outcome.rejected.values())


def test_a_ticket_ends_at_its_solution_and_waits_for_whom_its_status_says(tmp_path: Path) -> None:
    query = "select id, kind, state, resolved_at is not null, requester, customer from cases order by id"
    assert rows("tickets.json", tmp_path, query) == [
        ("1", "incident", "closed", True, "7", "3"),
        ("2", "request", "waiting_supplier", False, "7", "3"),
        ("3", None, "cancelled", False, "7", "3"),
    ]


def test_an_offer_without_answer_is_an_invitation_only(tmp_path: Path) -> None:
    assert rows("tickets.json", tmp_path, 'select "case" from survey_invites order by 1') == [("1",), ("2",)]
    assert rows("tickets.json", tmp_path, 'select "case", score from survey_responses') == [("1", 0.0)]


def test_audits_are_a_history_of_states_and_teams(tmp_path: Path) -> None:
    query = 'select activity, state, team, actor from case_events where activity is not null order by "at", sequence'
    assert rows("audits.json", tmp_path, query) == [
        ("registered", "new", None, "7"),
        ("assigned", None, "4", "7"),
        ("waiting", "waiting_user", None, "9"),
        ("note", None, None, "9"),
        ("resumed", "in_progress", None, "7"),
        ("resolved", "resolved", None, "9"),
    ]


def test_ticket_events_count_seconds_since_1970(tmp_path: Path) -> None:
    query = 'select activity, state, cast("at" as varchar) from case_events'
    assert rows("ticket_events.json", tmp_path, query) == [("resolved", "resolved", "2024-01-02 09:00:00")]


def test_each_instance_of_a_metric_with_a_policy_is_a_run(tmp_path: Path) -> None:
    query = "select target, state, elapsed_minutes, reported_attained from target_runs order by started_at"
    assert rows("ticket_metric_events.json", tmp_path, query) == [
        ("Gold / reply_time", "met", 30.0, True),
        ("Gold / reply_time", "missed", None, False),
    ]
