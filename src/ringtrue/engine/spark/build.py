"""Spark's expressions, put together from texts."""

from collections.abc import Callable

import sqlglot
from sqlglot import exp

Rewrites = dict[type[exp.Expr], Callable[[exp.Expr], exp.Expr]]
"""By the kind of an expression of ours, what is to stand in its place for Spark."""


def said(node: exp.Expr | None) -> str:
    """An expression in Spark's words."""
    return node.sql(dialect="spark") if node is not None else "null"


def spark(template: str, *nodes: exp.Expr | None) -> exp.Expr:
    """The expression that the template says, ``{0}`` and so on standing for the nodes; in brackets, so that it can stand anywhere."""
    return exp.Paren(this=sqlglot.parse_one(template.format(*map(said, nodes)), dialect="spark"))


def call(name: str, *nodes: exp.Expr) -> exp.Expr:
    """A function of Spark's by its own name, which sqlglot leaves as it is."""
    return exp.Anonymous(this=name, expressions=list(nodes))
