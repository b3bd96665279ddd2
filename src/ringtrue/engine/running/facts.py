"""Facts of a run: true statements without a verdict."""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue.engine.database.dialect import parse, reads
from ringtrue.engine.running.judge import rows_of
from ringtrue.model.result import Fact


def fact_texts() -> dict[str, str]:
    """The SQL of every fact, by its name."""
    found = sorted(files("ringtrue.facts").iterdir(), key=lambda file: file.name)
    return {
        file.name.removesuffix(".sql"): file.read_text("utf-8")
        for file in found
        if file.name.endswith(".sql")
    }


def views_of_facts() -> set[str]:
    """The views that the facts read."""
    return {name for text in fact_texts().values() for name in reads(parse(text))}


def facts_of(database: DuckDBPyConnection, flags: Sequence[Mapping[str, Any]]) -> tuple[Fact, ...]:
    """All facts of this run, with what was counted while loading about flags that flip."""
    facts = []
    for name, text in fact_texts().items():
        for place, row in enumerate(rows_of(database, text)):
            statement, value, n = str(row["statement"]), row["value"], row["n"]
            known = value if isinstance(value, int | float | str) else None
            facts.append(
                Fact(
                    id=f"{name}-{place + 1}",
                    statement=statement,
                    value=known,
                    n=int(str(n)) if n is not None else None,
                )
            )
    return (*facts, *(fact for flag in flags for fact in _flag(flag)))


def _flag(told: Mapping[str, Any]) -> list[Fact]:
    flag, cases = told["flag"], told["cases"]
    if not cases:
        return []
    return [
        Fact(
            id=f"flag-{flag}-both",
            statement=f"cases in which {flag} is both true and false during the case: only its last value says anything",
            value=told["cases_with_both"],
            n=cases,
        ),
        Fact(
            id=f"flag-{flag}-end",
            statement=f"share of cases with {flag} true at their end",
            value=told["cases_true_at_end"] / cases,
            n=cases,
        ),
        Fact(
            id=f"flag-{flag}-events",
            statement=f"share of events with {flag} true: higher, and no measure of cases",
            value=told["events_true"] / told["events"] if told["events"] else None,
            n=told["events"],
        ),
    ]
