"""Every event of a log is a row, with what its trace says, in the order of the file."""

import gzip
from pathlib import Path

import duckdb
import pytest

from ringtrue.importers.xes.importer import IMPORTER
from ringtrue.model.errors import MappingIncomplete
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, SourceFile

EXPORT = Path(__file__).parents[2] / "exports" / "xes" / "tickets.xes"
AT = '<date key="time:timestamp" value="2024-01-01T00:00:00Z"/>'


def read(path: Path, work: Path, mapping: Mapping | None = None) -> ReadResult:
    return IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings(), mapping)


def read_text(text: str, work: Path) -> ReadResult:
    path = work / "log.xes"
    path.write_text(text, "utf-8")
    return read(path, work)


def rows(result: ReadResult, *columns: str) -> list[tuple[object, ...]]:
    chosen = ", ".join(f'"{column}"' for column in columns)
    return duckdb.sql(f"select {chosen} from {result.tables[0].relation}").fetchall()


def test_an_event_is_a_row_with_its_place_in_the_file(tmp_path: Path) -> None:
    assert rows(read(EXPORT, tmp_path), "source_row", "source_line", "case:concept:name", "concept:name") == [
        (1, 16, "T1", "Assigned"),
        (2, 21, "T1", "Wait"),
        (3, 26, "T1", "Resolved"),
        (4, 34, "T2", "Closed"),
    ]


def test_a_packed_log_gives_the_same_rows(tmp_path: Path) -> None:
    packed = tmp_path / "tickets.xes.gz"
    packed.write_bytes(gzip.compress(EXPORT.read_bytes()))
    columns = (
        "source_row",
        "source_line",
        "case:concept:name",
        "time:timestamp",
        "org:group",
        "case:priority",
    )
    assert rows(read(packed, tmp_path), *columns) == rows(read(EXPORT, tmp_path), *columns)


def test_prefixes_are_read_by_the_address_of_their_extension(tmp_path: Path) -> None:
    result = read(EXPORT, tmp_path)
    assert {"concept:name", "time:timestamp", "case:concept:name"} <= set(result.tables[0].columns)
    assert (
        "prefixes are read by the address of their extension: c as concept, t as time" in result.assumptions
    )


def test_defaults_of_a_log_are_not_filled_in(tmp_path: Path) -> None:
    assert rows(read(EXPORT, tmp_path), "org:group") == [
        ("Desk",),
        ("Network & Phones",),
        ("UNKNOWN",),
        (None,),
    ]


def test_a_time_without_a_zone_is_left_as_it_is(tmp_path: Path) -> None:
    assert rows(read(EXPORT, tmp_path), "time:timestamp")[2] == ("2024-03-01T09:30:00",)


def test_equal_times_keep_the_order_of_the_file(tmp_path: Path) -> None:
    assert rows(read(EXPORT, tmp_path), "event:number", "concept:name")[:2] == [
        ("1", "Assigned"),
        ("2", "Wait"),
    ]


def test_what_is_not_read_is_counted(tmp_path: Path) -> None:
    assumptions = read(EXPORT, tmp_path).assumptions
    assert "1 attributes inside other attributes were not read" in assumptions
    assert "1 traces hold no event, such as T3: without history they are left out" in assumptions


def test_events_outside_any_trace_are_rows_without_a_case(tmp_path: Path) -> None:
    result = read_text(f'<log><event>{AT}<string key="concept:name" value="ping"/></event></log>', tmp_path)
    assert rows(result, "case:concept:name", "concept:name") == [(None, "ping")]
    assert "1 events stand in no trace: they belong to no case" in result.assumptions


def test_a_trace_without_a_name_is_called_by_its_place(tmp_path: Path) -> None:
    result = read_text(
        f"<log><trace><event>{AT}</event></trace><trace><event>{AT}</event></trace></log>", tmp_path
    )
    assert rows(result, "case:concept:name") == [("trace 1",), ("trace 2",)]
    assert '2 traces have no concept:name: their place names them, as in "trace 17"' in result.assumptions


