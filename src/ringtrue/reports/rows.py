"""The records behind each lead as CSV files beside a report, for a spreadsheet."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from string import ascii_letters, digits

from ringtrue.model.result import Results
from ringtrue.reports.names import rows_file
from ringtrue.reports.working_papers import Record, RunFolder

_FIXED = ("item_kind", "item", "service", "reason")
_PROVENANCE = ("source_file", "source_row")
_HARMLESS = frozenset(f"{ascii_letters}{digits}")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_rows(results: Results, run: RunFolder, folder: Path) -> list[Path]:
    """Write ``rows/<run>/<lead>.csv`` below ``folder`` for each lead that has records; returns the files.

    UTF-8 with a byte order mark, as spreadsheets expect. What a spreadsheet would take for a formula begins with an apostrophe.
    """
    known = {lead.id for procedure in results.procedures for lead in procedure.leads}
    written: list[Path] = []
    columns = run.shown_names()
    for lead, records in groupby(run.records(), key=lambda record: record.lead):
        if lead in known:
            file = folder / rows_file(results.run, lead)
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, columns.get(lead, ()), records)
            written.append(file)
    return written


def neutral(value: object) -> str:
    """A value as CSV text that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # Most values begin with a letter or digit: those need no second look.
    if text[:1] in _HARMLESS or not text.lstrip(" \ufeff").startswith(_FORMULA):
        return text
    return f"'{text}"


def _write(file: Path, names: Sequence[str], records: Iterable[Record]) -> None:
    part = file.with_name(f"{file.name}.part")
    with part.open("w", encoding="utf-8-sig", newline="", errors="replace") as out:
        writer = csv.writer(out)
        writer.writerow([neutral(name) for name in (*_FIXED, *names, *_PROVENANCE)])
        writer.writerows(_lines(names, records))
    part.replace(file)


def _lines(names: Sequence[str], records: Iterable[Record]) -> Iterator[list[str]]:
    for record in records:
        fixed = (record.item_kind, record.item, record.service, record.reason)
        shown = (record.shown.get(name) for name in names)
        yield [neutral(value) for value in (*fixed, *shown, record.source_file, record.source_row)]
