"""Reads invented exports as the tabular importer does."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ringtrue.importers.tabular.importer import IMPORTER
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, SourceFile

EXPORTS = Path(__file__).parents[2] / "exports" / "tabular"

Reader = Callable[..., ReadResult]
"""Takes a text, bytes or the name of an invented export, and a file name; gives what the importer reads."""


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def read_source(
        content: str | bytes, name: str = "export.csv", mapping: Mapping | None = None
    ) -> ReadResult:
        path = tmp_path / "given"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return IMPORTER.read(SourceFile(path=path, name=name), tmp_path / "work", ReadSettings(), mapping)

    return read_source


def export(name: str) -> bytes:
    return (EXPORTS / name).read_bytes()


def columns(result: ReadResult, table: str) -> dict[str, object]:
    """The columns of the part of the mapping that feeds a canonical table."""
    (part,) = [part for part in result.mapping.content["table"] if part["name"] == table]
    return dict(part["columns"])


def values(result: ReadResult, table: str, column: str) -> dict[str, str]:
    (part,) = [part for part in result.mapping.content["table"] if part["name"] == table]
    return dict(part["values"][column])
