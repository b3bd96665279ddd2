"""An object-centric log becomes the history of its cases: every form alike, nothing dropped in silence."""

import gzip
import json
import sqlite3
import tracemalloc
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming
from ringtrue.importers.mapping_file import from_toml, to_toml
from ringtrue.importers.ocel.importer import IMPORTER
from ringtrue.importers.xes.importer import IMPORTER as XES
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, SourceFile

pytestmark = pytest.mark.slow


DESK = Path(__file__).parents[2] / "exports" / "ocel" / "desk.json"
DATA = Path(__file__).parents[4] / "shared" / "data" / "ocel2"
PUBLISHED = {
    "ocel20_example.jsonocel.gz": (13, 9),
    "ocel20_example.sqlite.gz": (13, 9),
    "ocel20_example.xmlocel.gz": (13, 9),
    "ocpa_logistics.sqlite.gz": (8_727, 970),
    "ocpa_running-example.sqlite.gz": (18_211, 10_031),
    "ocpa_p2p-normal.jsonocel.gz": (720, 781),
    "ocpa_order_process.jsonocel.gz": (2_391, 796),
    "newocel.jsonocel.gz": (20, 15),
    "example_log.csv.gz": (23, 15),
}


def read(path: Path, work: Path, mapping: Mapping | None = None) -> ReadResult:
    return IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings(), mapping)


def sure(path: Path, work: Path) -> float:
    return IMPORTER.recognises(SourceFile(path=path, name=path.name), work, ReadSettings()).sure


def loaded(path: Path, work: Path, query: str, zone: str = "UTC") -> list[tuple[Any, ...]]:
    result = read(path, work)
    with connection() as database:
        outcome = load(database, [Incoming(file=path.name, read=result, mapping=result.mapping)], zone)
        assert not outcome.errors
        assert outcome.rows[path.name] == outcome.loaded[path.name] + outcome.rejected[path.name]
        return database.execute(query).fetchall()


def written(text: str | bytes, work: Path, name: str = "log.json") -> Path:
    path = work / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refusal(path: Path, work: Path) -> str:
    with pytest.raises(UnreadableInput) as raised:
        read(path, work)
    return str(raised.value)


def published(name: str) -> Path:
    if not (DATA / name).exists():
        pytest.skip(f"{name} is not beside the repository")
    return DATA / name


def test_the_history_of_a_case_is_its_events_and_its_changes(tmp_path: Path) -> None:
    query = """select raw_activity, field, old, new, state, team, actor from case_events where "case" = 'INC1' order by "at", sequence"""
    assert loaded(DESK, tmp_path, query) == [
        ("Ticket created", None, None, None, None, "Desk", "ben"),
        ("Assigned", None, None, None, "assigned", "Network", "ben"),
        ("Outage found", None, None, None, None, None, "ben"),
        (None, "state", "New", "In Progress", "in_progress", None, None),
        (None, "priority", "2", "3", None, None, None),
        ("Resolved", None, None, None, "resolved", "Network", "ben"),
        (None, "state", "In Progress", "Resolved", "resolved", None, None),
    ]


def test_an_attribute_that_changes_stands_in_the_case_as_it_was_last(tmp_path: Path) -> None:
    query = "select id, kind, priority, state, service from cases order by id"
    assert loaded(DESK, tmp_path, query) == [
        ("INC1", "incident", "3", "resolved", "Mail"),
        ("INC2", "incident", "1", None, "Mail"),
    ]


def test_a_qualifier_between_a_case_and_a_change_is_a_link(tmp_path: Path) -> None:
    query = 'select "from", from_kind, "to", to_kind, kind from case_links'
    assert loaded(DESK, tmp_path, query) == [("INC1", "case", "CHG1", "change", "caused_by")]


def test_an_event_of_two_cases_belongs_to_each_and_is_said(tmp_path: Path) -> None:
    assumptions = " ".join(read(DESK, tmp_path).assumptions)
    assert "1 events name several cases: each of these has the event" in assumptions
    assert "1 of 5 events name no object that is a case and were left out: Change approved (1)" in assumptions
    assert 'left out: "Laptop" (1), "Person" (1)' in assumptions