def test_two_traces_of_one_name_are_one_case_and_said(tmp_path: Path) -> None:
    trace = f'<trace><string key="concept:name" value="A"/><event>{AT}</event></trace>'
    result = read_text(f"<log>{trace}{trace}</log>", tmp_path)
    assert rows(result, "case:concept:name") == [("A",), ("A",)]
    assert "1 case ids stand on more than one trace: their events are read as one case" in result.assumptions


def test_attributes_of_a_trace_behind_its_events_reach_all_of_them(tmp_path: Path) -> None:
    result = read_text(
        f'<log><trace><event>{AT}</event><event>{AT}</event><string key="concept:name" value="A"/></trace>'
        f"<trace><event>{AT}</event></trace></log>",
        tmp_path,
    )
    assert rows(result, "case:concept:name") == [("A",), ("A",), ("trace 2",)]


def test_keys_that_differ_in_case_only_are_two_columns(tmp_path: Path) -> None:
    result = read_text(
        f'<log><trace><string key="concept:name" value="A"/><event>{AT}<string key="Status" value="x"/>'
        '<string key="status" value="y"/><string key="case:concept:name" value="z"/></event></trace></log>',
        tmp_path,
    )
    assert rows(result, "Status", "status (2)", "case:concept:name", "case:concept:name (2)") == [
        ("x", "y", "A", "z")
    ]


def test_of_a_repeated_key_the_first_stays(tmp_path: Path) -> None:
    result = read_text(
        f'<log><trace><string key="concept:name" value="A"/><event>{AT}<string key="k" value="1"/>'
        '<string key="k" value="2"/></event></trace></log>',
        tmp_path,
    )
    assert rows(result, "k") == [("1",)]
    assert "1 attributes repeat a key of the same event or trace: the first stays" in result.assumptions


def test_lists_and_attributes_without_a_value_are_counted(tmp_path: Path) -> None:
    result = read_text(
        f'<log><trace><string key="concept:name" value="A"/><event>{AT}<list key="l"><values><string key="a" '
        'value="b"/></values></list><container key="c"/><string key="k"/><string key="" value="v"/></event></trace></log>',
        tmp_path,
    )
    assert {
        "2 lists and containers were not read",
        "2 attributes have no key or no value and were not read",
    } <= set(result.assumptions)


def test_elements_with_a_prefix_of_their_own_are_understood(tmp_path: Path) -> None:
    result = read_text(
        '<x:log xmlns:x="http://www.xes-standard.org/"><x:trace><x:string key="concept:name" value="A"/>'
        '<x:event><x:date key="time:timestamp" value="2024-01-01T00:00:00Z"/></x:event></x:trace></x:log>',
        tmp_path,
    )
    assert rows(result, "case:concept:name", "time:timestamp") == [("A", "2024-01-01T00:00:00Z")]


def test_a_log_in_utf16_is_read(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    text = EXPORT.read_text("utf-8").replace("UTF-8", "UTF-16").replace("Desk", "Größe")
    path.write_bytes(text.encode("utf-16"))
    assert rows(read(path, tmp_path), "org:group")[0] == ("Größe",)


def test_a_log_without_events_has_no_rows(tmp_path: Path) -> None:
    result = read_text('<log xes.version="1.0"></log>', tmp_path)
    assert rows(result, "source_row", "case:concept:name", "time:timestamp") == []
    assert "the log holds no event" in result.assumptions


def test_a_log_without_times_asks_for_a_mapping(tmp_path: Path) -> None:
    with pytest.raises(MappingIncomplete, match="time:timestamp, which tells when each event happened"):
        read_text('<log><trace><event><string key="when" value="today"/></event></trace></log>', tmp_path)


def test_a_mapping_of_the_auditor_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    path.write_text(
        '<log><trace><event><string key="when" value="2024-01-01"/></event></trace></log>', "utf-8"
    )
    mapping = Mapping(content={"importer": "xes", "table": []})
    assert read(path, tmp_path, mapping).mapping == mapping
