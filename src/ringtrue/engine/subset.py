"""What of DuckDB's SQL procedures and views may use: what Spark can be given too, and means the same by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot import exp

from ringtrue.engine.spark.numbers import is_exact
from ringtrue.engine.spark.patterns import PatternRefused, java
from ringtrue.engine.spark.texts import is_local_time

ALLOWED_FUNCTIONS = frozenset(
    [
        "abs",
        "and",
        "any_value",
        "arg_max",
        "arg_min",
        "array",
        "avg",
        "bool_and",
        "bool_or",
        "case",
        "cast",
        "ceil",
        "chr",
        "coalesce",
        "concat",
        "concat_ws",
        "contains",
        "count",
        "cume_dist",
        "date_trunc",
        "day",
        "dayofweek",
        "dense_rank",
        "epoch",
        "exists",
        "exp",
        "first_value",
        "floor",
        "greatest",
        "hour",
        "if",
        "isodow",
        "lag",
        "last_value",
        "lead",
        "least",
        "left",
        "length",
        "list",
        "list_concat",
        "list_contains",
        "list_distinct",
        "list_intersect",
        "list_sort",
        "ln",
        "lower",
        "max",
        "md5",
        "median",
        "min",
        "minute",
        "month",
        "nullif",
        "ntile",
        "or",
        "quantile_cont",
        "rank",
        "regexp_extract",
        "regexp_extract_all",
        "regexp_matches",
        "regexp_replace",
        "replace",
        "right",
        "round",
        "row_number",
        "second",
        "sign",
        "sqrt",
        "starts_with",
        "stddev",
        "strftime",
        "string_agg",
        "substring",
        "sum",
        "trim",
        "try_cast",
        "unnest",
        "year",
    ]
)
"""The functions that both engines have, under DuckDB's names. Each is tried on both in ``tests/spark/test_same_values.py``."""

_ALIASES = {
    "anyvalue": "any_value",
    "argmax": "arg_max",
    "argmin": "arg_min",
    "arrayagg": "list",
    "arrayconcat": "list_concat",
    "arraycontains": "list_contains",
    "arraydistinct": "list_distinct",
    "arrayintersect": "list_intersect",
    "arraysort": "list_sort",
    "concatws": "concat_ws",
    "datetrunc": "date_trunc",
    "dayofweekiso": "isodow",
    "explode": "unnest",
    "firstvalue": "first_value",
    "groupconcat": "string_agg",
    "lastvalue": "last_value",
    "logicaland": "bool_and",
    "logicalor": "bool_or",
    "cumedist": "cume_dist",
    "denserank": "dense_rank",
    "percentilecont": "quantile_cont",
    "regexpextract": "regexp_extract",
    "regexpextractall": "regexp_extract_all",
    "regexplike": "regexp_matches",
    "regexpreplace": "regexp_replace",
    "rownumber": "row_number",
    "startswith": "starts_with",
    "timestamptrunc": "date_trunc",
    "timetostr": "strftime",
    "timetounix": "epoch",
    "trycast": "try_cast",
}
_TYPES = frozenset(
    ["BIGINT", "BOOLEAN", "DATE", "DOUBLE", "INT", "TEXT", "TIMESTAMP", "TIMESTAMPNTZ", "VARCHAR"]
)
_WHOLE = (exp.DataType.Type.INT, exp.DataType.Type.BIGINT)
CONSTRUCTS = {
    "a sample": r"using\s+sample|tablesample",
    "a moment with a time zone": r"timestamptz|with\s+time\s+zone",
    "asof join": r"asof",
    "distinct on": r"distinct\s+on",
    "pivot": r"(un)?pivot",
    "positional join": r"positional",
    "similar to": r"similar\s+to|glob",
    "within group": r"within\s+group",
}
_KEYWORDS = frozenset(
    [
        "as",
        "by",
        "distinct",
        "else",
        "filter",
        "from",
        "having",
        "in",
        "join",
        "len",
        "not",
        "on",
        "over",
        "select",
        "then",
        "union",
        "using",
        "values",
        "when",
        "where",
    ]
)
_WRITTEN = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"", re.DOTALL)
_CODES = re.compile(r"(%[YmdHMS%]|[^%])*")
_CALL = re.compile(r"(\w+)\s*\(")


@dataclass(frozen=True)
class Outside:
    """Something outside the subset: what, and the line in the statement where it stands, if that can be told."""

    what: str
    line: int | None


def outside(sql: str, tree: exp.Expr) -> list[Outside]:
    """All that the statement uses outside the subset, in the order of its lines. ``tree`` is the same statement, parsed."""
    bare = _WRITTEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), sql)
    found = {*_functions(sql, bare, tree), *_constructs(bare), *_meanings(tree)}
    return sorted(found, key=lambda one: (one.line or 0, one.what))


def functions(tree: exp.Expr) -> set[str]:
    """The names of all functions that the tree calls, in DuckDB's spelling."""
    return {name_of(call) for call in tree.find_all(exp.Func)}


def name_of(call: exp.Func) -> str:
    """The name of a function in DuckDB's spelling."""
    name = call.name.lower() if isinstance(call, exp.Anonymous) else call.key
    return _ALIASES.get(name, name)


def _functions(sql: str, bare: str, tree: exp.Expr) -> Iterator[Outside]:
    for call in tree.find_all(exp.Func):
        if name_of(call) not in ALLOWED_FUNCTIONS:
            name, line = _as_written(call, sql, bare)
            yield Outside(f"the function {name}", line)


def _as_written(call: exp.Func, sql: str, bare: str) -> tuple[str, int | None]:
    """The name as the file has it, and its line."""
    if "start" in call.meta:
        return sql[call.meta["start"] : call.meta["end"] + 1].lower(), int(call.meta["line"])
    name = name_of(call)
    for found in re.finditer(r"\w+", bare):
        if found[0].lower().replace("_", "") == name.replace("_", ""):
            return found[0].lower(), bare.count("\n", 0, found.start()) + 1
    return name, _line(call)


def _constructs(bare: str) -> Iterator[Outside]:
    for what, words in CONSTRUCTS.items():
        for found in re.finditer(rf"\b(?:{words})\b", bare, re.IGNORECASE):
            yield Outside(what, bare.count("\n", 0, found.start()) + 1)


def _meanings(tree: exp.Expr) -> Iterator[Outside]:
    """What is allowed as such, but not so: the two engines would mean different things."""
    for node in tree.walk():
        for what in _different(node):
            yield Outside(what, _line(node))


def _different(node: exp.Expr) -> Iterator[str]:
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


def _line(node: exp.Expr) -> int | None:
    """The line of the first thing inside that knows its own, else of what stands around."""
    lines = [one.meta["line"] for one in node.walk() if "line" in one.meta]
    return int(lines[0]) if lines else _line(node.parent) if node.parent else None


def is_plainly_inside(sql: str) -> bool:
    """Whether all functions are known by the very names they are written with, and no word of a construct outside stands there.

    Quick, for a catalogue that is loaded often: what is not plain is parsed.
    """
    bare = _WRITTEN.sub(" ", sql)
    called = {name.lower() for name in _CALL.findall(bare)}
    return called <= ALLOWED_FUNCTIONS | _KEYWORDS and not any(_constructs(bare))
