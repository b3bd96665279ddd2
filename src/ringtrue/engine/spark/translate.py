"""Our SQL in Spark's words: where the two engines say a thing differently, or mean a different thing by the same word.

Each difference that is known has its rewriting here and its row in ``tests/spark/differences.yaml``.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import cast

import sqlglot
from sqlglot import exp

_LENGTH_OF_LIST = re.compile(r"\blen\s*\(")


@cache
def to_spark(sql: str) -> str:
    """The statement for Spark. ``len`` counts a list in our SQL, ``length`` a text."""
    tree = sqlglot.parse_one(_LENGTH_OF_LIST.sub("list_size_of(", sql), dialect="duckdb")
    for node in reversed(list(tree.walk())):  # what stands inside comes first
        rewrite = _REWRITES.get(type(node))
        new = rewrite(node) if rewrite else node
        if new is not node:
            node.replace(new)
    return tree.sql(dialect="spark")


def _anonymous(node: exp.Expr) -> exp.Expr:
    call = cast(exp.Anonymous, node)
    name = call.name.lower()
    if name == "list_size_of":  # of an unknown list both say nothing
        return exp.Anonymous(this="cardinality", expressions=call.expressions)
    if name == "list_intersect":
        return exp.Anonymous(this="array_intersect", expressions=call.expressions)
    return node


def _weekday(node: exp.Expr) -> exp.Expr:
    """Monday is 1 for us and 0 for Spark."""
    return _calc("weekday({0}) + 1", [node.this])


def _number(node: exp.Expr) -> exp.Expr:
    """``0.5`` is a decimal for both, but they divide decimals differently: all of ours become doubles."""
    literal = cast(exp.Literal, node)
    if literal.is_string or "." not in literal.name:
        return node
    return exp.cast(literal.copy(), exp.DataType.Type.DOUBLE)


def _epoch(node: exp.Expr) -> exp.Expr:
    """Seconds since 1970 with their fraction; Spark's own function drops it."""
    return _calc("unix_micros(cast({0} as timestamp)) / cast(1000000 as double)", [node.this])


def _quantile(node: exp.Expr) -> exp.Expr:
    """The quantile between the two nearest values."""
    return exp.Anonymous(this="percentile", expressions=[node.this, node.expression])


def _replaced(node: exp.Expr) -> exp.Expr:
    """Without ``g`` only the first place is replaced; Spark replaces all: what stands before it is matched too, from the start."""
    call = cast(exp.RegexpReplace, node)
    flags = call.args.get("modifiers")
    pattern, by = call.expression, call.args["replacement"]
    if flags is not None and "g" in flags.name:
        return exp.Anonymous(this="regexp_replace", expressions=[call.this, _java(pattern), _by(by)])
    first = exp.Literal.string("^([\\s\\S]*?)(?:" + pattern.name + ")")
    return exp.Anonymous(this="regexp_replace", expressions=[call.this, _java(first), _by(by, kept="$1")])


def _extracted(node: exp.Expr) -> exp.Expr:
    """The whole match, unless a group is named; Spark takes the first group."""
    call = cast(exp.RegexpExtract, node)
    group = call.args.get("group") or exp.Literal.number(0)
    return exp.Anonymous(this="regexp_extract", expressions=[call.this, _java(call.expression), group])


def _extracted_all(node: exp.Expr) -> exp.Expr:
    call = cast(exp.RegexpExtractAll, node)
    group = call.args.get("group") or exp.Literal.number(0)
    return exp.Anonymous(this="regexp_extract_all", expressions=[call.this, _java(call.expression), group])


def _matched(node: exp.Expr) -> exp.Expr:
    call = cast(exp.RegexpLike, node)
    return exp.Anonymous(this="regexp_like", expressions=[call.this, _java(call.expression)])


def _java(pattern: exp.Expr) -> exp.Expr:
    """Java folds the case of ASCII only, unless told to fold that of every script; and it calls a script by another name."""
    if isinstance(pattern, exp.Literal):
        folded = pattern.name.replace("(?i)", "(?iu)")
        return exp.Literal.string(re.sub(r"\\p\{(\w{3,})\}", r"\\p{Is\1}", folded))
    return pattern


def _by(replacement: exp.Expr, kept: str = "") -> exp.Expr:
    """``\\1`` names a group in DuckDB, ``$1`` in Java; one more group stands before them where the start is kept."""
    if not isinstance(replacement, exp.Literal):
        return replacement
    shift = 1 if kept else 0
    text = replacement.name.replace("$", "\\$")
    return exp.Literal.string(kept + re.sub(r"\\(\d)", lambda found: f"${int(found[1]) + shift}", text))


def _listed(node: exp.Expr) -> exp.Expr:
    """An ordered list keeps its order and its unknown values: pairs of key and value are sorted, then the keys dropped."""
    if not isinstance(node.this, exp.Order):
        return node
    keys = [one.this.sql(dialect="spark") for one in node.this.expressions]
    pairs = ", ".join(f"{key} as k{place}" for place, key in enumerate(keys))
    value = node.this.this.sql(dialect="spark")
    where = node.parent.expression.sql(dialect="spark") if isinstance(node.parent, exp.Filter) else ""
    filtered = f" filter ({where})" if where else ""
    return _spark(f"transform(array_sort(collect_list(struct({pairs}, {value} as v)){filtered}), x -> x.v)")


def _filtered(node: exp.Expr) -> exp.Expr:
    """An ordered list has taken its condition inside."""
    return node.this if isinstance(node.this, exp.Transform) else node


_REWRITES: dict[type[exp.Expr], Callable[[exp.Expr], exp.Expr]] = {
    exp.Anonymous: _anonymous,
    exp.Literal: _number,
    exp.TimeToUnix: _epoch,
    exp.PercentileCont: _quantile,
    exp.RegexpReplace: _replaced,
    exp.RegexpExtract: _extracted,
    exp.RegexpExtractAll: _extracted_all,
    exp.RegexpLike: _matched,
    exp.DayOfWeekIso: _weekday,
    exp.ArrayAgg: _listed,
    exp.Filter: _filtered,
}


def _calc(template: str, arguments: list[exp.Expr]) -> exp.Expr:
    texts = [one.sql(dialect="spark") for one in arguments]
    return exp.Paren(this=sqlglot.parse_one(template.format(*texts), dialect="spark"))


def _spark(text: str) -> exp.Expr:
    return sqlglot.parse_one(text, dialect="spark")
