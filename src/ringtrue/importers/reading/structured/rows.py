"""Flat records on their way into a raw table."""

import re
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from ringtrue.importers.reading import limits
from ringtrue.importers.reading.store import named, refuse_too_many_issues, relation, store
from ringtrue.importers.reading.structured.flat import Flattener, TooDeep
from ringtrue.model.source import LoadIssue, RawTable
from ringtrue.model.sql import literal

_NO_TEXT = re.compile("[\0\ud800-\udfff]")
"""What no text can hold: zero characters, halves of characters, and bytes of another encoding as Python
marks them."""


class Rows:
    """Collects the objects of one list, in order, in a file beside; what is no object is rejected with its
    reason."""

    def __init__(self, file: str, table: str, path: Path) -> None:
        self.file, self.table, self.path = file, table, path
        self.rows, self.rejected, self.blank = 0, 0, 0
        self._issues: list[LoadIssue] = []
        self._flattener = Flattener(file)
        self._longest = 0
        self._out = path.open("w", encoding="utf-8")

    def take(self, record: dict[str, Any], line: int | None) -> None:
        """Add one object."""
        try:
            values = self._flattener.flat(record)
        except (TooDeep, RecursionError):
            self.reject(str(list(record))[: limits.SHOWN], line, "objects are nested too deeply in it")
            return
        self.rows += 1
        values = {code: value for code, value in values.items() if self._is_text(code, value, line)}
        cells = "".join(f',"{code}":{encode_basestring(value)}' for code, value in values.items())
        text = f'{{"n":{self.rows + self.rejected},"l":{"null" if line is None else line}{cells}}}\n'
        self._longest = max(self._longest, len(text))
        self._out.write(text)

    def reject(self, text: str, line: int | None, problem: str) -> None:
        """Set one record apart that is no object."""
        self.rejected += 1
        self._issue(None, text, f"one object like the others; {problem}", "malformed", line)
        refuse_too_many_issues(self.file, self.rejected, self.rows)

    def stored(self, notes: list[str]) -> RawTable:
        """The raw table. Adds to ``notes`` what had to be assumed."""
        self._out.close()
        refuse_too_many_issues(self.file, self.rejected, self.rows, is_end=True)
        columns = self._flattener.columns
        codes = [f"c{number}" for number in range(len(columns))]
        stored = self.path.with_suffix(".parquet")
        picked = "".join(f", {part}" for part in (named(codes, columns),) if part)
        store(
            f"select n as source_row, l as source_line{picked} from {self._source(codes)}",
            stored,
            self.path.parent,
        )
        self.path.unlink()
        if self._flattener.split:
            notes.append(
                f"{self._flattener.split:,} lists hold a value with a semicolon, which divides values here"
            )
        if self.blank:
            notes.append(f"{self.blank:,} blank line{'s were' if self.blank > 1 else ' was'} skipped")
        return RawTable(
            name=self.table,
            relation=relation(stored),
            columns=columns,
            rows=self.rows,
            rows_rejected=self.rejected,
            issues=tuple(self._issues),
        )

    def _source(self, codes: list[str]) -> str:
        kinds = "".join(f", {code}: 'VARCHAR'" for code in codes)
        longest = max(2**24, self._longest * 4)
        return (
            f"read_json({literal(self.path)}, format='newline_delimited', maximum_object_size={longest},"
            f" columns={{n: 'BIGINT', l: 'BIGINT'{kinds}}})"
        )

    def _is_text(self, code: str, value: str, line: int | None) -> bool:
        if not _NO_TEXT.search(value):
            return True
        column = self._flattener.columns[int(code[1:])]
        self._issue(column, value, "text in the encoding of the file", "unreadable", line)
        return False

    def _issue(self, column: str | None, value: str, expected: str, kind: str, line: int | None) -> None:
        shown = _NO_TEXT.sub(lambda found: f"\\u{ord(found[0]):04x}", value.strip()[: limits.SHOWN])
        issue = LoadIssue(
            file=self.file,
            row=self.rows + self.rejected,
            line=line,
            column=column,
            value=shown,
            expected=expected,
            kind=kind,
            outcome="rejected" if kind == "malformed" else "loaded",
        )
        self._issues.append(issue)