def test_the_roles_are_written_down_and_a_correction_is_followed(tmp_path: Path) -> None:
    own = read(DESK, tmp_path).mapping.content
    assert own["roles"]["case"] == ["Incident"]
    text = to_toml(Mapping(content={"importer": "ocel", "roles": {"case": ["Change"]}}))
    corrected = read(DESK, tmp_path, from_toml(text, "mapping"))
    events = next(table for table in corrected.tables if table.name == "events")
    assert duckdb.sql(f'select "case" from {events.relation}').fetchall() == [("CHG1",)]


def test_a_mapping_that_was_written_gives_the_same_tables_again(tmp_path: Path) -> None:
    first = read(DESK, tmp_path / "a")
    again = read(DESK, tmp_path / "b", from_toml(to_toml(first.mapping), "mapping"))
    assert again.mapping == first.mapping
    assert [table.rows for table in again.tables] == [table.rows for table in first.tables]


def test_a_type_taken_for_the_case_by_structure_alone_is_said(tmp_path: Path) -> None:
    told = read(published("newocel.jsonocel.gz"), tmp_path).assumptions
    assert any(
        '"order" was taken for the case, as 15 of 20 events name exactly one of it' in one for one in told
    )


@pytest.mark.parametrize(("name", "counts"), PUBLISHED.items())
def test_a_published_log_is_read_whole(name: str, counts: tuple[int, int], tmp_path: Path) -> None:
    path = published(name)
    assert sure(path, tmp_path) > 0.9
    loaded(path, tmp_path, "select 1")
    lists = sorted(tmp_path.rglob("ocel/events.parquet"))[0].parent
    found = [
        duckdb.sql(f"select count(*) from '{lists}/{one}.parquet'").fetchall()[0][0]
        for one in ("events", "objects")
    ]
    assert tuple(found) == counts


def test_the_three_forms_of_one_log_give_equal_tables(tmp_path: Path) -> None:
    query = """select "case", "at", sequence, raw_activity, field, old, new from case_events order by all"""
    forms = [published(f"ocel20_example.{form}.gz") for form in ("jsonocel", "xmlocel", "sqlite")]
    tables = [loaded(path, tmp_path / path.name, query, "Europe/Berlin") for path in forms]
    assert tables[0] == tables[1] == tables[2]
    assert len(tables[0]) == 11


def test_a_clock_that_is_not_utc_is_told_by_its_initial_stamps(tmp_path: Path) -> None:
    told = " ".join(read(published("ocel20_example.sqlite.gz"), tmp_path).assumptions)
    assert "initial values are +1 hours from 1970-01-01" in told


def test_repeated_ids_and_relations_to_nowhere_are_issues(tmp_path: Path) -> None:
    content = json.loads(DESK.read_text())
    content["events"].append(content["events"][0])
    content["events"][1]["relationships"].append({"objectId": "NONE", "qualifier": "incident"})
    events = read(written(json.dumps(content), tmp_path), tmp_path).tables[0]
    assert [(issue.kind, issue.value, issue.outcome) for issue in events.issues] == [
        ("duplicate_id", "e1", "rejected"),
        ("dangling_reference", "NONE", "loaded"),
    ]
    assert events.rows_rejected == 1


