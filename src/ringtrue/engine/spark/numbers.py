"""Where the two engines count differently."""

from typing import cast

from sqlglot import exp

from ringtrue.engine.spark.build import Rewrites, call, spark

_WHOLE = (exp.DataType.Type.INT, exp.DataType.Type.BIGINT)
_TEXT = (exp.DataType.Type.VARCHAR, exp.DataType.Type.TEXT)
_COUNTED = (exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Round, exp.Floor, exp.Ceil, exp.Abs, exp.Avg, exp.Median, exp.PercentileCont)  # fmt: skip

_WORKED_OUT = "a number that was worked out"


def _number(node: exp.Expr) -> exp.Expr:
    """``0.5`` is a decimal for both, but they divide decimals differently: all of ours become doubles."""
    number = cast(exp.Literal, node)
    if number.is_string or "." not in number.name:
        return node
    return exp.cast(number.copy(), exp.DataType.Type.DOUBLE)


def _divided(node: exp.Expr) -> exp.Expr:
    """By zero we get an infinity, or NaN; Spark breaks off."""
    division = cast(exp.Div, node)
    if _is_never_zero(division.expression):
        return node
    return _worked_out(
        "case when {1} = 0 then cast({0} as double) * double('Infinity') else {0} / {1} end",
        division.this,
        division.expression,
    )


def _is_never_zero(divisor: exp.Expr) -> bool:
    while isinstance(divisor, exp.Paren | exp.Cast):
        divisor = divisor.this
    if isinstance(divisor, exp.Nullif):
        return isinstance(divisor.expression, exp.Literal) and float(divisor.expression.name) == 0
    return isinstance(divisor, exp.Literal) and not divisor.is_string and float(divisor.name) != 0


def _rounded_down(node: exp.Expr) -> exp.Expr:
    """A whole number is a double still; what has no digits behind the point, an infinity too, is that already."""
    return _worked_out(
        f"case when abs(double({{0}})) < {2**52} then cast(floor({{0}}) as double) else double({{0}}) end",
        node.this,
    )


def _rounded_up(node: exp.Expr) -> exp.Expr:
    return _worked_out(
        f"case when abs(double({{0}})) < {2**52} then cast(ceil({{0}}) as double) else double({{0}}) end",
        node.this,
    )


def _sign(node: exp.Expr) -> exp.Expr:
    """A whole number; of what is not a number, 0."""
    return spark("case when isnan(double({0})) then 0 else int(sign({0})) end", node.this)


def _rounded(node: exp.Expr) -> exp.Expr:
    """Rounded by its exact value, halves away from zero; Spark rounds the decimal digits that it would print.

    What stands behind the point is taken in parts of 2^-60, exactly, and counted in whole numbers. From 1e12 on no digit is lost.
    """
    places = node.args.get("decimals")
    if not isinstance(places, exp.Literal) or places.name not in "123456":
        return node
    large = 10 ** int(places.name)
    size = "abs(double({0}))"
    parts = f"cast(cast(({size} - floor({size})) * {2**60}D as bigint) as decimal(19, 0))"
    digits = f"double(({parts} * {2 * large} + {2**60}) div {2**61})"
    return _worked_out(
        f"case when {size} < 1e12 then sign(double({{0}})) * (floor({size}) * {large}D + {digits}) / {large}D "
        f"else double(round({{0}}, {places.name})) end",
        node.this,
    )


def _logarithm(node: exp.Expr) -> exp.Expr:
    """Of zero, minus infinity; of less, not a number; Spark's is NULL."""
    return _worked_out(
        "case when {0} < 0 then double('NaN') when {0} = 0 then double('-Infinity') else ln({0}) end",
        node.this,
    )


def _cast(node: exp.Expr) -> exp.Expr:
    """A fraction becomes the nearest whole number, half to even, where Spark cuts it off; as a text it has no exponent below 1e16."""
    made = cast(exp.Cast, node)
    kind = made.to.this
    if kind in _TEXT:
        return node if made.this.is_string or isinstance(made.this, exp.Null) else _text(made.this)
    if kind not in _WHOLE or isinstance(made.this, exp.Null | exp.Literal):
        return node
    whole = f"cast({{0}} as {'int' if kind == exp.DataType.Type.INT else 'bigint'})"
    rounded = whole.format("rint(double({0}))")
    return spark(f"case when typeof({{0}}) in ('double', 'float') then {rounded} else {whole} end", made.this)


def as_text(node: exp.Expr) -> exp.Expr:
    """A value put into a text. A column stands there as it is: numbers that may be large are to be cast."""
    return _text(node) if _is_counted(node) else node


def _is_counted(node: exp.Expr) -> bool:
    """Whether it is a number that was worked out, as it stood or as it is rewritten."""
    while isinstance(node, exp.Paren) and not node.meta.get(_WORKED_OUT):
        node = node.this
    return bool(node.meta.get(_WORKED_OUT)) or isinstance(node, _COUNTED)


def _worked_out(template: str, *nodes: exp.Expr) -> exp.Expr:
    """A rewritten number, that is known as one when it is put into a text."""
    found = spark(template, *nodes)
    found.meta[_WORKED_OUT] = True
    return found


def _text(node: exp.Expr) -> exp.Expr:
    """A value as a text, doubles as DuckDB writes them: plain from 1e-4 up to 1e16, else like ``1e+16``.

    What is no double is read by its text first, so that Spark takes days and lists here too.
    """
    number = "try_cast(cast({0} as string) as double)"
    size = f"abs({number})"
    plain = f"regexp_replace(regexp_replace(cast(cast({number} as decimal(38, 20)) as string), '0+$', ''), '[.]$', '.0')"
    raised = "replace(lower(regexp_replace(regexp_replace(replace(cast({0} as string), '.0E', 'E'), 'E([0-9])', 'E+$1'), 'E([+-])([0-9])$', 'E$10$2')), 'infinity', 'inf')"
    return spark(
        f"case when typeof({{0}}) <> 'double' or {number} = 0 or ({size} >= 1e-3 and {size} < 1e7) then cast({{0}} as string) "
        f"when {size} >= 1e-4 and {size} < 1e16 then {plain} else {raised} end",
        node,
    )


def is_exact(node: exp.Expr | None) -> bool:
    """Whether fractions are summed as decimals, so that their order does not matter: the one use of decimals that both know."""
    return (
        isinstance(node, exp.Sum)
        and isinstance(node.this, exp.Cast)
        and node.this.to.this == exp.DataType.Type.DECIMAL
    )


def _summed(node: exp.Expr) -> exp.Expr:
    """An exact sum is a double from there on: decimals are divided differently."""
    if not is_exact(node) or isinstance(node.parent, exp.Filter | exp.Window):
        return node
    return spark("cast({0} as double)", node.copy())


def _quantile(node: exp.Expr) -> exp.Expr:
    """The quantile between the two nearest values."""
    return call("percentile", node.this, node.expression)


REWRITES: Rewrites = {
    exp.Literal: _number,
    exp.Div: _divided,
    exp.Floor: _rounded_down,
    exp.Ceil: _rounded_up,
    exp.Round: _rounded,
    exp.Sign: _sign,
    exp.Ln: _logarithm,
    exp.Cast: _cast,
    exp.PercentileCont: _quantile,
    exp.Sum: _summed,
}
