"""Whether something is among the rows of a query, where the answer may be unknown: Spark says no instead, unless it filters by it."""

from sqlglot import exp

from ringtrue.engine.spark.build import Rewrites, said, spark


def _among(node: exp.Expr) -> exp.Expr:
    """It is unknown whether a value is among rows of which one, or which itself, is not known."""
    query = node.args.get("query")
    around = node.find_ancestor(exp.Where, exp.Having, exp.Join, exp.Qualify, exp.Select)
    if query is None or not isinstance(around, exp.Select):
        return node
    values = node.this.expressions if isinstance(node.this, exp.Tuple) else [node.this]
    names = [f"k{place}" for place in range(len(values))]
    may_be = " and ".join(
        f"({name} = {said(value)} or {name} is null or {said(value)} is null)"
        for name, value in zip(names, values, strict=True)
    )
    rows = f"{said(query.unnest())}"
    return spark(
        f"case when {{0}} then true when exists (select 1 from ({rows}) as r({', '.join(names)}) where {may_be}) "
        "then cast(null as boolean) else false end",
        node,
    )


REWRITES: Rewrites = {exp.In: _among}
"""By the kind of an expression of ours, what is to stand in its place for Spark."""
