"""A delimited text as a raw table: at once where its bytes are beyond doubt, else record by record."""

import codecs
import csv
import re
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path

from ringtrue.importers.reading import limits
from ringtrue.importers.reading.delimited.form import NO_DELIMITER, Form, form_of, new_reader
from ringtrue.importers.reading.delimited.records import CUT, Record, is_heading, records_of
from ringtrue.importers.reading.delimited.structure import Structure, structure_of
from ringtrue.importers.reading.encoding import Encoding, as_utf8, encoding_of
from ringtrue.importers.reading.kind import HEAD
from ringtrue.importers.reading.store import (
    NUMBER,
    csv_source,
    named,
    numbered,
    refuse_too_many_issues,
    relation,
    rows_of,
    store,
)
from ringtrue.model.progress import Pace, Told
from ringtrue.model.room import lacks_room
from ringtrue.model.source import LoadIssue, RawTable, ReadSettings
from ringtrue.model.sql import literal, quoted

_STRAY = re.compile("[\udc80-\udcff]")
"""Bytes that the encoding does not know, as Python marks them."""


def layout_of(path: Path, name: str, settings: ReadSettings) -> dict[str, object]:
    """How the text is laid out, as a mapping may say it: ``encoding``, ``delimiter`` and ``header_row``
    where not as usual."""
    encoding = encoding_of(path, name, settings.encoding)
    form = form_of(_head(path, encoding), name, settings)
    found: dict[str, object] = {
        "encoding": encoding.codec if encoding.codec not in ("utf-8", "utf-8-sig") else None,
        "delimiter": form.delimiter if form.delimiter not in (",", NO_DELIMITER) else None,
        "header_row": form.data_line - 1 if form.data_line != 2 else None,
    }
    return {key: value for key, value in found.items() if value is not None}


def read_delimited(
    path: Path, name: str, table: str, folder: Path, settings: ReadSettings, *, careful: bool = False
) -> tuple[RawTable, list[str]]:
    """The text at ``path`` as a raw table, and what was assumed. ``careful`` reads record by record in any
    case.

    Both ways give the same table where the text conforms to RFC 4180; a test holds them to it.
    """
    encoding = encoding_of(path, name, settings.encoding)
    if not encoding.is_plain and not encoding.damaged:
        path, encoding = as_utf8(path, folder, encoding), Encoding("utf-8", assumption=encoding.assumption)
    form = form_of(_head(path, encoding), name, settings)
    notes = [note for note in (encoding.assumption, *form.assumptions) if note]
    stored = folder / "records.parquet"
    at_once = None if careful else _read_at_once(path, encoding, form, stored, folder, settings.told)
    if at_once is not None:
        rows, where, is_trimmed = at_once
        return RawTable(
            name=table, relation=where, columns=form.columns, rows=rows, is_trimmed=is_trimmed
        ), notes
    kept = _read_with_care(path, name, encoding, form, stored, folder, settings.told)
    if kept.blank:
        notes.append(f"{kept.blank:,} blank line{'s were' if kept.blank > 1 else ' was'} skipped")
    raw = RawTable(
        name=table,
        relation=relation(stored),
        columns=form.columns,
        rows=kept.rows,
        rows_rejected=kept.rejected,
        issues=tuple(kept.issues),
    )
    return raw, notes