def test_an_event_without_a_time_is_rejected_and_counted(tmp_path: Path) -> None:
    content = json.loads(DESK.read_text())
    del content["events"][1]["time"]
    query = 'select kind, outcome, "column", "row" from load_issues where kind = \'missing\''
    assert loaded(written(json.dumps(content), tmp_path), tmp_path, query) == [
        ("missing", "rejected", "at", 2)
    ]


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b'<!DOCTYPE log [<!ENTITY a "b">]><log><objects/></log>', "l.xml", "none"),
        (b"<log><object-types/><event-types/></log", "l.xml", "its XML is broken at line 1"),
        (b"<log><objects>" + b"<a>" * 99, "l.xml", "nested more than 30 deep"),
        (
            b'<log><events><event><string key="id" value="1"/></event></events></log>',
            "l.xml",
            "as in OCEL 1.0",
        ),
        (
            b'{"objectTypes": [], "events": [{"id": "1", "relationships": [' + b"[" * 5_000,
            "l.json",
            "nested more than 30 deep",
        ),
        (b'{"objectTypes": [], "events": [{"id": "1"', "l.json", "ends too early"),
        (
            b'{"objectTypes": [], "events": [{"id": ' + b'"' + b"x" * 40_000_000,
            "l.json",
            "longer than 16 million",
        ),
    ],
)
def test_a_hostile_or_broken_log_is_a_clear_message(
    content: bytes, name: str, told: str, tmp_path: Path
) -> None:
    assert told in refusal(written(content, tmp_path, name), tmp_path)


def sqlite_log(path: Path, *more: str) -> Path:
    with sqlite3.connect(path) as database:
        for statement in (
            "create table event_map_type (ocel_type, ocel_type_map)",
            "create table object_map_type (ocel_type, ocel_type_map)",
            "create table event_object (ocel_event_id, ocel_object_id, ocel_qualifier)",
            "create table object (ocel_id, ocel_type)",
            "insert into object values ('I1', 'Incident')",
            "insert into event_map_type values ('Opened', 'Opened')",
            "insert into event_object values ('e', 'I1', null)",
            "create table event_Opened (ocel_id, ocel_time)",
            "insert into event_Opened values ('e', '2026-01-01 08:00:00')",
            *more,
        ):
            database.execute(statement)
    database.close()
    return path


def test_a_view_in_place_of_a_table_is_not_looked_into(tmp_path: Path) -> None:
    path = sqlite_log(
        tmp_path / "log.sqlite", "create view event as select 'e' as ocel_id, 'Opened' as ocel_type"
    )
    assert sure(path, tmp_path) == 0


def test_an_enormous_value_in_sqlite_is_refused_and_nothing_is_written_beside(tmp_path: Path) -> None:
    path = sqlite_log(
        tmp_path / "log.sqlite",
        "create table event (ocel_id, ocel_type)",
        "insert into event values ('e', zeroblob(40000000))",
    )
    assert "cannot be read" in refusal(path, tmp_path / "work")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["log.sqlite", "work"]


@pytest.mark.parametrize(
    "text",
    [
        "<log><trace><event/></trace></log>",
        '{"events": [{"id": 1, "time": "2026-01-01"}]}',
        '{"objects": [{"id": 1}]}',
        "id,time\n1,2026-01-01\n",
    ],
)
def test_what_anybody_could_have_written_is_left_to_others(text: str, tmp_path: Path) -> None:
    assert sure(written(text, tmp_path), tmp_path) == 0


def test_the_importer_of_xes_leaves_these_logs(tmp_path: Path) -> None:
    path = published("ocel20_example.xmlocel.gz")
    assert XES.recognises(SourceFile(path=path, name=path.name), tmp_path, ReadSettings()).sure == 0


def test_memory_does_not_grow_with_the_log(tmp_path: Path) -> None:
    def peak(events: int) -> int:
        objects = '"objects": [{"id": "I1", "type": "Incident"}]'
        one = '{{"id": "{0}", "type": "Note", "time": "2026-01-01T00:00:00Z", "attributes": [{{"name": "n", "value": "{1}"}}], "relationships": [{{"objectId": "I1", "qualifier": "x"}}]}}'
        rows = ",".join(one.format(number, "y" * 1_000) for number in range(events))
        path = tmp_path / f"{events}.json.gz"
        path.write_bytes(gzip.compress(f'{{"objectTypes": [], {objects}, "events": [{rows}]}}'.encode(), 1))
        del rows
        tracemalloc.start()
        read(path, tmp_path / str(events))
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(100)
    assert peak(8_000) < peak(4_000) * 1.2
