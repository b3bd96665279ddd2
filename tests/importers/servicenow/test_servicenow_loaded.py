"""What the engine makes of an export: typed values in the canonical tables, nothing lost."""

from pathlib import Path
from typing import Any

from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming
from ringtrue.importers.servicenow.importer import IMPORTER
from ringtrue.model.source import ReadSettings, SourceFile

EXPORTS = Path(__file__).parents[2] / "exports" / "servicenow"


def loaded(name: str, query: str, work: Path) -> tuple[list[tuple[Any, ...]], int, int]:
    """The rows of a query over the canonical tables, and how many rows were loaded and rejected."""
    read = IMPORTER.read(SourceFile(path=EXPORTS / name, name=name), work, ReadSettings())
    with connection() as database:
        outcome = load(database, [Incoming(file=name, read=read, mapping=read.mapping)], "UTC")
        return database.execute(query).fetchall(), outcome.loaded[name], outcome.rejected[name]


def test_incidents_are_typed(tmp_path: Path) -> None:
    query = "select id, kind, state, elapsed_minutes, reported_attained from cases order by id"
    assert loaded("incident.csv", query, tmp_path) == (
        [
            ("INC0010001", "incident", "closed", 88.0, True),
            ("INC0010002", "incident", "waiting_user", 90.0, False),
            ("INC0010003", "incident", "in_progress", None, True),
        ],
        3,
        0,
    )


def test_clocks_are_typed(tmp_path: Path) -> None:
    query = "select metric, state, elapsed_minutes, paused_minutes, reported_attained from target_runs order by source_row"
    assert loaded("task_sla.csv", query, tmp_path)[0] == [
        ("resolution_minutes", "met", 88.0, None, True),
        ("resolution_minutes", "paused", 90.0, 270.0, None),
        ("response_minutes", "missed", 40.0, 0.0, False),
    ]


def test_an_audit_trail_is_a_history_of_states_and_teams(tmp_path: Path) -> None:
    query = """select state, team, activity, field from case_events where "case" = 'INC0010001' order by source_row"""
    rows, took, rejected = loaded("sys_audit.csv", query, tmp_path)
    assert rows == [
        (None, "Desk", "assigned", "team"),
        ("resolved", None, "resolved", "state"),
        ("in_progress", None, "reopened", "state"),
        ("waiting_other", None, "waiting", "state"),
        (None, None, None, "comments"),
        ("in_progress", None, "resumed", "state"),
        (None, None, "field_changed", "priority"),
    ]
    assert (took, rejected) == (9, 0)


def test_changes_among_tasks_are_changes(tmp_path: Path) -> None:
    query = "select id, class, backout, started_at > planned_start from changes"
    assert loaded("task.csv", query, tmp_path)[0] == [("CHG0030001", "normal", True, True)]
