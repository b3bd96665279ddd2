"""What the engine makes of an export of Jira: typed values in the canonical tables, nothing lost."""

from pathlib import Path
from typing import Any

import pytest

from ringtrue import plugins
from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming, Loaded
from ringtrue.importers.jira.importer import IMPORTER
from ringtrue.model.source import ReadSettings, SourceFile

EXPORTS = Path(__file__).parents[2] / "exports" / "jira"
FIXTURES = Path(__file__).parents[4] / "shared" / "data" / "importer_fixtures" / "jira"
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
    assert max(sure, key=lambda name: sure[name]) == "jira"


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


def test_each_cycle_of_a_clock_is_a_run_of_its_own(tmp_path: Path) -> None:
    query = "select state, elapsed_minutes, reported_attained from target_runs where target = 'Time to resolution' order by all"
    assert rows("search.json", tmp_path, query) == [
        ("met", 60.0, True),
        ("missed", 100.0, False),
        ("paused", 20.0, None),
    ]


@pytest.mark.slow
def test_whom_jira_calls_a_customer_is_a_user_and_the_organisation_is_the_customer(tmp_path: Path) -> None:
    query = "select requester, customer from cases where id = 'ITS-1'"
    assert rows("search.json", tmp_path, query) == [("qm:uma", "Hill School")]
    assert rows("search.json", tmp_path, "select role, score from survey_responses") == [("user", 2.0)]


def test_an_assignee_is_no_team_and_the_first_state_comes_before_the_changelog(tmp_path: Path) -> None:
    query = """select activity, state, team from case_events where "case" = 'ITS-1' and activity is distinct from 'note'
        and field is distinct from 'comment' order by "at", sequence limit 4"""
    assert rows("search.json", tmp_path, query) == [
        ("registered", "in_progress", None),
        ("assigned", None, None),
        ("assigned", None, "Mail team"),
        ("waiting", "waiting_user", None),
    ]


def test_a_changelog_that_is_cut_off_is_said_and_tells_no_first_state(tmp_path: Path) -> None:
    query = """select state from case_events where "case" = 'ITS-2'"""
    found, outcome = loaded(EXPORTS / "search.json", tmp_path, query)
    assert found == [(None,)]
    assert any("cut off; fetch" in note for note in outcome.assumptions["search.json"])


def test_the_navigator_tells_what_remains_of_a_target_and_no_more(tmp_path: Path) -> None:
    query = "select state, reported_attained, elapsed_minutes from target_runs order by source_row"
    assert rows("navigator.csv", tmp_path, query) == [("missed", False, None), (None, None, None)]
