"""The page of results.json, from its dataclasses; ``results.toml`` says what each field means."""

import tomllib
from collections.abc import Mapping
from dataclasses import Field, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import markdown

from ringtrue.model import criteria, result

MEANINGS = tomllib.loads(Path(__file__).with_name("results.toml").read_text(encoding="utf-8"))
ORDER = (
    result.Results,
    result.AuditInfo,
    criteria.Edition,
    result.SourceResult,
    result.ProcedureResult,
    result.SettingUsed,
    result.Lead,
    result.Question,
    result.ObjectRef,
    result.Fact,
    result.ServiceResult,
    result.ClauseResult,
    result.QuestionResult,
)
PLAIN = {str: "text", int: "integer", float: "number", bool: "boolean", Any: "any value", type(None): "null"}

INTRODUCTION = f"""\
Every run writes `runs/<run id>/results.json`. All reports are made from it, so it is also the place
from which other tools should read. Its schema is `{result.SCHEMA}`: a field may be added without a new
number, anything else gets a new one.

A share is between 0 and 1. Times are ISO 8601, in UTC. `null` means that there is no value to give,
never zero."""


def page() -> str:
    """Every object of results.json, its fields with kind and meaning."""
    return markdown.page("results.json", INTRODUCTION, *(_section(kind) for kind in ORDER))


def _section(kind: type) -> str:
    hints = get_type_hints(kind)
    rows = [
        (markdown.code(field.name), _written(hints[field.name]), _meaning(kind, field))
        for field in fields(kind)
    ]
    return f"## {kind.__name__}\n\n{kind.__doc__}\n\n{markdown.table(['field', 'kind', 'meaning'], rows)}"


def _meaning(kind: type, field: Field[Any]) -> str:
    meanings: Mapping[str, str] = MEANINGS.get(kind.__name__, {})
    if field.name not in meanings:
        raise SystemExit(f"docs/generate/results.toml does not say what {kind.__name__}.{field.name} means")
    return meanings[field.name]


def _written(hint: Any) -> str:
    """A Python type in the words of JSON."""
    if hint in PLAIN:
        return PLAIN[hint]
    if hint in ORDER:
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    inner = get_args(hint)
    if get_origin(hint) is Literal:
        return ", ".join(markdown.code(value) for value in inner)
    if get_origin(hint) is tuple:
        return (
            f"list of {_written(inner[0])}" if Ellipsis in inner else f"{len(inner)} × {_written(inner[0])}"
        )
    if get_origin(hint) is not None and issubclass(get_origin(hint), Mapping):
        return f"names with {_written(inner[1])}"
    return " or ".join(_written(part) for part in inner)
