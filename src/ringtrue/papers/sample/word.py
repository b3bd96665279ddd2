"""A sample as a Word document: the plan, the draw, every record and its result, and what follows."""

from pathlib import Path

from ringtrue.method.sampling.evaluate import evaluate
from ringtrue.method.sampling.wording import METHODS, conclusion, described
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.papers.paper import Wanted
from ringtrue.papers.sample.chosen import chosen_samples
from ringtrue.papers.sample.forms import RESULTS
from ringtrue.papers.word import WordPaper
from ringtrue.reports.language import Words, words
from ringtrue.reports.parts import Cell, Column, Table


def write_word(wanted: Wanted, out: Path) -> None:
    """Write the document."""
    told, title = words(wanted.language), wanted.folder.audit().title
    paper = WordPaper(
        told("Sampling plan and result"),
        audit=title,
        language=wanted.language,
        look=wanted.template,
        subtitle=title,
    )
    for sample, items in chosen_samples(wanted):
        paper.heading(f"{sample.id}: {told(METHODS[sample.method])}")
        paper.heading(told("What was done, in this order"), 2)
        for line in described(sample):
            paper.text(told(line))
        paper.heading(told("What follows"), 2)
        paper.text(told(conclusion(evaluate(sample, items), by_size=sample.method == "pps")))
        paper.heading(told("The records"), 2)
        paper.table(_records(sample, items, told))
    paper.save(out)


def _records(sample: Sample, items: tuple[SampleItem, ...], told: Words) -> Table:
    titles = ("No.", "Record", "What the data say", "What the record shows", "Judged by")
    return Table(
        caption=f"{sample.id}",
        columns=tuple(Column(title=told(title)) for title in titles),
        rows=tuple(_row(item, told) for item in items),
    )


def _row(item: SampleItem, told: Words) -> tuple[Cell, ...]:
    place = f"{item.source_file}, {told('row')} {item.source_row}" if item.source_file else ""
    return (
        Cell(text=item.id),
        Cell(text=item.item, note=item.service or ""),
        Cell(text=told(item.says) or "–", note=place),
        Cell(text=told(RESULTS.get(item.result, "still to be judged")), note=item.note or ""),
        Cell(text=item.by or "–", note=(item.at or "")[:10]),
    )
