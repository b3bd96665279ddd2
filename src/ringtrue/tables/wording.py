"""Names of tables, columns, fixed words and metrics inside a sentence, said in the words of the field; minutes as hours.

A sentence of ours goes through here once, before any format draws it, so that a client reads ``time to resolve`` and not
``resolution_minutes``. Names that are none of ours, such as the columns of an export, stay as they are.
"""

import re
from functools import cache

from ringtrue.tables.metrics import METRICS

_LONG_MINUTES = 120
"""From here on hours read better than minutes. Days do not: a day of service hours is not 24 of them."""

_MINUTES = re.compile(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?) minutes\b")
_METRIC = re.compile(
    r"\b(\w+_minutes)((?: of priority \S+)?) from (\d[\d,]*(?:\.\d+)?) to (\d[\d,]*(?:\.\d+)?)(?=\W|$)"
)
_TOKEN = re.compile(r"(?<![\w./\\-])(?:([a-z]+(?:_[a-z]+)*)\.)?([a-z]+(?:_[a-z]+)*)(?![\w/\\-]|\.\w)")


def in_words(text: str) -> str:
    """The sentence in the words of the field: ``time to resolve of priority 1 from 3 h to 4.5 h``."""
    if "_" not in text and "minutes" not in text and "." not in text:
        return text
    told = _METRIC.sub(_between, text)
    told = _MINUTES.sub(lambda found: hours(_number(found[1])) or found[0], told)
    return _TOKEN.sub(_token, told) if "_" in told or "." in told else told


def value_in_words(value: str) -> str:
    """A value that is one of our fixed words or metrics; any other text as it is."""
    return _words().get(value, value)


def hours(minutes: float) -> str:
    """Minutes as hours where they are two hours or more; else empty."""
    if minutes < _LONG_MINUTES:
        return ""
    return f"{minutes / 60:,.1f}".removesuffix(".0") + "\u00a0h"


def _between(found: re.Match[str]) -> str:
    name = METRICS.get(found[1])
    if name is None:
        return found[0]
    low, high = (_number(found[place]) for place in (3, 4))
    told = [hours(low), hours(high)]
    if not all(told):
        told = [f"{minutes:g}\u00a0min" for minutes in (low, high)]
    return f"{name}{found[2]} from {told[0]} to {told[1]}"


def _token(found: re.Match[str]) -> str:
    table, name = found[1], found[2]
    if table:
        return f"{_spaced(name)} of {_spaced(table)}" if name in _columns().get(table, ()) else found[0]
    return _words().get(name, name)


@cache
def _columns() -> dict[str, frozenset[str]]:
    from ringtrue.tables import all_tables

    return {name: frozenset(column.name for column in one.columns) for name, one in all_tables().items()}


@cache
def _words() -> dict[str, str]:
    """Our names that are no plain words, in plain words."""
    from ringtrue.tables import all_tables

    names = {
        name
        for table in all_tables().values()
        for column in table.columns
        for name in (table.name, column.name, *column.values)
        if "_" in name
    }
    return {name: _spaced(name) for name in names} | METRICS


def _spaced(name: str) -> str:
    return name.replace("_", " ")


def _number(text: str) -> float:
    return float(text.replace(",", ""))
