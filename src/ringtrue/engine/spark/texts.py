"""Where the two engines read texts and moments differently."""

import re
from typing import cast

from sqlglot import exp

from ringtrue.engine.spark.build import Rewrites, call, said, spark
from ringtrue.engine.spark.numbers import as_text
from ringtrue.engine.spark.patterns import java

_BLANKS = " " + "".join(
    f"\\u{number:04x}" for number in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
)
"""The signs of Unicode's class of blanks (Zs), as Spark's texts name them."""


def _lower(node: exp.Expr) -> exp.Expr:
    """One letter becomes one letter; Java makes two of one, and knows the Greek letter at the end of a word."""
    return spark("lower(translate({0}, 'İΣ', 'iσ'))", node.this)


def _trimmed(node: exp.Expr) -> exp.Expr:
    """Every blank of Unicode, such as the one that does not break; Spark's own takes the common one only."""
    if node.args.get("expression") is not None:
        return node
    where = {"LEADING": "leading", "TRAILING": "trailing"}.get(str(node.args.get("position")), "both")
    return spark(f"trim({where} '{_BLANKS}' from {{0}})", node.this)


def _put_together(node: exp.Expr) -> exp.Expr:
    """What is not known is left out."""
    return call("concat_ws", exp.Literal.string(""), *map(as_text, node.expressions))


def _put_together_with(node: exp.Expr) -> exp.Expr:
    between, *parts = node.expressions
    return call("concat_ws", between, *map(as_text, parts))


def _appended(node: exp.Expr) -> exp.Expr:
    parts = [as_text(part) for part in (node.this, node.expression)]
    if parts == [node.this, node.expression]:
        return node
    return exp.DPipe(this=parts[0].copy(), expression=parts[1].copy(), safe=True)


def _replaced(node: exp.Expr) -> exp.Expr:
    """Without ``g`` only the first place is replaced; Spark replaces all: what stands before it is matched too, from the start."""
    asked = cast(exp.RegexpReplace, node)
    flags, by = _flags(asked), asked.args["replacement"]
    if "g" in flags:
        return call("regexp_replace", asked.this, _java(asked.expression, flags), _by(by))
    first = said(_java(asked.expression, flags))
    start = spark(f"concat('^([\\\\s\\\\S]*?)(?:', {first}, ')')")
    if isinstance(asked.expression, exp.Literal):
        start = exp.Literal.string(f"^([\\s\\S]*?)(?:{_java(asked.expression, flags).name})")
    return call("regexp_replace", asked.this, start, _by(by, kept="$1"))


def _extracted(node: exp.Expr) -> exp.Expr:
    """The whole match, unless a group is named; Spark takes the first group."""
    asked = cast(exp.RegexpExtract, node)
    group = asked.args.get("group") or exp.Literal.number(0)
    return call("regexp_extract", asked.this, _java(asked.expression), group)


def _extracted_all(node: exp.Expr) -> exp.Expr:
    asked = cast(exp.RegexpExtractAll, node)
    group = asked.args.get("group") or exp.Literal.number(0)
    return call("regexp_extract_all", asked.this, _java(asked.expression), group)


def _matched(node: exp.Expr) -> exp.Expr:
    asked = cast(exp.RegexpLike, node)
    return call("regexp_like", asked.this, _java(asked.expression, _flags(asked)))


def _flags(node: exp.Expr) -> str:
    flags = node.args.get("modifiers") or node.args.get("flag")
    return str(flags.name) if flags is not None else ""


def _java(pattern: exp.Expr, flags: str = "") -> exp.Expr:
    """A pattern that a column holds is taken as it stands: such columns are our own lists of words, without special signs."""
    if not isinstance(pattern, exp.Literal):
        return pattern
    return exp.Literal.string(java(("(?i)" if "i" in flags else "") + pattern.name))


def _by(replacement: exp.Expr, kept: str = "") -> exp.Expr:
    """``\\1`` names a group in DuckDB, ``$1`` in Java; one more group stands before them where the start is kept."""
    if not isinstance(replacement, exp.Literal):
        return replacement
    shift = 1 if kept else 0
    text = replacement.name.replace("$", "\\$")
    return exp.Literal.string(kept + re.sub(r"\\(\d)", lambda found: f"${int(found[1]) + shift}", text))


def _weekday(node: exp.Expr) -> exp.Expr:
    """Monday is 1 for us and 0 for Spark."""
    return spark("weekday({0}) + 1", node.this)


def _day_of_week(node: exp.Expr) -> exp.Expr:
    """Sunday is 0 for us and 1 for Spark."""
    return spark("dayofweek({0}) - 1", node.this)


def _epoch(node: exp.Expr) -> exp.Expr:
    """Seconds since 1970 with their fraction; Spark's own function drops it."""
    return spark("unix_micros(cast({0} as timestamp)) / cast(1000000 as double)", node.this)


def _begun(node: exp.Expr) -> exp.Expr:
    """The start of a day, month... is a moment, of a day too."""
    return spark(f"date_trunc('{node.args['unit'].name.lower()}', cast({{0}} as timestamp))", node.this)


def is_local_time(node: exp.Expr | None) -> bool:
    """Whether a moment of ours, which is UTC, is asked for as the clock of a zone shows it: the one use of zones that both know."""
    if not isinstance(node, exp.AtTimeZone):
        return False
    inner = node.this.unnest()
    return isinstance(inner, exp.AtTimeZone) and inner.args["zone"].name == "UTC"


def _local(node: exp.Expr) -> exp.Expr:
    if not is_local_time(node):
        return node
    return spark(
        "from_utc_timestamp(cast({0} as timestamp), {1})", node.this.unnest().this, node.args["zone"]
    )


REWRITES: Rewrites = {
    exp.AtTimeZone: _local,
    exp.Lower: _lower,
    exp.Trim: _trimmed,
    exp.Concat: _put_together,
    exp.ConcatWs: _put_together_with,
    exp.DPipe: _appended,
    exp.RegexpReplace: _replaced,
    exp.RegexpExtract: _extracted,
    exp.RegexpExtractAll: _extracted_all,
    exp.RegexpLike: _matched,
    exp.DayOfWeekIso: _weekday,
    exp.DayOfWeek: _day_of_week,
    exp.TimeToUnix: _epoch,
    exp.TimestampTrunc: _begun,
    exp.DateTrunc: _begun,
}
