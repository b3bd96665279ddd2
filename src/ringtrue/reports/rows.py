"""The records behind each lead, and the deviating items of each claim, as CSV files beside a report, for a spreadsheet."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from string import ascii_letters, digits
from typing import Any

from ringtrue.model.result import Results
from ringtrue.reports.names import rows_file
from ringtrue.reports.working_papers import Record, RunFolder

_FIXED = ("item_kind", "item", "service", "reason")
_PROVENANCE = ("source_file", "source_row")
_HARMLESS = frozenset(f"{ascii_letters}{digits}")
MOST_ROWS = 1_000_000
"""What a spreadsheet can open, head and last line included."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_rows(results: Results, run: RunFolder, folder: Path) -> list[Path]:
    """Write ``rows/<run>/<lead>.csv`` below ``folder`` for each lead that has records, and ``<procedure>.csv`` for each claim
    with deviating items, lead or no lead; returns the files.

    UTF-8 with a byte order mark, as spreadsheets expect. What a spreadsheet would take for a formula begins with an apostrophe. Of
    more than ``MOST_ROWS`` rows the first are written, and a last line says where all are.
    """
    known = {lead.id for procedure in results.procedures for lead in procedure.leads}
    written: list[Path] = []
    columns = run.shown_names()
    for lead, records in groupby(run.records(), key=lambda record: record.lead):
        if lead in known:
            names = columns.get(lead, ())
            file = folder / rows_file(results.run, lead)
            _write(
                file,
                (*_FIXED, *names, *_PROVENANCE),
                _lines(names, records),
                f"runs/{results.run}/leads.parquet",
            )
            written.append(file)
    return [*written, *_write_deviations(results, run, folder)]


def _write_deviations(results: Results, run: RunFolder, folder: Path) -> Iterator[Path]:
    for procedure in results.procedures:
        if procedure.deviations and run.holds(procedure.judged_table):
            columns, items = run.deviations(procedure.judged_table)
            file = folder / rows_file(results.run, procedure.id)
            _write(file, columns, items, f"runs/{results.run}/{procedure.judged_table}")
            yield file


def neutral(value: object) -> str:
    """A value as CSV text that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    # Most values begin with a letter or digit: those need no second look.
    if text[:1] in _HARMLESS or not text.lstrip(" \ufeff").startswith(_FORMULA):
        return text
    return f"'{text}"


def _write(file: Path, head: Sequence[str], lines: Iterable[Sequence[Any]], whole: str) -> None:
    """Write the lines; ``whole`` is the file in the run that holds them all."""
    rest = iter(lines)
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    with part.open("w", encoding="utf-8-sig", newline="", errors="replace") as out:
        writer = csv.writer(out)
        writer.writerow([neutral(name) for name in head])
        writer.writerows([neutral(value) for value in line] for line in islice(rest, MOST_ROWS))
        if next(rest, None) is not None:
            writer.writerow([f"Only the first {MOST_ROWS:,} rows are here. All are in {whole}."])
    part.replace(file)


def _lines(names: Sequence[str], records: Iterable[Record]) -> Iterator[tuple[Any, ...]]:
    for record in records:
        fixed = (record.item_kind, record.item, record.service, record.reason)
        shown = (record.shown.get(name) for name in names)
        yield (*fixed, *shown, record.source_file, record.source_row)
