"""What an outline tells, text by text: where each text stands, and the numbers in it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from ringtrue.reports.parts import Table

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def numbers(text: str) -> list[str]:
    """Every number of a text as it is written: shares, counts, bounds, days, ids."""
    return _NUMBER.findall(text.replace("\u200b", ""))


def told(given: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text with the fields and columns that lead to it, such as ``leads.procedures.leads.numbers.text``."""
    if isinstance(given, str):
        yield place, given
    elif isinstance(given, Table):
        yield from told((given.caption, given.note), place)
        yield from ((f"{place}.head", column.title) for column in given.columns)
        for row in given.rows:
            for column, cell in zip(given.columns, row, strict=False):
                yield from told(cell, f"{place}.{column.title}")
    elif isinstance(given, tuple):
        for one in given:
            yield from told(one, place)
    elif is_dataclass(given) and not isinstance(given, type):
        for one in fields(given):
            yield from told(getattr(given, one.name), f"{place}.{one.name}".lstrip("."))


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each number stands in these texts."""
    return Counter(number for text in texts for number in numbers(text))


def left_out(place: str, named: Mapping[str, str]) -> str | None:
    """The pattern of ``named`` that a place fits, so that a format need not carry what stands there."""
    return next((pattern for pattern in named if re.fullmatch(pattern, place)), None)
