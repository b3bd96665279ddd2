"""Writes the sheet of a sample: one row a record, in the order of the draw, and the plan beside it."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ringtrue.method.sampling.wording import described
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.papers.paper import Wanted
from ringtrue.papers.sample.chosen import chosen_samples
from ringtrue.papers.sample.forms import PLAN, RECORDS
from ringtrue.reports.excel.book import Book
from ringtrue.reports.language import Words, words

NOTE = (
    "Look at each record itself, in the system or on paper, and say what it shows; the data are what is being checked.",
    "A record that cannot be produced is marked so, and counts as a deviation. No record is replaced by another.",
    "Nothing is concluded before every row is judged. Read the sheet back with `ringtrue record`.",
)


def write_excel(wanted: Wanted, out: Path) -> None:
    """Write the workbook."""
    told, samples = words(wanted.language), chosen_samples(wanted)
    runs = {sample.population.run or "" for sample, _ in samples if sample.population}
    with Book(out, told) as book:
        book.about(
            kind="sample",
            audit=wanted.folder.audit().title,
            run=", ".join(sorted(runs)),
            language=wanted.language,
            journal=str(len(wanted.journal.entries())),
        )
        book.sheet(
            told(RECORDS.sheet),
            columns=RECORDS.columns(told),
            rows=(RECORDS.cells(_row(item, told), told) for _, items in samples for item in items),
            title=", ".join(sample.id for sample, _ in samples),
            note=tuple(map(told, NOTE)),
            freeze_columns=3,
        )
        book.sheet(
            told(PLAN.sheet),
            columns=PLAN.columns(told),
            rows=(PLAN.cells(line, told) for line in _plan((one for one, _ in samples), told)),
            filter=False,
        )


def _row(item: SampleItem, told: Words) -> dict[str, Any]:
    return {
        **asdict(item),
        "id": item.id,
        "says": told(item.says),
        "result": None if item.result == "open" else item.result,
    }


def _plan(samples: Iterable[Sample], told: Words) -> Iterable[dict[str, str]]:
    for sample in samples:
        for line in described(sample):
            yield {"sample": sample.id, "told": told(line)}
