"""A report shows the worst records behind a lead, says by what they are the worst, and where the rest is."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ringtrue.model.sql import literal
from ringtrue.plugins import procedures
from ringtrue.reports.parts import Records
from ringtrue.reports.sections.records import FIRST_RECORDS, MOST_COLUMNS, records
from ringtrue.reports.working_papers import WORST, RunFolder
from tests.reports import invented

LEAD = replace(invented.PING_PONG.leads[0], records=3)


def shown(
    folder: Path, values: Sequence[dict[str, Any] | None], worst: Sequence[str], most: int
) -> list[str]:
    """The items shown of a lead whose records hold these values, in the order of the sources."""
    with duckdb.connect() as database:
        rows = ", ".join(
            f"('{LEAD.id}', 'case', 'I{n}', 's', 'r', 'a.csv', {n}, {literal(json.dumps(one)) if one else 'null'})"
            for n, one in enumerate(values)
        )
        columns = "lead, item_kind, item, service, reason, source_file, source_row, shown"
        database.execute(f"copy (select * from (values {rows}) as t({columns})) to '{folder}/leads.parquet'")
    return [one.item for one in RunFolder(folder).records([LEAD.id], most, worst)]


def told(
    folder: Path, values: Sequence[dict[str, Any]], worst: Sequence[str], most: int = FIRST_RECORDS
) -> Records:
    shown(folder, values, worst, most)
    first = list(RunFolder(folder).records([LEAD.id], most, worst))
    return records(replace(LEAD, records=len(values)), first, len(values), "rows.csv", worst)


def test_the_largest_comes_first_and_of_two_alike_the_one_that_stands_first_in_the_source(
    tmp_path: Path,
) -> None:
    values = [{"returns": n} for n in (2, 10, 9, 10)]
    assert shown(tmp_path, values, ["most returns"], 3) == ["I1", "I3", "I2"]


def test_the_smallest_comes_first_where_little_is_bad(tmp_path: Path) -> None:
    assert shown(tmp_path, [{"score": n} for n in (3, 1, 2)], ["least score"], 2) == ["I1", "I2"]


def test_what_has_no_number_there_comes_last(tmp_path: Path) -> None:
    values = [None, {"returns": None}, {"returns": "many"}, {"other": 9}, {"returns": 1}]
    assert shown(tmp_path, values, ["most returns"], 5) == ["I4", "I0", "I1", "I2", "I3"]


def test_a_second_value_decides_where_the_first_is_not_known(tmp_path: Path) -> None:
    values = [{"a": None, "b": 1}, {"a": None, "b": 2}]
    assert shown(tmp_path, values, ["most a", "most b"], 2) == ["I1", "I0"]
    assert told(tmp_path, values, ["most a", "most b"], 1).order == "by “B”, the largest first"


def test_where_nothing_says_what_is_worst_the_first_of_the_source_are_shown(tmp_path: Path) -> None:
    values = [{"returns": n} for n in (1, 3, 2)]
    assert shown(tmp_path, values, [], 2) == ["I0", "I1"]
    assert told(tmp_path, values, [], 2).note == "The first 2 of 3."


@pytest.mark.parametrize(
    "hostile", ["most returns') desc; select (1", "most {file}", "worst returns", "most", ""]
)
def test_an_order_that_is_none_orders_nothing(hostile: str, tmp_path: Path) -> None:
    assert shown(tmp_path, [{"returns": n} for n in (1, 3)], [hostile], 2) == ["I0", "I1"]


def test_it_says_how_many_of_how_many_are_shown_and_by_what_they_are_the_worst(tmp_path: Path) -> None:
    made = told(tmp_path, [{"returns": n} for n in range(30)], ["most returns"])
    assert made.note == "The worst 25 of 30, by “Returns”, the largest first."
    assert made.first is not None and len(made.first.rows) == 25
    assert made.file == "rows.csv"


def test_fewer_than_are_shown_are_all_there_and_nothing_is_said_of_a_rest(tmp_path: Path) -> None:
    made = told(tmp_path, [{"returns": n} for n in range(3)], ["most returns"])
    assert made.note == ""
    assert made.first is not None and len(made.first.rows) == 3


def test_without_records_there_is_no_table() -> None:
    made = records(replace(LEAD, records=0), [], None, "", ["most returns"])
    assert (made.first, made.order) == (None, "")


def test_the_value_that_decides_is_shown_even_where_it_stands_behind_the_last_column(tmp_path: Path) -> None:
    value = {**{f"value {n}": "x" for n in range(MOST_COLUMNS + 2)}, "returns": 7}
    made = told(tmp_path, [value], ["most returns"])
    assert made.first is not None
    assert "Returns" in [column.title for column in made.first.columns]


@pytest.mark.parametrize("one", procedures(), ids=lambda one: one.declaration.id)
def test_what_a_procedure_calls_worst_is_a_value_that_its_records_show(one: Any) -> None:
    for named in one.declaration.worst:
        found = WORST.fullmatch(named)
        assert found, named
        assert found["name"] in (one.records_sql or " ".join(one.declaration.show))
