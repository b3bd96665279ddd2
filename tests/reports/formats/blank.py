"""Results without a number in them, so that whatever a file does not tell is seen at once."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

UNTOLD = -987_654_321
_NAMES = frozenset({"id", "kind", "measure", "item_kind", "judged_table", "file", "name", "question", "lead", "object", "unit", "leads", "clauses", "criteria", "procedures", "schema"})  # fmt: skip
"""Names by which things are found again, and words of ours."""


def blank(given: Any) -> Any:
    """The same with every number spoilt and every digit of a text gone; names stay."""
    if isinstance(given, bool) or given is None:
        return given
    if isinstance(given, int | float):
        return UNTOLD
    if isinstance(given, str):
        return re.sub(r"\d", "#", given)
    if isinstance(given, tuple):
        return tuple(map(blank, given))
    if isinstance(given, Mapping):
        return {key: blank(value) for key, value in given.items()}
    if not is_dataclass(given) or isinstance(given, type):
        return given
    changed: dict[str, Any] = {
        one.name: blank(getattr(given, one.name)) for one in fields(given) if one.name not in _NAMES
    }
    changed |= {name: tuple(map(blank, getattr(given, name))) for name in ("leads",) if _holds_leads(given)}
    return replace(given, **changed)


def _holds_leads(given: Any) -> bool:
    found = getattr(given, "leads", None)
    return isinstance(found, tuple) and any(is_dataclass(one) for one in found)
