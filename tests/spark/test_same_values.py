"""Every function of the subset, on both engines, with the values on which engines differ."""

import math
import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest
import sqlglot

from ringtrue.engine.database.dialect import parse
from ringtrue.engine.spark.translate import to_spark
from ringtrue.engine.subset import ALLOWED_FUNCTIONS, functions
from tests.spark.sessions import NEEDS_SPARK

STATEMENTS = Path(__file__).parent.joinpath("same_values.sql").read_text("utf-8").split(";\n")
ROWS = """values
    (1, 'a', 3, 0.5::double, timestamp '2024-01-01 08:00:00', 'Größe ÄÖ', true),
    (2, 'a', null, 1.5, timestamp '2024-02-29 23:59:59.5', null, false),
    (3, 'b', -7, 2.5, timestamp '2024-03-31 01:30:00', 'e1 x22' || chr(10) || ' e333', null),
    (4, 'b', 2, null, null, 'ﬁx  (a) b', true),
    (5, null, 3, -2.5, timestamp '1969-12-31 23:00:00', '', false)"""


def test_every_function_of_the_subset_is_tried() -> None:
    tried = {name for one in STATEMENTS for name in functions(sqlglot.parse_one(one, dialect="duckdb"))}
    assert tried >= ALLOWED_FUNCTIONS


@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_is_tried_is_inside_the_subset(statement: str) -> None:
    parse(statement)


class TestOnSpark:
    pytestmark = NEEDS_SPARK

    def test_both_engines_give_the_same_values(self, spark: Any, tmp_path: Path) -> None:
        database = duckdb.connect()
        database.execute("set TimeZone = 'UTC'")
        place = tmp_path / "t.parquet"
        database.execute(f"copy (select * from ({ROWS}) as t(id, g, n, x, \"at\", s, b)) to '{place}'")
        database.execute(f"create view t as select * from '{place}'")
        spark.read.parquet(str(place)).createOrReplaceTempView("t")
        for statement in STATEMENTS:
            ours = [tuple(map(_plain, row)) for row in database.execute(statement).fetchall()]
            theirs = [tuple(map(_plain, row)) for row in spark.sql(to_spark(statement)).collect()]
            assert theirs == ours, f"{statement}\n{to_spark(statement)}"

    @pytest.mark.parametrize("statement", ["select 1 // 0", "select 1 % 0", "select cast('x' as bigint)"])
    def test_what_has_no_answer_breaks_off_on_both(self, spark: Any, statement: str) -> None:
        with pytest.raises(duckdb.Error):
            duckdb.execute(statement).fetchall()
        with pytest.raises(Exception, match=re.compile("zero|malformed", re.IGNORECASE)):
            spark.sql(to_spark(statement)).collect()


def _plain(value: Any) -> Any:
    """Kinds of numbers and of days are alike as long as their values are."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal | float):
        return "nan" if math.isnan(value) else round(float(value), 9)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value
