"""What is allowed as such, but not so: the two engines would mean different things by it."""

import re
from collections.abc import Iterator

from sqlglot import exp

from ringtrue.engine.spark.numbers import is_exact
from ringtrue.engine.spark.patterns import PatternRefused, java
from ringtrue.engine.spark.texts import is_local_time

_TYPES = frozenset(
    ["BIGINT", "BOOLEAN", "DATE", "DOUBLE", "INT", "TEXT", "TIMESTAMP", "TIMESTAMPNTZ", "VARCHAR"]
)
_WHOLE = (exp.DataType.Type.INT, exp.DataType.Type.BIGINT)
_CODES = re.compile(r"(%[YmdHMS%]|[^%])*")


def different(node: exp.Expr) -> Iterator[str]:
    """What the node means differently on the two engines."""
    if isinstance(node, exp.Cast) and not _is_shared(node.to) and not is_exact(node.parent):
        yield f"a cast to {node.to.sql(dialect='duckdb').lower()}"
    if isinstance(node, exp.Cast) and node.to.this in _WHOLE and _is_decimal(node.this):
        yield "a decimal cast to a whole number (round it first)"
    if isinstance(node, exp.Round) and node.args.get("decimals") and _is_decimal(node.this):
        yield "a decimal rounded to some digits (cast it to double first)"
    if isinstance(node, exp.TimeToStr) and not _CODES.fullmatch(_python_format(node)):
        yield "a format of strftime other than %Y %m %d %H %M %S"
    if isinstance(node, exp.GroupConcat) and not node.find(exp.Order):
        yield "string_agg without an order"
    if (
        isinstance(node, exp.ArrayAgg)
        and not isinstance(node.this, exp.Order)
        and not node.find_ancestor(exp.ArraySort, exp.ArrayDistinct)
    ):
        yield "list without an order"
    if isinstance(node, exp.ArraySort) and _is_other_order(node):
        yield "list_sort in another order"
    if isinstance(node, exp.AtTimeZone) and not any(map(is_local_time, (node, _around(node)))):
        yield "a time zone other than (... at time zone 'UTC') at time zone ..."
    if isinstance(node, exp.Left | exp.Right) and isinstance(node.expression, exp.Neg):
        yield f"{node.key} with a negative length"
    if (
        isinstance(node, exp.Substring)
        and getattr(node.args.get("start"), "name", "") == "0"
        and node.args.get("length")
    ):
        yield "substring from 0"
    if isinstance(node, exp.Sub) and any(_is_day(side) for side in (node.this, node.expression)):
        yield "a difference of days"
    if isinstance(node, exp.RegexpLike | exp.RegexpReplace | exp.RegexpExtract | exp.RegexpExtractAll):
        yield from _pattern(node.expression)


def _pattern(pattern: exp.Expr) -> Iterator[str]:
    if isinstance(pattern, exp.Literal):
        try:
            java(pattern.name)
        except PatternRefused as refused:
            yield f"{refused} in a regular expression"


def _is_shared(kind: exp.DataType) -> bool:
    if kind.this == exp.DataType.Type.ARRAY:
        return all(_is_shared(inside) for inside in kind.expressions)
    return kind.this.value in _TYPES


def _around(node: exp.Expr) -> exp.Expr | None:
    around = node.parent
    while isinstance(around, exp.Paren):
        around = around.parent
    return around


def _is_other_order(sort: exp.ArraySort) -> bool:
    """Whether unknown values are to come first, or another order than the rising one is asked for."""
    first = sort.args.get("nulls_first")
    return sort.args.get("asc") is not None or bool(first is not None and first.this)


def _is_decimal(node: exp.Expr) -> bool:
    """Whether it is a decimal by its own words: halves are rounded away from zero then, those of doubles to the even number."""
    if isinstance(node, exp.Paren | exp.Neg | exp.Add | exp.Sub | exp.Mul):
        return any(_is_decimal(side) for side in node.iter_expressions())
    return isinstance(node, exp.Literal) and not node.is_string and "." in node.name


def _is_day(node: exp.Expr) -> bool:
    return isinstance(node, exp.Cast) and node.to.this == exp.DataType.Type.DATE


def _python_format(node: exp.TimeToStr) -> str:
    return str(node.args["format"].name)
