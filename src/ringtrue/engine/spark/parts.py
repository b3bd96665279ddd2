"""A statement in the parts that are worked out on their own.

Spark works out a common table expression anew wherever it is named, so that statements of ours that name theirs often become plans of
thousands of steps. What is named more than once is worked out once; what reads small tables only is left to DuckDB.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from typing import Literal

from sqlglot import exp

_COSTLY = (exp.Join, exp.Group, exp.Window, exp.Distinct, exp.SetOperation, exp.AggFunc, exp.Subquery)
"""What makes Spark move rows about."""


@dataclass(frozen=True)
class Part:
    """A named part of a statement: its own query, and who works it out beforehand: ``small`` is DuckDB's, ``large`` Spark's."""

    name: str
    query: exp.Query
    by: Literal["small", "large"]


def parts_of(tree: exp.Query, large: Set[str], fresh: Callable[[], str]) -> list[Part]:
    """The parts to work out beforehand, in order. The statement is left to read them under the names that ``fresh`` gives."""
    if not _is_plain(tree, large):
        return []
    _lift(tree)
    named = Counter(table.name for table in tree.find_all(exp.Table))
    known, stay, found = set(large), dict[str, exp.Query](), list[Part]()
    for expression in _expressions(tree):
        name, inner = expression.alias, expression.this
        by = _by(inner, named[name], known, stay)
        if by is None:
            stay[name] = inner
            continue
        new = fresh()
        expression.pop()
        _rename(tree, name, new)
        found.append(Part(new, _with(inner, stay), by))
        if by == "large":
            known.add(new.lower())
    if not _expressions(tree):
        tree.set("with_", None)
    return found


def _expressions(tree: exp.Expr) -> list[exp.CTE]:
    told = tree.args.get("with_")
    return list(told.expressions) if told else []


def _is_plain(tree: exp.Query, large: Set[str]) -> bool:
    """Whether each name means one thing throughout: no recursion, no name twice, none that hides a table."""
    names = [one.alias.lower() for one in tree.find_all(exp.CTE)]
    return (
        len(names) == len(set(names))
        and not set(names) & set(large)
        and not any(one.args.get("recursive") for one in tree.find_all(exp.With))
    )


def _lift(tree: exp.Query) -> None:
    """What is named inside a common table expression, or inside the one query that is read from, is named before it instead."""
    source = tree.args.get("from_")
    if source and isinstance(source.this, exp.Subquery) and _expressions(source.this.this):
        told = source.this.this.args["with_"]
        source.this.this.set("with_", None)
        tree.set("with_", exp.With(expressions=[*_expressions(tree), *told.expressions]))
    inside = next((one for one in _expressions(tree) if _expressions(one.this)), None)
    while inside:
        told = inside.this.args["with_"]
        inside.this.set("with_", None)
        place = tree.args["with_"].expressions.index(inside)
        tree.args["with_"].set(
            "expressions", [*_expressions(tree)[:place], *told.expressions, *_expressions(tree)[place:]]
        )
        inside = next((one for one in _expressions(tree) if _expressions(one.this)), None)


def _by(
    query: exp.Query, times: int, large: Set[str], stay: Mapping[str, exp.Query]
) -> Literal["small", "large"] | None:
    """Who works a part out beforehand; None where it stays: it is named once, or costs no more than reading it."""
    tables = {table.name for table in query.find_all(exp.Table)}
    if not tables & stay.keys() and not {name.lower() for name in tables} & large:
        return "small"
    return "large" if times > 1 and query.find(*_COSTLY) else None


def _with(query: exp.Query, stay: Mapping[str, exp.Query]) -> exp.Query:
    """The part with all that it reads of what stays in the statement."""
    needed = {table.name for table in query.find_all(exp.Table)} & stay.keys()
    whole = query.copy()
    for name in reversed(list(stay)):
        if name in needed:
            needed |= {table.name for table in stay[name].find_all(exp.Table)} & stay.keys()
    for name in stay:
        if name in needed:
            whole = whole.with_(name, stay[name].copy(), copy=False)
    return whole


def _rename(tree: exp.Query, name: str, new: str) -> None:
    for table in tree.find_all(exp.Table):
        if table.name == name and not table.args.get("db"):
            if not table.alias:
                table.set("alias", exp.TableAlias(this=exp.to_identifier(name)))
            table.set("this", exp.to_identifier(new))
