"""Where the two engines mean different lists, or choose a different one of many."""

from typing import cast

from sqlglot import exp

from ringtrue.engine.spark.build import Rewrites, call, said, spark


def _listed(node: exp.Expr) -> exp.Expr:
    """A list keeps unknown values, and of no rows there is none; a condition on it is taken along."""
    if isinstance(node.parent, exp.Filter):
        return node
    return _list(cast(exp.ArrayAgg, node), "")


def _filtered(node: exp.Expr) -> exp.Expr:
    if not isinstance(node.this, exp.ArrayAgg):
        return node
    return _list(node.this, f" filter ({said(node.expression)})")


def _list(node: exp.ArrayAgg, condition: str) -> exp.Expr:
    order = node.this if isinstance(node.this, exp.Order) else None
    value = order.this if order else node.this
    once = isinstance(value, exp.Distinct)
    value = value.expressions[0] if isinstance(value, exp.Distinct) else value
    keys = order.expressions if order else []
    parts = ", ".join(
        [f"{said(key.this)} as k{place}" for place, key in enumerate(keys)] + [f"{said(value)} as v"]
    )
    rows = f"collect_list(struct({parts})){condition}"
    if keys:
        rows = f"array_sort({rows}, (l, r) -> {_compared(keys)})"
    values = f"transform({rows}, x -> x.v)"
    return spark(f"nullif({f'array_distinct({values})' if once else values}, array())")


def _compared(keys: list[exp.Expr]) -> str:
    """How two rows stand to each other: -1, 0, 1; unknown keys last, unless they are asked for first."""
    comparison = "0"
    for place, key in reversed(list(enumerate(keys))):
        low, high = (1, -1) if key.args.get("desc") else (-1, 1)
        unknown = -1 if key.args.get("nulls_first") else 1
        left, right = f"l.k{place}", f"r.k{place}"
        comparison = (
            f"case when {left} is null and {right} is null then {comparison} when {left} is null then {unknown} "
            f"when {right} is null then {-unknown} when {left} < {right} then {low} when {left} > {right} then {high} else {comparison} end"
        )
    return comparison


def _distinct(node: exp.Expr) -> exp.Expr:
    """Unknown values are left out."""
    return spark("array_compact(array_distinct({0}))", node.this)


def _contains(node: exp.Expr) -> exp.Expr:
    """A list with unknown values does not contain what it does not name."""
    return spark(
        "case when {0} is not null and {1} is not null then coalesce(array_contains({0}, {1}), false) end",
        node.this,
        node.expression,
    )


def _joined(node: exp.Expr) -> exp.Expr:
    """An unknown list adds nothing, and of unknown lists the whole is empty."""
    return call("concat", *(call("coalesce", part, call("array")) for part in (node.this, *node.expressions)))


def _item(node: exp.Expr) -> exp.Expr:
    """Beyond the end there is nothing; Spark breaks off."""
    return call("get", node.this, node.expressions[0])


def _best(name: str, node: exp.Expr) -> exp.Expr:
    """A row with an unknown value is passed over."""
    return call(name, node.this, spark("if({0} is null, null, {1})", node.this, node.expression))


def _side_by_side(node: exp.Expr) -> exp.Expr:
    """Lists that are unnested beside one another are walked in step; Spark would pair each value with each."""
    unnested = [
        one for one in node.expressions if isinstance(one, exp.Alias) and isinstance(one.this, exp.Explode)
    ]
    if len(unnested) > 1:
        zipped = exp.Inline(this=exp.ArraysZip(expressions=[one.this.this.copy() for one in unnested]))
        names = [exp.to_identifier(one.alias, quoted=True) for one in unnested]
        others = [one for one in node.expressions if one not in unnested]
        node.set("expressions", [exp.Aliases(this=zipped, expressions=names), *others])
    return node


REWRITES: Rewrites = {
    exp.Select: _side_by_side,
    exp.ArrayAgg: _listed,
    exp.Filter: _filtered,
    exp.ArrayDistinct: _distinct,
    exp.ArrayContains: _contains,
    exp.ArrayConcat: _joined,
    exp.Bracket: _item,
    exp.ArgMax: lambda node: _best("max_by", node),
    exp.ArgMin: lambda node: _best("min_by", node),
}
