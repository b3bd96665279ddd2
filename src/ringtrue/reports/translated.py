"""An outline in another language: every text of its shapes told in that language, names, ids, code and data as they are."""

import re
from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

from ringtrue.model.chart import BarsChart, Chart, FunnelChart, HistogramChart, IntervalsChart, SeriesChart
from ringtrue.reports.chart_words import text_alternative
from ringtrue.reports.format import Job
from ringtrue.reports.language import DEFAULT, Words, figures, words
from ringtrue.reports.outline import Outline, outline
from ringtrue.reports.parts import Cell, Figure, LeadBlock, Matrix, Records, Said, Silence, Table, Term
from ringtrue.reports.phrases import NUMBER
from ringtrue.reports.shortened import shortened
from ringtrue.reports.text import capital
from ringtrue.reports.working_papers import RunFolder
from ringtrue.tables.wording import in_words

T = TypeVar("T")

_WHY_NOT = 2
"""The column of the claims judged in part that says why the others were not."""

_REASON_AND_ITEMS = re.compile(r"(.+?): (.+?)( and [\d,]+ more)?(;?)", re.DOTALL)

KEPT = frozenset(
    {
        "id",
        "audit",
        "anchor",
        "link",
        "first_link",
        "file",
        "sql",
        "language",
        "colour",
        "tone",
        "dash",
        "shape",
        "code",
        "number",
    }
)
"""Fields that are no words: names for machines, addresses, code, looks."""

_CHARTS = (FunnelChart, SeriesChart, BarsChart, HistogramChart, IntervalsChart)
_REASON = 1
"""The column of a table of records that holds a sentence of ours; the others hold data, but for those below."""

_OUR_WORDS = frozenset(
    {
        "Criticality",
        "Importance",
        "Counted since",
        "Kind",
        "Kind second rater",
        "Facet",
        "Sort",
        "Matched by",
        "Told by",
        "What",
        "Limit is",
        "Metric",
        "Role",
    }
)
"""Columns of records that hold words of ours."""

_OUR_FORM = re.compile(rf"{NUMBER}[ \u00a0](?:%|×|min|h|days|percentage points)|yes|no")
"""Values of records that are written in our form, whatever their column."""


def worded(given: Outline) -> Outline:
    """The outline with the names of tables, columns and fixed words said in words. What was assumed of sources names their columns."""
    told = _Teller(in_words, str).told(given)
    return replace(told, sources=replace(told.sources, assumptions=given.sources.assumptions))


def outlined(job: Job) -> Outline:
    """The outline of a run in the language that is asked for: what every format draws."""
    return translated(worded(outline(job.results, RunFolder(job.run), job.entries)), job.language)


def outlined_for_paper(job: Job) -> Outline:
    """The same, cut to what a paper can hold."""
    return translated(worded(shortened(outline(job.results, RunFolder(job.run), job.entries))), job.language)


def translated(given: Outline, language: str) -> Outline:
    """The outline in a language. What its file does not know stays English."""
    if language == DEFAULT:
        return given
    return replace(_teller(language).told(given), language=language)


def told_in(given: T, language: str) -> T:
    """Any shape of a report with its texts told in a language: a matrix, a card, a figure, a term."""
    return given if language == DEFAULT else _teller(language).told(given)


def _teller(language: str) -> "_Teller":
    return _Teller(words(language), figures(language))


def _all_but_names(place: int) -> bool:
    """In a table of services the first column holds their names."""
    return place > 0


