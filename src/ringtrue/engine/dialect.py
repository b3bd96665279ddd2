"""The SQL that procedures and views may use: DuckDB's dialect, in a subset that Spark can be given too.

Every statement is parsed, its functions are held against an allow-list, and its settings are written into it as literals, so that an
auditor can run the very text again.
"""

import re
from collections.abc import Mapping
from functools import cache

import sqlglot
from sqlglot import exp

from ringtrue.model.procedure import SettingValue
from ringtrue.model.sql import literal

ALLOWED_FUNCTIONS = frozenset(
    [
        "abs",
        "and",
        "any_value",
        "arg_max",
        "arg_min",
        "avg",
        "case",
        "cast",
        "ceil",
        "coalesce",
        "concat",
        "concat_ws",
        "contains",
        "corr",
        "count",
        "cume_dist",
        "date_trunc",
        "day",
        "dayofweek",
        "dense_rank",
        "epoch",
        "exp",
        "extract",
        "filter",
        "first_value",
        "floor",
        "greatest",
        "hour",
        "if",
        "iff",
        "isnull",
        "isodow",
        "lag",
        "last_value",
        "lead",
        "least",
        "left",
        "len",
        "length",
        "like",
        "list",
        "list_concat",
        "list_contains",
        "list_distinct",
        "list_intersect",
        "list_sort",
        "list_transform",
        "ln",
        "lower",
        "max",
        "md5",
        "median",
        "min",
        "minute",
        "month",
        "not",
        "now",
        "nullif",
        "or",
        "percentile_cont",
        "quantile_cont",
        "rank",
        "regexp_extract",
        "regexp_extract_all",
        "regexp_matches",
        "regexp_replace",
        "replace",
        "right",
        "round",
        "row_number",
        "sqrt",
        "starts_with",
        "stddev",
        "string_agg",
        "substr",
        "substring",
        "sum",
        "trim",
        "unnest",
        "upper",
        "bool_and",
        "bool_or",
        "year",
        "ntile",
        "strftime",
        "second",
        "mode",
        "isodow",
        "sign",
        "array",
    ]
)
"""The functions that both engines have, under DuckDB's names."""

_ALIASES = {
    "arraycontains": "list_contains",
    "arraydistinct": "list_distinct",
    "arrayintersect": "list_intersect",
    "arrayconcat": "list_concat",
    "arraysize": "len",
    "arraysort": "list_sort",
    "sortarray": "list_sort",
    "arrayagg": "list",
    "argmax": "arg_max",
    "argmin": "arg_min",
    "anyvalue": "any_value",
    "firstvalue": "first_value",
    "lastvalue": "last_value",
    "concatws": "concat_ws",
    "groupconcat": "string_agg",
    "logicaland": "bool_and",
    "logicalor": "bool_or",
    "regexplike": "regexp_matches",
    "regexpextract": "regexp_extract",
    "regexpextractall": "regexp_extract_all",
    "regexpreplace": "regexp_replace",
    "percentilecont": "percentile_cont",
    "rownumber": "row_number",
    "startswith": "starts_with",
    "timestamptrunc": "date_trunc",
    "datetrunc": "date_trunc",
    "dayofweekiso": "isodow",
    "timetostr": "strftime",
    "timetounix": "epoch",
    "explode": "unnest",
}
_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")


class OutsideDialect(ValueError):
    """A statement uses something that is not in the subset that both engines share: a fault of ours."""


def bind(sql: str, settings: Mapping[str, SettingValue]) -> str:
    """The statement with each ``$name`` replaced by the setting's value as a literal; KeyError for an unknown name."""
    return _PARAMETER.sub(lambda found: literal(settings[found.group(1)]), sql)


@cache
def parse(sql: str) -> exp.Query:
    """The statement as a tree; OutsideDialect if it is not one query, or calls a function outside the allow-list."""
    statements = [one for one in sqlglot.parse(sql, dialect="duckdb") if one is not None]
    if len(statements) != 1 or not isinstance(statements[0], exp.Query):
        raise OutsideDialect("expected one query")
    outside = sorted(name for name in functions(statements[0]) if name not in ALLOWED_FUNCTIONS)
    if outside:
        raise OutsideDialect(f"functions outside the allow-list: {', '.join(outside)}")
    return statements[0]


def functions(tree: exp.Expr) -> set[str]:
    """The names of all functions that the tree calls, in DuckDB's spelling."""
    return {_name(call) for call in tree.find_all(exp.Func)}


def reads(tree: exp.Expr) -> set[str]:
    """The names of the tables and views that the tree reads, its own common table expressions left out."""
    own = {expression.alias for expression in tree.find_all(exp.CTE)}
    return {table.name for table in tree.find_all(exp.Table)} - own


def _name(call: exp.Func) -> str:
    name = call.name.lower() if isinstance(call, exp.Anonymous) else call.key
    return _ALIASES.get(name, name)
