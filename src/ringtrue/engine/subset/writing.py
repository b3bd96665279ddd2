"""How a thing is written: each asks one question about one expression, answered by its words alone, without knowing any column's type."""

import re

from sqlglot import exp

from ringtrue.engine.spark.texts import is_local_time

_TYPES = frozenset(
    ["BIGINT", "BOOLEAN", "DATE", "DOUBLE", "INT", "TEXT", "TIMESTAMP", "TIMESTAMPNTZ", "VARCHAR"]
)
_WHOLE = (exp.DataType.Type.INT, exp.DataType.Type.BIGINT)
_UNITS = frozenset(["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE", "SECOND"])
_CODES = re.compile(r"(%[YmdHMS]|[^%a-zA-Z'\"\[\]{}#])*")


def is_shared(kind: exp.DataType) -> bool:
    """Whether both engines have the type."""
    if kind.this == exp.DataType.Type.ARRAY:
        return all(is_shared(inside) for inside in kind.expressions)
    return kind.this.value in _TYPES


def is_decimal_made_whole(node: exp.Expr) -> bool:
    """Whether a decimal is cast to a whole number."""
    return node.args["to"].this in _WHOLE and _is_decimal(node.this)


def is_decimal_rounded(node: exp.Expr) -> bool:
    """Whether a decimal is rounded to some digits."""
    return bool(node.args.get("decimals")) and _is_decimal(node.this)


def has_open_digits(node: exp.Expr) -> bool:
    """Whether the digits that it is rounded to are worked out."""
    return node.args.get("decimals") is not None and _number(node.args["decimals"]) is None


def is_other_format(node: exp.Expr) -> bool:
    """Whether a moment is written in a way that one of them does not know, or with words in between."""
    return not _CODES.fullmatch(str(node.args["format"].name))


def is_other_unit(node: exp.Expr) -> bool:
    """Whether the start of something rare is asked for, such as a decade."""
    return node.args["unit"].name.upper() not in _UNITS


def is_open_interval(node: exp.Expr) -> bool:
    """Whether a length of time is worked out."""
    return not isinstance(node.this, exp.Literal)


def is_other_zone(node: exp.Expr) -> bool:
    """Whether a zone is used otherwise than to show UTC as a clock of that zone does."""
    return not any(map(is_local_time, (node, _around(node))))


def is_of_days(node: exp.Expr) -> bool:
    """Whether something is taken from a day, or a day from it."""
    return any(
        isinstance(side, exp.Cast) and side.to.this == exp.DataType.Type.DATE
        for side in (node.this, node.expression)
    )


def is_in_no_order(node: exp.Expr) -> bool:
    """Whether values are listed as they come, and nobody sorts them afterwards."""
    return not isinstance(node.this, exp.Order) and not node.find_ancestor(exp.ArraySort, exp.ArrayDistinct)


def is_other_order(node: exp.Expr) -> bool:
    """Whether unknown values are to come first, or another order than the rising one is asked for."""
    first = node.args.get("nulls_first")
    return node.args.get("asc") is not None or bool(first is not None and first.this)


def is_other_place(node: exp.Expr) -> bool:
    """Whether a place in a list is worked out, counted from the end, or a stretch. ``[1]`` is read as 0."""
    return any((_number(one) or 0) < 0 or _number(one) is None for one in node.expressions)


def is_below_zero(node: exp.Expr) -> bool:
    """Whether a length is written with a minus."""
    return isinstance(node.expression, exp.Neg)


def is_open_length(node: exp.Expr) -> bool:
    """Whether a length is worked out."""
    return _number(node.expression) is None


def is_from_zero(node: exp.Expr) -> bool:
    """Whether so many letters are taken from before the first."""
    return _number(node.args["start"]) == 0 and bool(node.args.get("length"))


def is_open_substring(node: exp.Expr) -> bool:
    """Whether its start or its length is worked out, or the length goes backwards."""
    length = node.args.get("length")
    return _number(node.args["start"]) is None or (length is not None and (_number(length) or -1) < 0)


def is_other_sign(node: exp.Expr) -> bool:
    """Whether the number of a sign is worked out, or one of those that Spark takes the rest by 256 of."""
    return not all(1 <= (_number(one) or 0) <= 255 for one in node.expressions)


def is_other_likeness(node: exp.Expr) -> bool:
    """Whether a backslash may stand in the pattern: for Spark it takes the meaning from what follows."""
    return not isinstance(node.expression, exp.Literal) or "\\" in node.expression.name


def is_everywhere(node: exp.Expr) -> bool:
    """Whether a known pattern is replaced at all its places."""
    flags = node.args.get("modifiers")
    return isinstance(node.expression, exp.Literal) and flags is not None and "g" in flags.name


def _number(node: exp.Expr) -> int | None:
    """The whole number that is written there."""
    if isinstance(node, exp.Neg):
        inside = _number(node.this)
        return None if inside is None else -inside
    return int(node.name) if isinstance(node, exp.Literal) and node.name.isdigit() else None


def _around(node: exp.Expr) -> exp.Expr | None:
    around = node.parent
    while isinstance(around, exp.Paren):
        around = around.parent
    return around


def _is_decimal(node: exp.Expr) -> bool:
    """Whether it is a decimal by its own words: halves are rounded away from zero then, those of doubles to the even number."""
    if isinstance(node, exp.Paren | exp.Neg | exp.Add | exp.Sub | exp.Mul):
        return any(_is_decimal(side) for side in node.iter_expressions())
    return isinstance(node, exp.Literal) and not node.is_string and "." in node.name
