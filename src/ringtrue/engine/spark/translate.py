"""Our SQL in Spark's words: where the two engines say a thing differently, or mean a different thing by the same word.

Each difference that is known has its rewriting in ``numbers``, ``texts`` or ``lists``, and is tried on both engines in
``tests/spark/test_same_values.py``; what cannot be rewritten is refused by ``engine.dialect``.
"""

import re
from functools import cache
from typing import cast

import sqlglot
from sqlglot import exp

from ringtrue.engine.spark import lists, membership, numbers, texts
from ringtrue.engine.spark.build import Rewrites, call

_LENGTH_OF_LIST = re.compile(r"\blen\s*\(")


def read(sql: str) -> exp.Expr:
    """A statement of ours as a tree in which the two counts are told apart: ``len`` counts a list, ``length`` a text."""
    return sqlglot.parse_one(_LENGTH_OF_LIST.sub("list_size_of(", sql), dialect="duckdb")


@cache
def to_spark(sql: str) -> str:
    """The statement for Spark."""
    return said_to_spark(read(sql))


def said_to_spark(tree: exp.Expr) -> str:
    """The same of a tree that ``read`` gave, which is changed by it."""
    for node in reversed(list(tree.walk())):  # what stands inside comes first
        rewrite = _REWRITES.get(type(node))
        new = rewrite(node) if rewrite else node
        if new is not node:
            node.replace(new)
    return tree.sql(dialect="spark")


def said_to_duckdb(tree: exp.Expr) -> str:
    """A tree that ``read`` gave, for DuckDB again."""
    return tree.sql(dialect="duckdb").replace("LIST_SIZE_OF(", "len(")


def _anonymous(node: exp.Expr) -> exp.Expr:
    asked = cast(exp.Anonymous, node)
    name = asked.name.lower()
    if name == "list_size_of":  # of an unknown list both say nothing
        return call("cardinality", *asked.expressions)
    if name == "list_intersect":
        return call(
            "array_compact", call("array_intersect", *asked.expressions)
        )  # unknown values are in neither
    return node


_REWRITES: Rewrites = {
    exp.Anonymous: _anonymous,
    **numbers.REWRITES,
    **texts.REWRITES,
    **lists.REWRITES,
    **membership.REWRITES,
}
