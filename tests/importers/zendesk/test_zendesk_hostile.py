"""Exports of Zendesk that are broken, odd, or of another form."""

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming
from ringtrue.importers.zendesk.importer import IMPORTER
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import ReadSettings, SourceFile

EXPORTS = Path(__file__).parents[2] / "exports" / "zendesk"


def asked(path: Path, work: Path, query: str) -> list[tuple[Any, ...]]:
    read = IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings())
    with connection() as database:
        outcome = load(database, [Incoming(file=path.name, read=read, mapping=read.mapping)], "UTC")
        assert not outcome.errors
        return database.execute(query).fetchall()


def written(path: Path, name: str, records: list[Any]) -> Path:
    path.write_text(json.dumps({name: records}), "utf-8")
    return path


def test_one_ticket_a_line_reads_as_a_list_does(tmp_path: Path) -> None:
    tickets = json.loads((EXPORTS / "tickets.json").read_text("utf-8"))["tickets"]
    path = tmp_path / "tickets.jsonl"
    path.write_text("\n".join(map(json.dumps, tickets)), "utf-8")
    query = "select id, state, opened_at from cases order by id"
    assert asked(path, tmp_path, query) == asked(EXPORTS / "tickets.json", tmp_path, query)


def test_the_accounts_list_may_be_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    cells = [
        [
            "Id",
            "Requester",
            "Status",
            "Created at",
            "Ticket type",
            "Solved at",
            "Group stations",
            "Via",
            "Priority",
        ],
        ["1", "Uma", "Solved", "2024-01-02 10:00", "Incident", "2024-01-02 11:00", "2", "Web", "Urgent"],
    ]
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("tickets")
        for row, values in enumerate(cells):
            sheet.write_row(row, 0, values)
    assert IMPORTER.recognises(SourceFile(path=path, name=path.name), tmp_path, ReadSettings()).sure >= 0.9
    query = "select id, kind, state, reassignment_count from cases"
    assert asked(path, tmp_path, query) == [("1", "incident", "resolved", 1)]


def test_a_file_that_is_cut_off_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "tickets.json"
    path.write_bytes((EXPORTS / "tickets.json").read_bytes()[:900])
    with pytest.raises(UnreadableInput, match=r"ends too early.*again"):
        IMPORTER.read(SourceFile(path=path, name=path.name), tmp_path, ReadSettings())


@pytest.mark.parametrize("moment", [1e300, -1e300, "tomorrow"])
def test_an_update_at_an_impossible_time_is_reported_and_the_rest_goes_on(
    moment: Any, tmp_path: Path
) -> None:
    child = [1, None, "x", {"event_type": "Change", "status": "solved"}]
    events = [
        {"id": 1, "ticket_id": 1, "timestamp": moment, "updater_id": 1, "child_events": child},
        {"id": 2, "ticket_id": 2, "timestamp": 1704186000, "updater_id": 1, "child_events": child},
    ]
    path = written(tmp_path / "ticket_events.json", "ticket_events", events)
    assert asked(path, tmp_path, """select "case" from case_events""") == [("2",)]


def test_what_zendesk_does_by_itself_is_automation(tmp_path: Path) -> None:
    closing = {"type": "Change", "field_name": "status", "previous_value": "solved", "value": "closed"}
    audits = [
        {"id": 1, "ticket_id": 1, "created_at": "2024-01-06T12:00:00Z", "author_id": -1, "events": [closing]}
    ]
    path = written(tmp_path / "audits.json", "audits", audits)
    assert asked(path, tmp_path, "select id, kind from parties") == [("-1", "automation")]


def test_urgent_is_above_high(tmp_path: Path) -> None:
    tickets = json.loads((EXPORTS / "tickets.json").read_text("utf-8"))["tickets"]
    tickets[0]["priority"] = "urgent"
    path = written(tmp_path / "tickets.json", "tickets", tickets)
    query = "select priority from cases where id in ('1', '2') order by id"
    assert asked(path, tmp_path, query) == [("Critical (urgent)",), ("high",)]
