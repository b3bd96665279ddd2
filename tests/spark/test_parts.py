"""A statement in parts: what is named twice is worked out once, what is small stays with DuckDB."""

from itertools import count
from typing import cast

from sqlglot import exp

from ringtrue.engine.spark.parts import parts_of
from ringtrue.engine.spark.translate import read, said_to_duckdb

LARGE = {"cases", "steps"}


def parts(sql: str) -> tuple[list[tuple[str, str, str]], str]:
    """Each part with who works it out and its text, and what remains."""
    tree = cast(exp.Query, read(sql))
    numbers = count()
    found = parts_of(tree, LARGE, lambda: f"part_{next(numbers)}")
    return [(one.name, one.by, said_to_duckdb(one.query).lower()) for one in found], said_to_duckdb(
        tree
    ).lower()


def test_what_is_named_twice_is_worked_out_once() -> None:
    found, left = parts(
        "with a as (select id, count(*) as n from cases group by id) select * from a join a as b on b.id = a.id"
    )
    assert found == [("part_0", "large", "select id, count(*) as n from cases group by id")]
    assert left == "select * from part_0 as a join part_0 as b on b.id = a.id"


def test_what_is_named_once_or_only_read_stays() -> None:
    once = "with a as (select count(*) as n from cases) select * from a"
    plain = "with a as (select id from cases) select * from a, a as b"
    assert [parts(sql)[0] for sql in (once, plain)] == [[], []]


def test_what_reads_no_large_table_is_duckdbs() -> None:
    found, left = parts(
        "with a as (select len(zone) as n from audit_period) select * from cases cross join a"
    )
    assert found == [("part_0", "small", "select len(zone) as n from audit_period")]
    assert left == "select * from cases cross join part_0 as a"


def test_a_part_takes_along_what_it_reads() -> None:
    sql = "with a as (select id from cases), b as (select distinct id from a) select * from b join b as c on c.id = b.id join a on a.id = b.id"
    found, left = parts(sql)
    assert found == [("part_0", "large", "with a as (select id from cases) select distinct id from a")]
    assert left.startswith("with a as (select id from cases) select * from part_0 as b")


def test_parts_inside_parts_are_found() -> None:
    sql = "with facts as (with a as (select max(id) as id from cases) select * from a union all select * from a) select * from facts"
    found, left = parts(sql)
    assert [(name, by) for name, by, _ in found] == [("part_0", "large")]
    assert "from part_0 as a union all select * from part_0 as a" in left


def test_a_name_that_hides_a_table_leaves_the_statement_whole() -> None:
    sql = "with cases as (select max(id) as id from steps) select * from cases, cases as b"
    assert parts(sql)[0] == []


def test_what_is_named_inside_the_query_that_is_read_from_is_found() -> None:
    sql = "select * from (with a as (select zone from audit_period) select * from cases join a on true) as found where found.id = 1"
    found, left = parts(sql)
    assert [(name, by) for name, by, _ in found] == [("part_0", "small")]
    assert left == "select * from (select * from cases join part_0 as a on true) as found where found.id = 1"
