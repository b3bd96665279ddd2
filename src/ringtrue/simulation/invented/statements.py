"""The SQL files of this folder: read, put in order, and given their settings."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files
from importlib.resources.abc import Traversable

import sqlglot

HELPER = "-- helper"
_COMMENT = re.compile(r"--[^\n]*")
_READ = re.compile(r"\b(?:from|join)\s+([a-z_]+)\b")
_SETTING = re.compile(r"\$([a-z_]+)")


@dataclass(frozen=True)
class Script:
    """Several statements with what they say about themselves in the comments before the first."""

    name: str
    sql: str

    @property
    def what(self) -> str:
        """What is done, in plain words: the first comment."""
        said = (line for line in self._comments() if not line.startswith(("consequences:", "then:")))
        return " ".join(said).strip()

    @property
    def consequences(self) -> tuple[str, ...]:
        """Other procedures that may rightly give a lead because of it."""
        return self._listed("consequences:")

    def statements(self, settings: Mapping[str, float]) -> list[str]:
        """The statements one by one, with the settings written into them."""
        text = ";".join(_COMMENT.sub("", part) for part in (self.sql, *map(ending, self._listed("then:"))))
        for name, value in settings.items():
            text = re.sub(rf"\${name}\b", repr(float(value)), text)
        return _split(text)

    def _listed(self, word: str) -> tuple[str, ...]:
        told = [line.removeprefix(word) for line in self._comments() if line.startswith(word)]
        return tuple(part.strip() for line in told for part in line.split(",") if part.strip())

    def _comments(self) -> Iterable[str]:
        for line in self.sql.splitlines():
            if not line.startswith("--"):
                return
            yield line.removeprefix("--").strip()


@cache
def texts() -> dict[str, str]:
    """The select of every table and helper by name."""
    return _sql_files(files(__package__) / "tables")


@cache
def ending(name: str) -> str:
    """The statements that several scripts have in common at their end; a script names them by ``-- then: name``."""
    return (files(__package__) / "endings" / f"{name}.sql").read_text("utf-8")


@cache
def helpers() -> frozenset[str]:
    """Relations that are built for others to read and are not written out."""
    return frozenset(name for name, text in texts().items() if text.startswith(HELPER))


@cache
def reads(name: str) -> frozenset[str]:
    """The tables and helpers that the one named reads."""
    return frozenset(_READ.findall(_COMMENT.sub("", texts()[name]))) & texts().keys() - {name}


def in_order(names: Iterable[str]) -> tuple[str, ...]:
    """The names in an order in which each reads only those before it."""
    chosen = set(names)
    order = TopologicalSorter({name: sorted(reads(name) & chosen) for name in sorted(chosen)})
    return tuple(order.static_order())


def used(text: str, settings: Mapping[str, object]) -> dict[str, object]:
    """Those settings that the text names."""
    return {name: settings[name] for name in sorted(set(_SETTING.findall(_COMMENT.sub("", text))))}


def macros(seed: int) -> list[str]:
    """The statements that create the macros for a seed."""
    text = (files(__package__) / "macros.sql").read_text("utf-8")
    return _split(_COMMENT.sub("", text).replace("$seed", str(int(seed))))


@cache
def scripts(folder: str) -> dict[str, Script]:
    """The scripts below a folder: in one that is named like a question, ``flow/hop_count.sql`` is ``flow.hop-count``."""
    found: dict[str, Script] = {}
    for place in sorted((files(__package__) / folder).iterdir(), key=lambda one: one.name):
        if place.is_dir():
            inside = {
                f"{place.name}.{name.replace('_', '-')}": text for name, text in _sql_files(place).items()
            }
        else:
            inside = (
                {place.name.removesuffix(".sql").replace("_", "-"): place.read_text("utf-8")}
                if place.name.endswith(".sql")
                else {}
            )
        found |= {name: Script(name, text) for name, text in inside.items()}
    return found


def _split(text: str) -> list[str]:
    tokens = sqlglot.tokenize(text, dialect="duckdb")
    ends = [token.start for token in tokens if token.token_type == sqlglot.TokenType.SEMICOLON] + [len(text)]
    starts = [0, *(end + 1 for end in ends)]
    return [part for start, end in zip(starts, ends, strict=False) if (part := text[start:end].strip())]


def _sql_files(folder: Traversable) -> dict[str, str]:
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".sql")), key=lambda one: one.name)
    return {one.name.removesuffix(".sql"): one.read_text("utf-8") for one in found}
