"""``mapping.toml``: written for an auditor to correct, read back with the faults named."""

import json
import tomllib
from collections.abc import Iterable, Mapping as Dict
from typing import Any

from rapidfuzz import process

from ringtrue.model.errors import WrongUse
from ringtrue.model.source import Mapping
from ringtrue.tables import all_tables

_HEAD = """# What the columns of this export were taken for. Correct it and run `ringtrue audit` on the audit folder again.
# docs/reference/mapping.md explains every entry.
"""


def to_toml(mapping: Mapping, comments: Iterable[str] = ()) -> str:
    """The text of a mapping file: the same mapping gives the same text. ``comments`` stand at its top."""
    content = mapping.content
    lines = [_HEAD, *(f"# {' '.join(comment.split())}" for comment in comments), ""]
    lines += [f"{_key(key)} = {_value(value)}" for key, value in content.items() if key not in ("read", "table")]
    if content.get("read"):
        lines += ["", "[read]", *_entries(content["read"])]
    for table in content.get("table", ()):
        lines += ["", *_table(table)]
    return "\n".join(lines) + "\n"


def from_toml(text: str, file: str) -> Mapping:
    """Read a mapping file; WrongUse names what in it is not known, and the nearest word that is."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WrongUse(f"{file}: {error}. Expected TOML, as docs/reference/mapping.md shows.") from error
    for table in content.get("table", ()):
        _check(table, file)
    return Mapping(content=content)


def _check(table: Dict[str, Any], file: str) -> None:
    name = table.get("name", "")
    if name not in all_tables():
        raise WrongUse(f'{file}: there is no table "{name}".{_nearest(name, all_tables())}')
    known = [column.name for column in all_tables()[name].columns]
    named = {*table.get("columns", {}), *table.get("values", {}), *table.get("patterns", {})}
    for column in sorted(named - set(known)):
        raise WrongUse(f'{file}: table {name} has no column "{column}".{_nearest(column, known)}')


def _nearest(word: str, known: Iterable[str]) -> str:
    best = process.extractOne(word, list(known), score_cutoff=60)
    return f" Did you mean {best[0]}?" if best else f" Known: {', '.join(known)}."


def _table(table: Dict[str, Any]) -> list[str]:
    inner = ("columns", "values", "patterns")
    lines = ["[[table]]", *_entries({key: value for key, value in table.items() if key not in inner})]
    lines += ["[table.columns]", *_entries(table.get("columns", {}))]
    if table.get("patterns"):
        lines += ["[table.patterns]", *_entries(table["patterns"])]
    for column, values in table.get("values", {}).items():
        lines += [f"[table.values.{_key(column)}]", *_entries(values)]
    return lines


def _entries(entries: Dict[str, Any]) -> list[str]:
    return [f"{_key(key)} = {_value(value)}" for key, value in entries.items() if value is not None]


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("_", "").replace("-", "").isalnum() else json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(inner) for inner in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007F")
