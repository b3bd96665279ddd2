"""What is allowed as such, but not so: the two engines would mean different things by it."""

from collections.abc import Callable, Iterator

from sqlglot import exp

from ringtrue.engine.spark.numbers import is_exact
from ringtrue.engine.spark.patterns import PatternRefused, java, matches_nothing
from ringtrue.engine.subset import writing

Kinds = type[exp.Expr] | tuple[type[exp.Expr], ...]

_PATTERNS = (exp.RegexpLike, exp.RegexpReplace, exp.RegexpExtract, exp.RegexpExtractAll)
_RULES: tuple[tuple[Kinds, Callable[[exp.Expr], bool], str], ...] = (
    (exp.Cast, writing.is_decimal_made_whole, "a decimal cast to a whole number (round it first)"),
    (exp.Round, writing.is_decimal_rounded, "a decimal rounded to some digits (cast it to double first)"),
    (exp.Round, writing.has_open_digits, "round to a number of digits that is not written out"),
    (exp.TimeToStr, writing.is_other_format, "a format of strftime other than %Y %m %d %H %M %S"),
    ((exp.TimestampTrunc, exp.DateTrunc), writing.is_other_unit, "date_trunc to another unit than a year, quarter, month, week, day, hour, minute or second"),
    (exp.Interval, writing.is_open_interval, "an interval of a length that is not written out"),
    (exp.AtTimeZone, writing.is_other_zone, "a time zone other than (... at time zone 'UTC') at time zone ..."),
    (exp.Sub, writing.is_of_days, "a difference of days"),
    (exp.GroupConcat, lambda node: not node.find(exp.Order), "string_agg without an order"),
    (exp.ArrayAgg, writing.is_in_no_order, "list without an order"),
    (exp.ArraySort, writing.is_other_order, "list_sort in another order"),
    (exp.Bracket, writing.is_other_place, "a place in a list other than a number from 1 on"),
    (exp.Left, writing.is_below_zero, "left with a negative length"),
    (exp.Right, writing.is_below_zero, "right with a negative length"),
    ((exp.Left, exp.Right), writing.is_open_length, "left or right with a length that is not written out"),
    (exp.Substring, writing.is_from_zero, "substring from 0"),
    (exp.Substring, writing.is_open_substring, "substring with a start or a length that is not written out, or a negative length"),
    (exp.Chr, writing.is_other_sign, "chr of another number than one from 1 to 255"),
    (exp.Like, writing.is_other_likeness, "like with a backslash, or with a pattern that is not written out"),
    (exp.ILike, lambda _: True, "ilike (say lower(...) like)"),
    (exp.RegexpReplace, lambda node: writing.is_everywhere(node) and matches_nothing(node.expression.name), "a pattern that matches an empty text, replaced everywhere"),
    ((exp.All, exp.Any), lambda node: isinstance(node.this, exp.Query | exp.Subquery), "a comparison with all or any rows of a query"),
    (exp.Star, lambda node: bool(node.args.get("replace")), "* replace"),
)  # fmt: skip
"""What is not meant alike: the kind of an expression, when it is so, and how the refusal calls it."""


def different(node: exp.Expr) -> Iterator[str]:
    """What the node means differently on the two engines."""
    if isinstance(node, exp.Cast) and not writing.is_shared(node.to) and not is_exact(node.parent):
        yield f"a cast to {node.to.sql(dialect='duckdb').lower()}"
    for kinds, is_so, what in _RULES:
        if isinstance(node, kinds) and is_so(node):
            yield what
    if isinstance(node, _PATTERNS):
        yield from _pattern(node.expression)


def _pattern(pattern: exp.Expr) -> Iterator[str]:
    if isinstance(pattern, exp.Literal):
        try:
            java(pattern.name)
        except PatternRefused as refused:
            yield f"{refused} in a regular expression"
