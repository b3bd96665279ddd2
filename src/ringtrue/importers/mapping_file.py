"""A mapping as a file that an auditor can read, correct and sign: written in a fixed order, read with clear
errors."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Dict
from typing import Any

from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import Mapping
from ringtrue.tables import all_tables, table

READ_KEYS = {
    "date_order": "ymd, dmy or mdy",
    "time_format": "a form of times such as %d-%b-%Y %H:%M",
    "zone": "a zone such as Europe/Stockholm",
    "decimal": "the decimal sign, . or ,",
    "missing": "a list of marks that mean no value",
    "encoding": "an encoding such as utf-8 or cp1252",
    "delimiter": "the sign between fields",
    "header_row": "the line of the column names, 0 for none",
    "sheet": "the name of a sheet",
}
TABLE_KEYS = ("name", "from", "primary", "per", "order", "flags", "columns", "values", "patterns")
CHOICES = {"date_order": ("ymd", "dmy", "mdy"), "decimal": (".", ",")}

WRITTEN = """\
# What the columns of this file mean. Written by the import; from now on it is used as it stands here.
# Correct it where you know better, and run the audit again. A column that is not named here is not given.
"""
"""How a mapping begins that the import wrote."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}

Missing = Dict[str, Dict[str, str]]


def to_toml(mapping: Mapping, comments: Sequence[str] = (), missing: Missing | None = None) -> str:
    """The mapping as TOML: the same mapping gives the same text. ``comments`` stand above it, one a line.

    ``missing`` names, by canonical table, columns that still have to be told and what is sought for each.
    """
    content = mapping.content
    lines = [
        WRITTEN.rstrip("\n"),
        *(("#",) if comments else ()),
        *(f"# - {_one_line(note)}" for note in comments),
        "",
    ]
    others = [key for key in content if key not in ("importer", "read", "table")]
    lines += [f"{_key(key)} = {_value(content[key])}" for key in ("importer", *others) if key in content]
    read = content.get("read") or {}
    if read:
        lines += ["", "[read]", *(f"{key} = {_value(read[key])}" for key in _ordered(read, READ_KEYS))]
    for entry in content.get("table", ()):
        lines += ["", *_table_lines(entry, (missing or {}).get(entry["name"], {}))]
    return "\n".join(lines) + "\n"


