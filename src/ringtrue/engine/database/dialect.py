"""The SQL that procedures and views may use: DuckDB's dialect, in a subset that Spark can be given too.

Every statement is parsed and held against ``engine.subset``, and its settings are written into it as literals, so that an auditor can
run the very text again.
"""

import re
from collections.abc import Mapping
from functools import cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from ringtrue.engine.subset import is_plainly_inside, outside
from ringtrue.model.errors import WrongUse
from ringtrue.model.procedure import SettingValue
from ringtrue.model.sql import literal

_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")


class OutsideDialect(WrongUse, ValueError):
    """A statement uses something that is not in the subset that both engines share: what, in which file and line."""

    def __init__(self, found: str, place: str = "") -> None:
        self.found = found
        super().__init__(
            f"{place}{': ' if place else ''}{found}. Expected one query with functions that DuckDB and Spark both have and mean the same by; "
            "docs/reference/sql.md names them."
        )


def bind(sql: str, settings: Mapping[str, SettingValue]) -> str:
    """The statement with each ``$name`` replaced by the setting's value as a literal; KeyError for an unknown name."""
    return _PARAMETER.sub(lambda found: literal(settings[found.group(1)]), sql)


@cache
def parse(sql: str, file: str = "") -> exp.Query:
    """The statement as a tree; OutsideDialect if it is not one query, or uses something that Spark does not have or means otherwise.

    ``file`` is where the statement stands, for the message.
    """
    try:
        statements = [one for one in sqlglot.parse(sql, dialect="duckdb") if one is not None]
    except SqlglotError as error:
        raise OutsideDialect(f"it is no SQL ({str(error).splitlines()[0]})", file) from error
    if len(statements) != 1 or not isinstance(statements[0], exp.Query):
        raise OutsideDialect(f"{len(statements)} statements, or one that is no query", file)
    if found := outside(sql, statements[0]):
        line = f"line {found[0].line}" if found[0].line else ""
        told = ", ".join(dict.fromkeys(one.what for one in found))
        raise OutsideDialect(f"it uses {told}", ", ".join(filter(None, (file, line))))
    return statements[0]


def check(sql: str, file: str, thorough: bool) -> None:
    """OutsideDialect if the SQL of a procedure, as it stands in its file, is outside the subset. ``thorough`` looks at every meaning too."""
    if thorough or not is_plainly_inside(sql):
        parse(sql, file)


def reads(tree: exp.Expr) -> set[str]:
    """The names of the tables and views that the tree reads, its own common table expressions left out."""
    own = {expression.alias for expression in tree.find_all(exp.CTE)}
    return {table.name for table in tree.find_all(exp.Table)} - own