def _head(path: Path, encoding: Encoding) -> str:
    """The first characters, up to the end of a line."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    return text_head(head, encoding.codec, len(head) < HEAD)


def text_head(head: bytes, codec: str, is_whole: bool) -> str:
    """The first bytes as text, without a last line that is cut off."""
    decoder = codecs.getincrementaldecoder(codec)("replace")
    text = decoder.decode(head, final=is_whole)
    if is_whole:
        return text
    whole, feed, rest = text.rpartition("\n")
    return whole + feed if feed else rest


def _read_at_once(
    path: Path, encoding: Encoding, form: Form, stored: Path, folder: Path, told: Told
) -> tuple[int, str, bool] | None:
    """The number of rows, where they are and whether they are trimmed; None where the text is not beyond doubt and nothing was read."""
    if not encoding.is_plain or form.quote != '"' or form.skip_space or not form.delimiter.isascii():
        return None
    start = _data_start(path, form)
    if start is None or NUMBER in map(str.casefold, form.columns):
        return None
    lines = folder / "lines.csv"
    structure = structure_of(path, start, form.delimiter, form.width, lines, form.data_line, told=told)
    if not structure.is_clean or structure.longest > limits.MAX_RECORD or not structure.records:
        return None
    rows = _store_at_once(path, form, structure, stored, lines, folder, told)
    where = relation(stored) if structure.has_breaks else numbered(stored, form.data_line - 1)
    is_proven = rows == structure.records and _is_same_first(path, start, form, where, folder)
    if not is_proven or _has_headings(where, form, folder):
        return None
    return rows, where, structure.is_trimmed


def _store_at_once(
    path: Path, form: Form, structure: Structure, stored: Path, lines: Path, folder: Path, told: Told
) -> int:
    codes = [f"c{number}" for number in range(form.width)]
    source = csv_source(
        path,
        codes,
        form.delimiter,
        skip=form.data_line - 1,
        longest=structure.longest,
        line_end=structure.line_end,
    )
    try:
        if not structure.has_breaks:
            select = f"select {named(codes, form.columns)} from {source}"
            return store(select, stored, folder, told, structure.records)
        numbers = f"read_csv({literal(lines)}, auto_detect=false, header=false, columns={{'source_row': 'BIGINT', 'source_line': 'BIGINT'}})"
        counted = f"select * from {numbers} positional join {source}"
        select = f"select source_row, source_line, {named(codes, form.columns)} from ({counted})"
        return store(select, stored, folder, told, structure.records)
    except duckdb_error() as error:
        if lacks_room(error):
            raise
        return -1


def duckdb_error() -> type[Exception]:
    """The root of what the database raises; a function, as the library is heavy."""
    import duckdb

    return duckdb.Error


def _is_same_first(path: Path, start: int, form: Form, where: str, folder: Path) -> bool:
    """Whether the first record is where it was expected, so that no line was skipped in silence."""
    with path.open("rb") as binary:
        binary.seek(start)
        first = next(
            new_reader(
                TextIOWrapper(binary, "utf-8", newline=""), form.delimiter, form.quote, form.skip_space
            )
        )
    return [tuple(first)] == rows_of(where, form.columns, folder, "source_row = 1")


def _has_headings(where: str, form: Form, folder: Path) -> bool:
    if not form.heading:
        return False
    condition = f"contains({quoted(form.columns[0])}, {literal(form.heading[0])})"
    return any(is_heading(row, form) for row in rows_of(where, form.columns, folder, condition))


def _data_start(path: Path, form: Form) -> int | None:
    """The byte where the first record begins; None where the lines above it are not plainly lines."""
    with path.open("rb") as file:
        for _ in range(form.data_line - 1):
            line = file.readline(limits.MAX_RECORD)
            if line.count(b'"') % 2 or b"\r" in line.removesuffix(b"\r\n"):
                return None
        return file.tell()


@dataclass
class _Kept:
    """What became of the records."""

    rows: int = 0
    rejected: int = 0
    blank: int = 0
    longest: int = 0
    issues: list[LoadIssue] = field(default_factory=list)


def _read_with_care(
    path: Path, name: str, encoding: Encoding, form: Form, stored: Path, folder: Path, told: Told
) -> _Kept:
    kept, size = _Kept(), path.stat().st_size
    pace, read = Pace(told, size), 0
    clean = folder / "clean.csv"
    errors = "surrogateescape" if encoding.damaged else "strict"
    with (
        path.open(encoding=encoding.codec, errors=errors, newline="") as text,
        clean.open("w", encoding="utf-8", newline="") as out,
    ):
        writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for record in records_of(text, form, name, size):
            if record.problem:
                _reject(kept, record, form, name)
            elif record.fields:
                kept.rows += 1
                number = kept.rows + kept.rejected
                fields = _known(kept, record, number, form, name) if encoding.damaged else record.fields
                kept.longest = max(kept.longest, sum(map(len, fields)))
                writer.writerow((number, record.line, *fields))
            else:
                kept.blank += 1
            read += sum(map(len, record.fields)) + len(record.fields)
            pace.at(kept.rows + kept.rejected, read)
    refuse_too_many_issues(name, kept.rejected, kept.rows, is_end=True)
    _store_clean(clean, form, kept, stored, folder)
    return kept


def _store_clean(clean: Path, form: Form, kept: _Kept, stored: Path, folder: Path) -> None:
    codes = [f"c{number}" for number in range(form.width)]
    source = csv_source(clean, ["n", "l", *codes], ",", longest=kept.longest * 4)
    numbers = "cast(n as bigint) as source_row, cast(l as bigint) as source_line"
    rows = store(f"select {numbers}, {named(codes, form.columns)} from {source}", stored, folder)
    clean.unlink()
    if rows != kept.rows:
        raise RuntimeError(f"{kept.rows} records were written and {rows} read back")


def _reject(kept: _Kept, record: Record, form: Form, name: str) -> None:
    kept.rejected += 1
    span = f" (lines {record.line:,} to {record.line + record.lines - 1:,})" if record.lines > 1 else ""
    issue = LoadIssue(
        file=name,
        row=kept.rows + kept.rejected,
        line=record.line,
        value=_shown(record.text),
        expected=f"a record of {form.width:,} fields like the others; {record.problem}{span}",
        kind="malformed",
        outcome="rejected",
    )
    kept.issues.append(issue)
    refuse_too_many_issues(name, kept.rejected, kept.rows)


def _known(kept: _Kept, record: Record, number: int, form: Form, name: str) -> list[str]:
    """The fields, without those that hold bytes of another encoding: each of these is an issue."""
    fields = list(record.fields)
    for place, value in enumerate(fields):
        if not value.isascii() and _STRAY.search(value):
            fields[place] = ""
            column = form.columns[place]
            issue = LoadIssue(
                file=name,
                row=number,
                line=record.line,
                column=column,
                value=_shown(value),
                expected="text in the encoding of the file",
                kind="unreadable",
                outcome="loaded",
            )
            kept.issues.append(issue)
    return fields


def _shown(text: str) -> str:
    """A text short enough for a message, bytes that mean nothing written as ``\\xNN``."""
    short = text.replace(CUT, " …").rstrip("\r\n")[: limits.SHOWN].replace("\0", "\\x00")
    return _STRAY.sub(lambda found: f"\\x{ord(found[0]) - 0xDC00:02x}", short)