def from_toml(text: str, file: str) -> Mapping:
    """The mapping that the text of ``file`` holds. Raises ``UnreadableInput`` that says what is wrong, and
    where."""
    try:
        content = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(file, f"it is no sound TOML: {error}", "text such as the import writes it") from error
    _check_read(content.get("read", {}), file)
    entries = content.get("table", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise _wrong(file, "its tables are written as [table]", "[[table]], in two brackets, for each table")
    for entry in entries:
        _check_table(entry, file)
    return Mapping(content=content)


def near(word: str, known: Sequence[str], least: int = 70) -> str:
    """`` (did you mean …?)`` where a known word is near, else nothing."""
    from rapidfuzz import fuzz, process, utils

    best = process.extractOne(
        word, known, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=least
    )
    return f' (did you mean "{best[0]}"?)' if best else ""


def _table_lines(entry: Dict[str, Any], missing: Dict[str, str]) -> Iterator[str]:
    yield "[[table]]"
    for key in ("name", "from", "primary", "per", "order", "flags"):
        if key in entry:
            yield f"{key} = {_value(entry[key])}"
    yield ""
    yield "[table.columns]"
    for column, what in missing.items():
        if column not in entry["columns"]:
            yield f'# {column} = "…"  # still to be told: {_one_line(what)}'
    for column, spec in entry["columns"].items():
        note = f"  # to be checked: {_one_line(missing[column])}" if column in missing else ""
        yield f"{_key(column)} = {_value(spec)}{note}"
    for column, values in entry.get("values", {}).items():
        yield ""
        yield f"[table.values.{_key(column)}]"
        yield from (f"{_key(raw)} = {_value(meant)}" for raw, meant in values.items())
    if entry.get("patterns"):
        yield ""
        yield "[table.patterns]"
        yield from (f"{_key(column)} = {_value(pattern)}" for column, pattern in entry["patterns"].items())


def _ordered(given: Dict[str, Any], known: Dict[str, str]) -> list[str]:
    return [key for key in known if key in given] + [key for key in given if key not in known]


def _one_line(text: str) -> str:
    """The text as a comment can hold it: what cannot be printed would end or break it."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _key(text: str) -> str:
    return text if _BARE.fullmatch(text) else _text(text)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
    return str(value)


def _text(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(sign) or _plain(sign) for sign in text) + '"'


def _plain(sign: str) -> str:
    return sign if sign >= " " and sign != "\x7f" else f"\\u{ord(sign):04X}"


def _check_read(read: Any, file: str) -> None:
    if not isinstance(read, dict):
        raise _wrong(file, "read is no part of its own", "[read] with keys below it")
    for key, value in read.items():
        if key not in READ_KEYS:
            raise _wrong(file, f"[read] has a key {key}{near(key, list(READ_KEYS))}", _listed(READ_KEYS))
        if key in CHOICES and value not in CHOICES[key]:
            raise _wrong(file, f"{key} under [read] is {_value(value)}", READ_KEYS[key])


def _check_table(entry: dict[str, Any], file: str) -> None:
    name = entry.get("name")
    if not isinstance(name, str) or name not in all_tables():
        found = f"a [[table]] has the name {_value(name)}" if name else "a [[table]] has no name"
        raise _wrong(
            file,
            found + near(str(name or ""), list(all_tables())),
            "a canonical table: " + _listed(all_tables()),
        )
    for key in entry:
        if key not in TABLE_KEYS:
            raise _wrong(
                file, f"the [[table]] {name} has a key {key}{near(key, TABLE_KEYS)}", _listed(TABLE_KEYS)
            )
    if not isinstance(entry.get("columns"), dict):
        raise _wrong(
            file, f"the [[table]] {name} has no [table.columns]", "a line for each canonical column below it"
        )
    _check_columns(entry, name, file)


def _check_columns(entry: dict[str, Any], name: str, file: str) -> None:
    known = [column.name for column in table(name).columns]
    for part in ("columns", "values", "patterns"):
        for column in entry.get(part, {}):
            if column not in known:
                found = f'{name} has no column "{column}" ([table.{part}]){near(column, known)}'
                raise _wrong(file, found, f"a column of {name}: {_listed(known)}")
    for column, spec in entry["columns"].items():
        if not _is_spec(spec):
            expected = (
                'a raw column, a list of them, { value = "…" } or { column = "…", when = { … = ["…"] } }'
            )
            raise _wrong(file, f"{column} of {name} is {_value(spec)}", expected)
    for column, pattern in entry.get("patterns", {}).items():
        _check_pattern(pattern, column, file)
    if "per" in entry and entry["per"] not in entry["columns"]:
        raise _wrong(file, f"per of {name} is {_value(entry['per'])}", "a column that [table.columns] names")


def _is_spec(spec: Any) -> bool:
    if isinstance(spec, list):
        return bool(spec) and all(isinstance(part, str) for part in spec)
    if isinstance(spec, dict):
        return isinstance(spec.get("column"), str) or (set(spec) == {"value"})
    return isinstance(spec, str)


def _check_pattern(pattern: Any, column: str, file: str) -> None:
    try:
        groups = re.compile(str(pattern)).groups
    except re.error as error:
        raise _wrong(
            file, f"the pattern of {column} is no regular expression ({error})", "one group in brackets"
        ) from error
    if groups != 1:
        raise _wrong(file, f"the pattern of {column} has {groups} groups", r"exactly one group, as in ^(\d)")


def _listed(words: Any) -> str:
    return ", ".join(words)


def _wrong(file: str, found: str, expected: str) -> UnreadableInput:
    return UnreadableInput(
        file, found, expected, "Correct the mapping file, or delete it to have it written anew."
    )
