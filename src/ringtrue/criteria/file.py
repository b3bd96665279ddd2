"""A file of the organisation's own criteria as it stands: what it says of itself, and its entries with their places."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ringtrue.model.errors import UnreadableInput, WrongUse

LARGEST_BYTES = 5 * 1024 * 1024
LISTS = frozenset({"procedures", "described_in", "shown_by", "serves"})

Place = Callable[[str], str]


@dataclass(frozen=True)
class Entry:
    """One rule: its values by field, texts or lists of texts, and where each of them stands."""

    values: Mapping[str, Any]
    place: Place


@dataclass(frozen=True)
class Read:
    """A file: what it says of itself and its rules."""

    about: Mapping[str, Any]
    entries: tuple[Entry, ...]


def read_file(name: str, folder: Path) -> Read:
    """Read a criteria file inside the audit folder. WrongUse for a place outside it, UnreadableInput for what is no such file."""
    path = _inside(name, folder)
    if path.stat().st_size > LARGEST_BYTES:
        raise UnreadableInput(
            name, "it is larger than 5 MB", "a file of criteria", "Leave out what is no rule."
        )
    if path.suffix.lower() in (".yaml", ".yml"):
        return _read_yaml(path.read_bytes(), name)
    from ringtrue.criteria.workbook import read_workbook

    about, rows = read_workbook(path, name)
    return Read(about, tuple(Entry(values, place) for values, place in rows))


def _inside(name: str, folder: Path) -> Path:
    path, root = (folder / name).resolve(), folder.resolve()
    if not path.is_relative_to(root):
        raise WrongUse(
            f'audit.toml: criteria "{name}" lie outside the audit folder. Copy the file into it, so that the audit stays whole.'
        )
    if not path.is_file():
        raise WrongUse(f'audit.toml: criteria "{name}" are not there. Expected the file {path}.')
    return path


class _NoAliases(yaml.SafeLoader):
    """YAML without aliases: a small text with aliases can mean an enormous one."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            event = self.peek_event()  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(
                None, None, "aliases are not taken; write the value out", event.start_mark
            )
        return super().compose_node(parent, index)


def _read_yaml(content: bytes, name: str) -> Read:
    try:
        node = yaml.compose(content.decode("utf-8-sig"), Loader=_NoAliases)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableInput(
            name, f"it is no YAML ({_short(error)})", "YAML in UTF-8", "Correct that place."
        ) from error
    about = {key: value for key, value, _ in _fields(node)}
    clauses = about.pop("clauses", None)
    if not isinstance(clauses, yaml.SequenceNode):
        raise UnreadableInput(
            name,
            "it holds no list of clauses",
            "`clauses:` with an entry for each rule (id, title, …)",
            "See docs/how-to/own-criteria.md.",
        )
    entries = tuple(_entry(entry, number) for number, entry in enumerate(clauses.value, 1))
    return Read({key: _text(value) for key, value in about.items()}, entries)


def _entry(node: yaml.Node, number: int) -> Entry:
    lines = {key: line for key, _, line in _fields(node)}
    values = {key: _list(value) if key in LISTS else _text(value) for key, value, _ in _fields(node)}
    first = node.start_mark.line + 1
    return Entry(values, lambda key: f"line {lines.get(key, first)}, clause {number}, {key}")


def _fields(node: yaml.Node | None) -> Sequence[tuple[str, Any, int]]:
    if not isinstance(node, yaml.MappingNode):
        return ()
    return [(str(key.value), value, key.start_mark.line + 1) for key, value in node.value]


def _text(value: Any) -> str:
    """A scalar as it is written, so that 4.10 stays 4.10."""
    if not isinstance(value, yaml.ScalarNode) or value.tag == "tag:yaml.org,2002:null":
        return ""
    return str(value.value)


def _list(value: Any) -> list[str]:
    if isinstance(value, yaml.SequenceNode):
        return [_text(one) for one in value.value]
    text = _text(value)
    return [part.strip() for part in text.split(";") if part.strip()]


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
