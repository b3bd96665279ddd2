"""Samples in a report: what was planned, drawn and judged, and what follows; judgement samples stand apart."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ringtrue.method.sampling.evaluate import Evaluation, evaluate
from ringtrue.method.sampling.sites_told import HEADING, told_sites
from ringtrue.method.sampling.wording import METHODS, apart, conclusion, described, rate, sure
from ringtrue.model.entry import from_content
from ringtrue.model.sample import Sample, SampleItem
from ringtrue.reports.numbers import count
from ringtrue.reports.parts import Cell, Colour, Column, Samples, Table
from ringtrue.reports.text import capital, plain

NOTE = (
    "The seed of each sample was committed before its population was frozen: nobody could choose what was drawn, and anybody can draw "
    "it again. A record that could not be produced counts as a deviation. A verified deviation stands for itself, whatever the rate; "
    "the bound tells how far it may reach."
)
SITES_NOTE = (
    "The seed was committed before the sites were drawn by the rule of IAF MD 1: anybody can draw them again."
)
JUDGEMENT_NOTE = "Chosen by judgement of risk: nothing follows for records that were not looked at"

_COLOURS: dict[str, Colour] = {"below": "for", "not_below": "against", "found": "against"}
_Judged = tuple[Sample, tuple[SampleItem, ...]]


def samples(records: Mapping[str, Sequence[Mapping[str, Any]]]) -> Samples | None:
    """The samples among the current records of a journal, by kind; None where there are none."""
    found, sites = _samples(records), tuple(_sites(records))
    if not found and not sites:
        return None
    by_chance = [one for one in found if one[0].method != "judgement"]
    by_judgement = [one for one in found if one[0].method == "judgement"]
    return Samples(
        note=NOTE if found else SITES_NOTE,
        by_chance=_by_chance(by_chance) if by_chance else None,
        by_judgement=_by_judgement(by_judgement) if by_judgement else None,
        deviations=deviations_found(found),
        steps=(
            *(
                (f"{sample.id}: {METHODS[sample.method]}", tuple(map(plain, described(sample))))
                for sample, _ in found
            ),
            *sites,
        ),
    )


def _sites(records: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in records.get("sites", ()):
        yield f"{one['id']}: sites to visit" if "id" in one else HEADING, tuple(map(plain, told_sites(one)))


def _samples(records: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[_Judged]:
    items = sorted(
        (from_content(SampleItem, one) for one in records.get("sample_item", ())),
        key=lambda item: (item.sample, item.number),
    )
    kept = [from_content(Sample, one) for one in records.get("sample", ())]
    return [(one, tuple(item for item in items if item.sample == one.id)) for one in kept]


def _by_chance(found: Sequence[_Judged]) -> Table:
    columns = (
        "Sample",
        "Population",
        "Drawn",
        "Judged",
        "Deviations",
        "Seen",
        "At most",
        "Tolerable",
        "Conclusion",
    )
    return Table(
        caption="Samples drawn by chance",
        columns=tuple(Column(title=one, number=2 <= place <= 7) for place, one in enumerate(columns)),
        rows=tuple(_chance_row(sample, items) for sample, items in found),
    )


def _chance_row(sample: Sample, items: tuple[SampleItem, ...]) -> tuple[Cell, ...]:
    done = evaluate(sample, items) if sample.state == "drawn" else None
    return (
        Cell(text=sample.id, note=METHODS[sample.method]),
        _population(sample),
        Cell(text=count(len(items))),
        Cell(text=count(done.judged) if done else "–"),
        _deviations(done),
        Cell(text=rate(done.estimate) if done and done.estimate is not None else "–"),
        Cell(
            text=apart(done.upper, sample.tolerable) if done and done.upper is not None else "–",
            note=f"with {sure(sample.confidence)} confidence" if done and done.upper is not None else "",
        ),
        Cell(text=rate(sample.tolerable)),
        _conclusion(sample, done),
    )


def _by_judgement(found: Sequence[_Judged]) -> Table:
    columns = ("Sample", "Population", "Looked at", "Deviations", "What it says")
    rows = []
    for sample, items in found:
        done = evaluate(sample, items) if sample.state == "drawn" else None
        looked = f"{count(done.judged)} of {count(done.drawn)}" if done else "–"
        rows.append(
            (
                Cell(text=sample.id, note=METHODS[sample.method]),
                _population(sample),
                Cell(text=looked),
                _deviations(done),
                _conclusion(sample, done),
            )
        )
    return Table(
        caption=JUDGEMENT_NOTE,
        columns=tuple(Column(title=one, number=one in ("Looked at", "Deviations")) for one in columns),
        rows=tuple(rows),
    )


def deviations_found(found: Sequence[_Judged]) -> Table | None:
    """Every record that deviates or could not be produced, with its source; None where there is none."""
    rows = tuple(
        (
            Cell(text=item.id, note=plain(sample.population.subject, 120) if sample.population else ""),
            Cell(text=plain(item.item, 120), note=plain(item.service or "", 80), code=True),
            Cell(text="Not produced" if item.result == "not_produced" else "Deviation", colour="against"),
            Cell(text=plain(item.note or "–")),
            Cell(text=plain("; ".join(item.evidence), 120) or "–"),
            Cell(
                text=plain(item.source_file or "–", 160),
                note="" if item.source_row is None else f"row {count(item.source_row)}",
            ),
        )
        for sample, items in found
        for item in items
        if item.deviates
    )
    titles = ("No.", "Record", "What it showed", "Note", "Evidence", "Source")
    columns = tuple(Column(title=title) for title in titles)
    return Table(caption="Sampled records that deviate", columns=columns, rows=rows) if rows else None


def _population(sample: Sample) -> Cell:
    frozen = sample.population
    if frozen is None:
        return Cell(text="not frozen", note=plain(sample.lead or sample.procedure or "", 160))
    return Cell(
        text=f"{count(frozen.count)} records",
        note=f"{plain(frozen.subject, 160)}, {plain(frozen.filter, 160)}",
    )


def _deviations(done: Evaluation | None) -> Cell:
    if done is None:
        return Cell(text="–")
    told = f"{count(done.not_produced)} of them not produced" if done.not_produced else ""
    return Cell(text=count(done.deviations), note=told, colour="against" if done.deviations else "")


def _conclusion(sample: Sample, done: Evaluation | None) -> Cell:
    if done is None:
        return Cell(text="Committed, and not drawn.", colour="open")
    told = conclusion(done, by_size=sample.method == "pps")
    return Cell(text=capital(told), colour=_COLOURS.get(done.outcome, "open"))
