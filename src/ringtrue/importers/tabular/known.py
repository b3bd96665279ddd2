"""Exports that are known by their columns, where these leave open what kind of cases they hold."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ringtrue.model.source import RawTable
from ringtrue.model.sql import literal, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class Known:
    """What is known of an export: where it comes from, the kind of its cases, columns that mislead by their
    names, and columns instead of which others are taken."""

    title: str
    kind: str
    left_out: tuple[str, ...]
    instead: Mapping[str, str]


def known_export(connection: "DuckDBPyConnection", raw: RawTable) -> Known | None:
    """The export, if it is known by its columns and a word in them."""
    for export in _exports():
        if set(export["columns"]) <= set(raw.columns) and _has_word(connection, raw, **export["word"]):
            return Known(export["title"], export["kind"], tuple(export["left_out"]), export["instead"])
    return None


def _has_word(connection: "DuckDBPyConnection", raw: RawTable, column: str, value: str) -> bool:
    sought = f"select 1 from {raw.relation} where trim({quoted(column)}) = {literal(value)} limit 1"
    return connection.execute(sought).fetchone() is not None


@cache
def _exports() -> list[dict[str, Any]]:
    exports: list[dict[str, Any]] = tomllib.loads(
        files(__package__).joinpath("known.toml").read_text("utf-8")
    )["export"]
    return exports
