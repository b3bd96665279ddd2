"""Published logs are read whole; skipped where they are not beside the repository."""

from pathlib import Path

import duckdb
import pytest

from ringtrue.importers.xes.importer import IMPORTER
from ringtrue.model.source import ReadResult, ReadSettings, SourceFile

DATA = Path(__file__).parents[4] / "shared" / "data"
INCIDENTS = DATA / "bpic2013" / "BPI_Challenge_2013_incidents.xes.gz"
PROBLEMS = DATA / "bpic2013" / "BPI_Challenge_2013_closed_problems.xes.gz"
FIXTURES = {
    "01_running-example.xes.gz": (6, 42),
    "04_reviewing.xes.gz": (100, 3_730),
    "08_receipt.xes.gz": (1_434, 8_577),
    "11_tickets.xes.gz": (9, 43),
    "interval_event_log.xes.gz": (1_266, 8_109),
    "partial_order_example.xes.gz": (5, 25),
    "partial_order_example_3.xes.gz": (10, 64),
    "running-example.xes.gz": (6, 42),
}


def read(path: Path, work: Path) -> ReadResult:
    if not path.exists():
        pytest.skip(f"{path.name} is not beside the repository")
    return IMPORTER.read(SourceFile(path=path, name=path.name), work, ReadSettings())


def one(query: str) -> tuple[int, ...]:
    return duckdb.sql(query).fetchall()[0]


def cases_and_events(result: ReadResult) -> tuple[int, ...]:
    return one(f'select count(distinct "case:concept:name"), count(*) from {result.tables[0].relation}')


def variants(result: ReadResult) -> int:
    return one(
        f"""select count(distinct path) from (
            select string_agg("concept:name" || '/' || "lifecycle:transition", ',' order by source_row) as path
            from {result.tables[0].relation} group by "case:concept:name")"""
    )[0]


@pytest.mark.parametrize(("name", "counts"), FIXTURES.items())
def test_a_small_log_is_read_whole(name: str, counts: tuple[int, int], tmp_path: Path) -> None:
    assert cases_and_events(read(DATA / "xes_fixtures" / name, tmp_path)) == counts


@pytest.mark.slow
def test_the_incidents_are_read_whole_and_in_order(tmp_path: Path) -> None:
    result = read(INCIDENTS, tmp_path)
    assert cases_and_events(result) == (7_554, 65_533)
    assert variants(result) == 2_278
    assert (
        "the log was taken for incidents from Volvo IT's tool VINST, as in the BPI Challenge 2013"
        in result.assumptions
    )


@pytest.mark.slow
def test_the_problems_are_read_whole_and_in_order(tmp_path: Path) -> None:
    result = read(PROBLEMS, tmp_path)
    assert cases_and_events(result) == (1_487, 6_660)
    assert variants(result) == 327
    assert (
        "the log was taken for problems from Volvo IT's tool VINST, as in the BPI Challenge 2013"
        in result.assumptions
    )


@pytest.mark.slow
def test_every_value_equals_the_flat_copy_of_the_log(tmp_path: Path) -> None:
    result = read(INCIDENTS, tmp_path)
    flat = DATA / "bpic2013" / "incidents.parquet"
    columns = [name for name in result.tables[0].columns if name != "event:number"]
    chosen = ", ".join(f'"{name}"' for name in columns)
    differing = one(
        f"select count(*) from (select {chosen} from read_parquet('{flat}') except all "
        f"select {chosen} from {result.tables[0].relation})"
    )
    assert differing == (0,)
