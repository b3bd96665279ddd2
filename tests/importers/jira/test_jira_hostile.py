"""Exports of Jira that are broken, odd, huge, or of another form."""

import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming
from ringtrue.importers.described import file as described
from ringtrue.importers.jira.importer import IMPORTER
from ringtrue.importers.mapping_file import from_toml, to_toml
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import ReadResult, ReadSettings, SourceFile

EXPORT = Path(__file__).parents[2] / "exports" / "jira" / "search.json"
MEGABYTE = 1 << 20


def issues() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(EXPORT.read_text("utf-8"))["issues"]
    return found


def read(path: Path, work: Path) -> ReadResult:
    return IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings())


def asked(path: Path, result: ReadResult, query: str) -> list[tuple[Any, ...]]:
    with connection() as database:
        outcome = load(database, [Incoming(file=path.name, read=result, mapping=result.mapping)], "UTC")
        assert not outcome.errors
        return database.execute(query).fetchall()


@pytest.mark.slow
def test_one_issue_a_line_reads_as_a_search_does(tmp_path: Path) -> None:
    path = tmp_path / "issues.jsonl"
    path.write_text("\n".join(map(json.dumps, issues())), "utf-8")
    query = "select id, state, opened_at from cases order by id"
    assert asked(path, read(path, tmp_path), query) == asked(EXPORT, read(EXPORT, tmp_path), query)


def test_the_list_may_be_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    cells = [
        ["Issue key", "Issue Type", "Status", "Created", "Summary", "Reporter", "Assignee", "Project key"],
        ["ITS-1", "[System] Incident", "Closed", "2024-01-02 10:00", "Mail", "Uma", "Ana", "ITS"],
    ]
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("issues")
        for row, values in enumerate(cells):
            sheet.write_row(row, 0, values)
    source = SourceFile(path=path, name=path.name)
    assert IMPORTER.recognises(source, tmp_path, ReadSettings()).sure >= 0.9
    assert asked(path, read(path, tmp_path), "select id, kind, state from cases") == [
        ("ITS-1", "incident", "closed")
    ]


def test_a_file_that_is_cut_off_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "search.json"
    path.write_bytes(EXPORT.read_bytes()[:9000])
    with pytest.raises(UnreadableInput, match=r"ends too early.*again"):
        read(path, tmp_path)


def test_entries_that_are_no_objects_do_not_stop_the_rest(tmp_path: Path) -> None:
    one, two, *_ = issues()
    one["changelog"] = {"histories": ["x", 3, None, {"items": "no"}, {"items": [1, "s"]}], "total": "many"}
    one["fields"]["comment"] = {"comments": [{"body": {"type": 5}}, "[", None]}
    path = tmp_path / "issues.json"
    path.write_text(json.dumps({"issues": [one, two]}), "utf-8")
    assert asked(path, read(path, tmp_path), "select count(*) from cases") == [(2,)]


@pytest.mark.parametrize("number", ["1e300", "-1e300", "9223372036854775807"])
def test_a_clock_with_an_impossible_time_is_read_without_it(number: str, tmp_path: Path) -> None:
    one = issues()[0]
    one["fields"]["customfield_10030"]["completedCycles"] = [{"startTime": {"epochMillis": float(number)}}]
    path = tmp_path / "issues.json"
    path.write_text(json.dumps({"issues": [one]}), "utf-8")
    query = "select started_at from target_runs where target = 'Time to resolution'"
    assert asked(path, read(path, tmp_path), query) == [(None,)]


def test_a_change_with_an_impossible_number_keeps_its_place_by_time(tmp_path: Path) -> None:
    one = issues()[0]
    one["changelog"]["histories"][0]["id"] = "9" * 18
    path = tmp_path / "issues.json"
    path.write_text(json.dumps({"issues": [one]}), "utf-8")
    query = "select state from case_events where state = 'closed' and sequence is null"
    assert asked(path, read(path, tmp_path), query) == [("closed",)]


def test_what_the_database_cannot_unfold_is_an_unreadable_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {"label": "odd", "sql": "select source_row, cast({key} as bigint) as number from {raw}",
            "table": [{"name": "cases", "columns": {"id": "number"}}]}  # fmt: skip

    def look(*given: Any) -> described.Looked:
        from ringtrue.importers.jira.look import look as ours

        found = ours(*given)
        return described.Looked(found.columns, found.values, (*found.views, told))

    from ringtrue.importers.jira.fields import aliases

    tool = described.Tool("jira", "ringtrue.importers.jira", "Jira", aliases, look)
    source = SourceFile(path=EXPORT, name=EXPORT.name)
    with pytest.raises(UnreadableInput, match=r"search\.json: the records of issues cannot be unfolded"):
        described.read_described(tool, source, tmp_path, ReadSettings(), None)


@pytest.mark.slow
def test_a_corrected_mapping_is_honoured(tmp_path: Path) -> None:
    source = SourceFile(path=EXPORT, name=EXPORT.name)
    proposed = to_toml(read(EXPORT, tmp_path).mapping, ())
    assert 'closed = "closed"' in proposed
    corrected = from_toml(proposed.replace('closed = "closed"', 'closed = "cancelled"'), "mapping.toml")
    result = IMPORTER.read(source, tmp_path, ReadSettings(), corrected)
    assert asked(EXPORT, result, "select state from cases where id = 'ITS-1'") == [("cancelled",)]


def peak(megabytes: int, work: Path) -> int:
    """The most bytes that Python holds while a file of that size is read; the database spills above its own limit."""
    path, one = work / "issues.json", issues()[0]
    one["fields"]["description"] = "x" * 20_000
    with path.open("w", encoding="utf-8") as file:
        file.write('{"issues": [')
        while file.tell() < megabytes * MEGABYTE:
            one["key"] = f"ITS-{file.tell()}"
            file.write(("," if file.tell() > 12 else "") + json.dumps(one))
        file.write("]}")
    tracemalloc.start()
    result = read(path, work)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert result.tables[0].rows > 30 * megabytes
    return most


@pytest.mark.slow
def test_twice_as_large_a_file_takes_no_more_of_pythons_memory(tmp_path: Path) -> None:
    for name in ("half", "whole"):
        (tmp_path / name).mkdir()
    assert peak(100, tmp_path / "whole") < 1.2 * peak(50, tmp_path / "half")
