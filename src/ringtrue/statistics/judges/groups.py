"""How judges read rows: whose row it is, numbers in it, settings by name, and groups that are too small to
judge.
"""

from collections.abc import Mapping
from typing import Any, TypedDict

from ringtrue.model import Judgement, Rows, SettingValue
from ringtrue.model.errors import WrongUse
from ringtrue.model.plural import plural_of

Row = Mapping[str, Any]
Settings = Mapping[str, SettingValue]
ITEM_KIND = "item_kind"
"""The name under which a judge finds the kind of record that is counted."""
Number = float | int | str
"""A number, or the name of the setting that holds it."""


class Identity(TypedDict):
    """Whom a judgement is about."""

    object: str
    service: str | None
    family: str


def identity(row: Row) -> Identity:
    """The object, service and family of a row."""
    service = row.get("service")
    return {
        "object": str(row["object"]),
        "service": None if service is None else str(service),
        "family": str(row.get("family") or ""),
    }


def number(argument: Number, settings: Settings) -> float:
    """The number itself, or the setting of that name; a setting that is absent or no number is a WrongUse."""
    value = settings.get(argument) if isinstance(argument, str) else argument
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise WrongUse(f'the setting "{argument}" is to be a number, found {value!r}. Set it to a number.')
    return float(value)


def things(settings: Settings) -> str:
    """What is counted, in the plural: the setting ``ITEM_KIND``, which a run adds for procedures about records; else cases."""
    return plural_of(str(settings.get(ITEM_KIND, "case")).replace("_", " "))


def count(row: Row, column: str) -> int | None:
    """The whole number in a column; None where it is absent or NULL."""
    value = row.get(column)
    return None if value is None else int(value)


def measure(row: Row, column: str) -> float | None:
    """The number in a column; None where it is absent, NULL or not a number."""
    value = row.get(column)
    if value is None:
        return None
    return float(value) if float(value) == float(value) else None


def by_object(rows: Rows) -> list[list[Row]]:
    """The rows of each family and object together, in the order of first appearance."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((str(row.get("family") or ""), str(row["object"])), []).append(row)
    return list(groups.values())


def by_family(rows: Rows) -> list[list[Row]]:
    """The rows of each family together, in the order of first appearance."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(str(row.get("family") or ""), []).append(row)
    return list(groups.values())


def untestable(row: Row, n: int, reason: str) -> Judgement:
    """The judgement that nothing can be said, and why."""
    return Judgement(**identity(row), n=n, testable=False, reason=reason)


def too_few(n: int, least: float, what: str = "cases") -> str:
    """The reason of a group below the least n, in a sentence."""
    one = f"{what[:-3]}y" if what.endswith("ies") else what.removesuffix("s")
    return f"only {n} {one if n == 1 else what}; at least {least:g} are needed"


UNKNOWN = "how many there are is not known"
"""The reason of a row without its counts."""
