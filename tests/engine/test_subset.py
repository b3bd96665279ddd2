"""SQL that DuckDB and Spark do not carry out alike is refused when a procedure is loaded: what it uses, in which file and line."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from ringtrue import plugins
from ringtrue.engine.database.dialect import OutsideDialect, check, parse
from ringtrue.engine.running.facts import fact_texts
from ringtrue.engine.running.views import view_texts

REFUSED = {
    "a function that Spark lacks": ("select jaccard(a, b) from t", "the function jaccard"),
    "a function under another name": ("select approx_quantile(a, 0.5) from t", "the function approx_quantile"),
    "a function without brackets": ("select current_date from t", "current_date"),
    "the time of the run": ("select now() from t", "the function now"),
    "a part of a moment, by a word": ("select extract('dow' from a) from t", "the function extract"),
    "days between two moments": ("select date_diff('day', a, b) from t", "the function date_diff"),
    "a difference of days": ("select cast(a as date) - cast(b as date) from t", "a difference of days"),
    "letters that have no single large form": ("select upper(a) from t", "the function upper"),
    "the most frequent value, of several": ("select mode(a) from t", "the function mode"),
    "a list in no order": ("select list(a) from t", "list without an order"),
    "texts put together in no order": ("select string_agg(a, ',') from t", "string_agg without an order"),
    "a falling list": ("select list_sort(a, 'desc') from t", "list_sort in another order"),
    "one row of each, in no order": ("select distinct on (a) a, b from t", "distinct on"),
    "a quantile in another writing": ("select percentile_cont(0.5) within group (order by a) from t", "within group"),
    "a moment with a zone": ("select cast(a as timestamptz) from t", "a moment with a time zone"),
    "a zone of its own": ("select a at time zone 'Europe/Paris' from t", "a time zone other than"),
    "a decimal that is divided": ("select cast(a as decimal(10, 2)) / 3 from t", "a cast to decimal(10, 2)"),
    "a decimal as a whole number": ("select cast(-1.5 * a as integer) from t", "a decimal cast to a whole number"),
    "a small kind of number": ("select cast(a as hugeint) from t", "a cast to"),
    "a name of a weekday": ("select strftime(a, '%A') from t", "a format of strftime"),
    "a flag inside a pattern": ("select regexp_matches(a, 'x(?i)y') from t", "(?i) in a regular expression"),
    "a class that Java lacks": ("select regexp_matches(a, '[[:word:]]') from t", "[:word:] in a regular expression"),
    "a length below zero": ("select left(a, -1) from t", "left with a negative length"),
    "a start before the first letter": ("select substring(a, 0, 2) from t", "substring from 0"),
    "a start that is worked out": ("select substring(a, n) from t", "a start or a length that is not written out"),
    "a length that goes backwards": ("select substring(a, 2, -1) from t", "or a negative length"),
    "a length that is worked out": ("select right(a, n) from t", "a length that is not written out"),
    "a text tried as a number": ("select try_cast(a as bigint) from t", "the function try_cast"),
    "digits that are worked out": ("select round(a, n) from t", "a number of digits that is not written out"),
    "the start of a decade": ("select date_trunc('decade', a) from t", "date_trunc to another unit"),
    "a length of time that is worked out": ("select a + interval (n) minute from t", "an interval of a length"),
    "a place from the end of a list": ("select a[-1] from t", "a place in a list"),
    "a place that is worked out": ("select a[n] from t", "a place in a list"),
    "a stretch of a list": ("select a[1:2] from t", "a place in a list"),
    "a sign beyond the first 255": ("select chr(8364)", "chr of another number"),
    "words in a format": ("select strftime(a, '%Y-Q') from t", "a format of strftime"),
    "a backslash in a likeness": ("select a like 'x\\_%' from t", "like with a backslash"),
    "a likeness in whatever case": ("select a ilike 'x' from t", "ilike"),
    "nothing, replaced everywhere": ("select regexp_replace(a, 'x*', 'y', 'g') from t", "a pattern that matches an empty text"),
    "a comparison with all rows": ("select a from t where a > all (select a from u)", "all or any rows of a query"),
    "columns put in place of others": ("select * replace (a + 1 as a) from t", "* replace"),
    "some of the rows": ("select a from t using sample 10", "a sample"),
    "another way of joining": ("select a from t asof join u on t.a >= u.a", "asof join"),
    "two statements": ("select 1; select 2", "2 statements"),
    "a change": ("drop table t", "no query"),
    "no SQL": ("select from where", "no SQL"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_and_named(what: str) -> None:
    sql, named = REFUSED[what]
    with pytest.raises(OutsideDialect) as refused:
        parse(sql)
    assert named in str(refused.value)


@pytest.mark.parametrize("thorough", [False, True])
def test_the_file_and_the_line_are_named(thorough: bool) -> None:
    sql = "-- jaccard(a, b) in a comment is no call\nselect\n    'jaccard(a)' as told,\n    jaccard(a, b)\nfrom t"
    with pytest.raises(OutsideDialect, match=r"^their/own\.sql, line 4: it uses the function jaccard"):
        check(sql, "their/own.sql", thorough)


@pytest.mark.parametrize("what", [one for one in REFUSED if REFUSED[one][1].startswith("the function")])
def test_the_quick_look_misses_no_function(what: str) -> None:
    with pytest.raises(OutsideDialect):
        check(REFUSED[what][0], "a.sql", thorough=False)


def test_our_own_procedures_views_and_facts_are_inside() -> None:
    for one in plugins.procedures():
        for sql in (one.sql, one.groups_sql, one.records_sql, one.chart_sql):
            if sql:
                parse(sql)
    for sql in (*view_texts().values(), *fact_texts().values()):
        parse(sql)


def test_a_procedure_of_others_is_refused_when_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "their_procedures"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "own.py").write_text('"""One of theirs."""\n\nPROCEDURE = object()\n')
    (package / "own.sql").write_text("select\n    a,\n    list(b)\nfrom cases\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    theirs = EntryPoint("own", "their_procedures.own", "ringtrue.procedures")
    monkeypatch.setattr(plugins, "entry_points", lambda group: [theirs])
    plugins.procedures.cache_clear()
    try:
        with pytest.raises(OutsideDialect, match=r"own\.sql, line 3: it uses list without an order"):
            plugins.procedures()
    finally:
        plugins.procedures.cache_clear()
