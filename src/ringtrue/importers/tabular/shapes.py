"""What the values of a raw table look like: the share of times, numbers and yes or no in each column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ringtrue.importers.reading.store import database
from ringtrue.model.source import RawTable
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import Column, ColumnType

LOOKED_AT = 10_000
"""Rows by which a column's shape is judged, spread evenly over the table."""

MARKS = (
    *(
        "?",
        "-",
        "--",
        "---",
        "NULL",
        "null",
        "Null",
        "(null)",
        "<null>",
        "\\N",
        "N/A",
        "n/a",
        "N.A.",
        "n.a.",
        "NA",
        "#N/A",
        "#NV",
    ),
    *(
        "None",
        "none",
        "NaN",
        "nan",
        "(empty)",
        "(blank)",
        "(none)",
        "[none]",
        "undefined",
        "k.A.",
        "k. A.",
        "n.v.",
        "s/o",
        "s/d",
    ),
    *("-100", "-999", "-9999"),
)
"""Marks that mean no value in one tool or another; whether they do so here is told by where they stand."""

LONGEST_MARK = max(map(len, MARKS))
"""What is longer is no mark: cheaper to tell than by looking it up among them."""

MOSTLY = 0.8
"""Share of values that must look like times, numbers or yes and no for a column to be one of these."""

TIME = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}([T ].*)?|\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})([ ,T].*)?"
    r"|\d{1,2}[-/. ]{0,2}[A-Za-zÀ-ÿ]{3,9}\.?[-/ ,]{0,2}\d{2,4}.*|([A-Za-zÀ-ÿ]{3,9},? )?[A-Za-zÀ-ÿ]{3,9}\.? \d{1,2},? \d{4}.*"
)
STAMP = r"\d{10}(\.\d+)?|\d{13}|(19|20)\d{6}([T ]?\d{4}(\d\d)?)?"
NUMBER = r"[-+]?(\d+|\d{1,3}([., '’]\d{3})+)([.,]\d+)?([eE][-+]?\d+)? ?%?"
YES_NO = r"(?i)true|false|yes|no|ja|nein|oui|non|s[ií]|y|n|t|f|j|x|0|1|wahr|falsch|vrai|faux|verdadero|falso"


@dataclass(frozen=True)
class Shape:
    """A column: how many values were looked at, how long they are, and what share looks like what."""

    filled: int
    distinct: int
    length: float
    times: float
    stamps: float
    numbers: float
    truths: float

    def fits(self, column: Column) -> bool:
        """Whether the values can be those of a canonical column; one without values fits everywhere."""
        if not self.filled:
            return True
        if column.type in (ColumnType.TIME, ColumnType.DATE):
            return self.times + self.stamps >= MOSTLY
        if column.type in (ColumnType.NUMBER, ColumnType.INTEGER):
            return self.numbers >= MOSTLY
        return self.truths >= MOSTLY if column.type is ColumnType.BOOLEAN else True

    @property
    def is_time(self) -> bool:
        """Whether the values are written as times, beyond doubt."""
        return self.filled > 0 and self.times >= MOSTLY

    @property
    def is_number(self) -> bool:
        """Whether the values are numbers."""
        return self.filled > 0 and self.numbers >= MOSTLY and not self.is_time


Shapes = Mapping[str, Shape]


def trimmed(text: str) -> str:
    """SQL for a text without blanks around it, where hardly two texts are the same: most need not be trimmed."""
    return (
        f"case when ascii({text}) <> 32 and ascii(right({text}, 1)) <> 32 then {text} else trim({text}) end"
    )


def shapes_of(raw: RawTable, work: Path) -> dict[str, Shape]:
    """The shape of each column of a raw table, marks for no value left aside."""
    if not raw.columns:
        return {}
    step = max(1, raw.rows // LOOKED_AT)
    marks = ", ".join(literal(mark) for mark in ("", *MARKS))
    chosen = (
        f"select * from {raw.relation} where source_row % {step} = 0"
        if step > 1
        else f"select * from {raw.relation}"
    )
    with database(work) as connection:
        connection.execute(f"create temp table looked_at as {chosen}")
        rows = [connection.execute(_measured(column, marks)).fetchone() or (0,) * 7 for column in raw.columns]
    return {column: _shape(row) for column, row in zip(raw.columns, rows, strict=True)}


def _measured(column: str, marks: str) -> str:
    """Each different value is looked at once, and counted as often as it stands there."""
    kinds = (TIME, STAMP, NUMBER, YES_NO)
    counts = ", ".join(f"sum(n) filter (regexp_full_match(v, {literal(kind)}))" for kind in kinds)
    return f"""select sum(n), count(*), sum(n * length(v)) / sum(n), {counts}
        from (select trim({quoted(column)}) as v, count(*) as n from looked_at group by 1) where v not in
        ({marks})"""


def _shape(row: Sequence[float | None]) -> Shape:
    filled, distinct, length, *counts = row
    total = filled or 1
    shares = [(count or 0) / total for count in counts]
    return Shape(int(filled or 0), int(distinct or 0), float(length or 0), *shares)
