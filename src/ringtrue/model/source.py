"""What passes from an importer to the engine: raw tables of text, what was assumed, what could not be read."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ringtrue.model.progress import Told, silent

Outcome = Literal["rejected", "loaded"]


@dataclass(frozen=True, kw_only=True)
class LoadIssue:
    """One thing wrong with one record: where it stands, what was found, what was expected.

    ``kind`` is a fixed word: ``malformed``, ``missing``, ``unreadable``, ``unknown_value``, ``duplicate_id``,
    ``dangling_reference``, ``nonexistent_time``, ``implausible``. ``row`` counts data records from 1; ``line`` is the line
    of the file where the record begins, if known.
    """

    file: str
    row: int | None
    line: int | None = None
    table: str | None = None
    column: str | None = None
    value: str | None = None
    expected: str
    kind: str
    outcome: Outcome


@dataclass(frozen=True, kw_only=True)
class ReadSettings:
    """How to read a file where a person has decided; ``None`` lets the importer detect it and say so.

    ``told`` hears how many rows of how many are read.
    """

    encoding: str | None = None
    delimiter: str | None = None
    header_row: int | None = None
    sheet: str | None = None
    zone: str = "UTC"
    told: Told = field(default=silent, compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class RawTable:
    """A table as it stands in the file, every value as text.

    ``relation`` is what follows ``from`` in DuckDB's SQL, and yields ``source_row`` (BIGINT, from 1), ``source_line``
    (BIGINT or NULL) and ``columns`` (VARCHAR, an absent value is NULL). ``is_file``: it reads a file in Parquet as it stands there,
    so that to read it again costs little. ``is_trimmed``: no value is empty, or has blanks around it, so that nobody need look. ``rows_rejected`` records of the file could not be read as records at all; each stands in
    ``issues``. Rows read = rows of the relation + rows rejected. ``part`` names the sheet or list in which the rows are counted,
    where the file holds several.
    """

    name: str
    relation: str
    columns: tuple[str, ...]
    rows: int
    rows_rejected: int = 0
    is_file: bool = False
    is_trimmed: bool = False
    issues: tuple[LoadIssue, ...] = ()
    part: str | None = None


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """The content of a ``mapping.toml``: what each raw column means. ``docs/reference/mapping.md`` gives its form."""

    content: Dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class ReadResult:
    """All that an importer found in one file."""

    importer: str
    tables: tuple[RawTable, ...]
    mapping: Mapping
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SourceFile:
    """A file as received: ``path`` to read it, ``name`` to speak of it."""

    path: Path
    name: str


@dataclass(frozen=True, kw_only=True)
class Recognition:
    """How sure an importer is that a file is its own, from 0 (no) to 1 (certain), and by what."""

    sure: float
    because: str = ""