class _Teller:
    """Walks the shapes of an outline and tells their texts."""

    def __init__(self, say: Words, figure: Words) -> None:
        told = cache(say)
        self.say: Words = lambda text: text if isinstance(text, Said) else told(text)
        self.figure = figure

    def told(self, given: T) -> T:
        """The same shape with its texts told."""
        return self._told(given)  # type: ignore[no-any-return]

    def _told(self, given: Any) -> Any:
        if isinstance(given, str):
            return self.say(given)
        if isinstance(given, tuple):
            return tuple(map(self._told, given))
        if isinstance(given, Table):
            return self._table(given, lambda place: True)
        if isinstance(given, Records):
            return self._records(given)
        if isinstance(given, _CHARTS):
            return self._chart(given)
        if isinstance(given, Figure):
            return self._figure(given)
        if isinstance(given, LeadBlock):
            return self._lead(given)
        if isinstance(given, Matrix):
            return self._matrix(given)
        if isinstance(given, Silence):
            return self._silence(given)
        if not is_dataclass(given) or isinstance(given, type):
            return given
        return replace(given, **self._fields(given))

    def _fields(self, given: Any, but: Collection[str] = ()) -> dict[str, Any]:
        names = (one.name for one in fields(given) if one.name not in KEPT and one.name not in but)
        return {name: self._told(getattr(given, name)) for name in names}

    def _lead(self, given: LeadBlock) -> LeadBlock:
        numbers = tuple(
            Term(name=self.say(term.name), text=self.figure(self.say(term.text))) for term in given.numbers
        )
        return replace(given, **self._fields(given, but=("numbers", "about")), numbers=numbers)

    def _silence(self, given: Silence) -> Silence:
        """A reason why something was not judged is a sentence of ours, then the names of items."""
        told = replace(given, **self._fields(given, but=("partly",)))
        if given.partly is None:
            return told
        bare = tuple(
            tuple(replace(cell, text="") if place == _WHY_NOT else cell for place, cell in enumerate(row))
            for row in given.partly.rows
        )
        partly = self._table(replace(given.partly, rows=bare), lambda place: True)
        rows = tuple(
            tuple(
                replace(cell, text=self._reasons(first.text)) if place == _WHY_NOT else cell
                for place, (cell, first) in enumerate(zip(row, before, strict=True))
            )
            for row, before in zip(partly.rows, given.partly.rows, strict=True)
        )
        return replace(told, partly=replace(partly, rows=rows))

    def _reasons(self, text: str) -> str:
        return capital("\n".join(map(self._reason, text.split("\n"))))

    def _reason(self, line: str) -> str:
        found = _REASON_AND_ITEMS.fullmatch(line)
        if not found:
            return self.say(line)
        reason, items, more, end = found.groups(default="")
        return f"{self.say(reason)}: {items}{self.say(more)}{end}"

    def _matrix(self, given: Matrix) -> Matrix:
        first = self._table(given.first, _all_but_names)
        others = given.others and self._table(given.others, _all_but_names)
        return Matrix(first=first, others=others, note=self.say(given.note))

    def _table(self, given: Table, spoken: Callable[[int], bool]) -> Table:
        return Table(
            caption=self.say(given.caption),
            columns=self.told(given.columns),
            rows=tuple(
                tuple(
                    self._cell(
                        cell, place < len(given.columns) and given.columns[place].number, spoken(place)
                    )
                    for place, cell in enumerate(row)
                )
                for row in given.rows
            ),
            note=self.say(given.note),
        )

    def _cell(self, cell: Cell, number: bool, spoken: bool) -> Cell:
        if cell.code or not (number or spoken):
            return replace(cell, note=self.say(cell.note))
        text = self.say(cell.text)
        return replace(cell, text=self.figure(text) if number else text, note=self.say(cell.note))

    def _records(self, given: Records) -> Records:
        first = given.first and self._in_our_form(
            self._table(given.first, self._ours(given.first)), given.first
        )
        return replace(given, summary=self.say(given.summary), first=first, note=self.say(given.note))

    def _ours(self, table: Table) -> Callable[[int], bool]:
        titles = [column.title for column in table.columns]
        return lambda place: place == _REASON or (place < len(titles) and titles[place] in _OUR_WORDS)

    def _in_our_form(self, told: Table, given: Table) -> Table:
        rows = tuple(
            tuple(
                replace(cell, text=self.say(first.text)) if _OUR_FORM.fullmatch(first.text) else cell
                for cell, first in zip(row, before, strict=True)
            )
            for row, before in zip(told.rows, given.rows, strict=True)
        )
        return replace(told, rows=rows)

    def _figure(self, given: Figure) -> Figure:
        return Figure(
            chart=self._chart(given.chart),
            title=self.say(given.title),
            note=self.say(given.note),
            keys=self.told(given.keys),
            words=text_alternative(given.chart, self.say),
        )

    def _chart(self, given: Chart) -> Chart:
        new: dict[str, Any] = {"title": self.say(given.title), "note": self.say(given.note)}
        match given:
            case SeriesChart():
                new["lines"] = tuple(replace(line, name=self.say(line.name)) for line in given.lines)
                new["references"] = tuple(replace(one, label=self.say(one.label)) for one in given.references)
            case HistogramChart(target=target) if target:
                new["target"] = replace(target, label=self.say(target.label))
            case BarsChart(reference=reference) | IntervalsChart(reference=reference) if reference:
                new["reference"] = replace(reference, label=self.say(reference.label))
        return replace(given, **new)
