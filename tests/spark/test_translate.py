"""Every difference of the two engines that is known is rewritten: what stands on the left for us stands on the right for Spark."""

import pytest
import sqlglot
from sqlglot import exp

from ringtrue.engine.running.views import view_texts
from ringtrue.engine.spark.translate import to_spark

DIFFERENCES = {
    "a decimal is a double, so that both divide alike": ("select a / 60.0", "a / CAST(60.0 AS DOUBLE)"),
    "seconds keep their fraction": ("select epoch(a)", "unix_micros(CAST(a AS TIMESTAMP)) / CAST(1000000 AS DOUBLE)"),
    "Monday is 1": ("select isodow(a)", "WEEKDAY(a) + 1"),
    "a quantile lies between the two nearest values": ("select quantile_cont(a, 0.9)", "PERCENTILE(a, CAST(0.9 AS DOUBLE))"),
    "unknown values come last": ("select a from t order by a", "ORDER BY a NULLS LAST"),
    "the first place is replaced": ("select regexp_replace(a, 'x', 'y')", "regexp_replace(a, '^([\\\\s\\\\S]*?)(?:x)', '$1y')"),
    "every place is replaced": ("select regexp_replace(a, 'x', 'y', 'g')", "regexp_replace(a, 'x', 'y')"),
    "groups are named as Java does": ("select regexp_replace(a, '(x)', '<\\1>', 'g')", "'<$1>'"),
    "case is folded in every script": ("select regexp_matches(a, '(?i)é')", "'(?iu)é'"),
    "scripts are named as Java does": ("select regexp_matches(a, '\\p{Han}')", "\\\\p{IsHan}"),
    "the whole match is taken": ("select regexp_extract(a, 'x(y)')", "regexp_extract(a, 'x(y)', 0)"),
    "len counts a list": ("select len(a)", "CARDINALITY(a)"),
    "length counts a text": ("select length(a)", "LENGTH(a)"),
    "what two lists share": ("select list_intersect(a, b)", "ARRAY_INTERSECT(a, b)"),
    "an ordered list keeps order and unknown values": (
        "select list(a order by b) filter (where c) from t",
        "TRANSFORM(ARRAY_SORT(COLLECT_LIST(STRUCT(b AS k0, a AS v)) FILTER(WHERE c), (l, r) -> CASE",
    ),
    "texts are put together in order": ("select string_agg(a, ', ' order by a)", "LISTAGG(a, ', ') WITHIN GROUP"),
    "concat leaves out what is not known": ("select concat(a, b)", "CONCAT_WS('', a, b)"),
}  # fmt: skip


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_a_known_difference_is_rewritten(difference: str) -> None:
    ours, theirs = DIFFERENCES[difference]
    assert theirs.lower() in to_spark(ours).lower()


def test_what_stands_inside_is_rewritten_too() -> None:
    assert "unix_micros" in to_spark("select quantile_cont(epoch(a) / 60.0, 0.5) from t").lower()


@pytest.mark.parametrize("view", sorted(view_texts()))
def test_every_view_can_be_said_in_sparks_words(view: str) -> None:
    assert isinstance(sqlglot.parse_one(to_spark(view_texts()[view]), dialect="spark"), exp.Query)
