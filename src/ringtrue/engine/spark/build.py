"""Spark's expressions, put together from texts."""

from collections.abc import Callable

import sqlglot
from sqlglot import exp

Rewrites = dict[type[exp.Expr], Callable[[exp.Expr], exp.Expr]]
"""By the kind of an expression of ours, what is to stand in its place for Spark."""


def said(node: exp.Expr | None) -> str:
    """An expression in Spark's words."""
    return node.sql(dialect="spark") if node is not None else "null"


def _held(node: exp.Expr | None) -> str:
    """The same, in brackets where something that stands beside it could tear it apart."""
    return (
        f"({said(node)})"
        if isinstance(node, exp.Binary | exp.Unary | exp.Predicate) and not isinstance(node, exp.Paren)
        else said(node)
    )


def spark(template: str, *nodes: exp.Expr | None) -> exp.Expr:
    """The expression that the template says, ``{0}`` and so on standing for the nodes; in brackets, so that it can stand anywhere."""
    return exp.Paren(this=sqlglot.parse_one(template.format(*map(_held, nodes)), dialect="spark"))


def call(name: str, *nodes: exp.Expr) -> exp.Expr:
    """A function of Spark's by its own name, which sqlglot leaves as it is."""
    return exp.Anonymous(this=name, expressions=list(nodes))
