"""What of DuckDB's SQL procedures and views may use: what Spark can be given too, and means the same by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlglot import exp

from ringtrue.engine.subset.functions import ALLOWED_FUNCTIONS, functions, name_of
from ringtrue.engine.subset.meanings import different

__all__ = ["ALLOWED_FUNCTIONS", "CONSTRUCTS", "Outside", "functions", "is_plainly_inside", "outside"]

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
        for what in different(node):
            yield Outside(what, _line(node))


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
