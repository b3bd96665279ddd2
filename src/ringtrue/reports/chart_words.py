"""What a chart says, in words: for whoever does not see it, and for the line beneath it."""

import re
from collections.abc import Callable

from ringtrue.model.chart import (
    BarsChart,
    Chart,
    FunnelChart,
    HistogramChart,
    IntervalsChart,
    Line,
    SeriesChart,
)
from ringtrue.reports.numbers import amount, count, in_words, plural
from ringtrue.reports.text import capital, listed, plain, sentence

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_NAMED = 3


def period_name(period: str) -> str:
    """A period as an axis names it: ``2026-04`` is ``Apr 2026``, ``2026-Q2`` is ``Q2 2026``."""
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", period)
    if month:
        return f"{_MONTHS[int(month[2]) - 1]} {month[1]}"
    quarter = re.fullmatch(r"(\d{4})-?(Q[1-4])", period)
    return f"{quarter[2]} {quarter[1]}" if quarter else plain(period, 20)


def text_alternative(chart: Chart, say: Callable[[str], str] = str) -> str:
    """The chart's title and what its data say, in two to four sentences; ``say`` tells each in another language."""
    told = (sentence(plain(chart.title, 200)), *sentences(chart), plain(chart.note, 300))
    return " ".join(say(part) for part in told if part)


def sentences(chart: Chart) -> list[str]:
    """What the data of a chart say."""
    match chart:
        case FunnelChart():
            return _funnel(chart)
        case SeriesChart():
            return [_line(line, chart) for line in chart.lines]
        case BarsChart():
            return [_bars(chart)]
        case HistogramChart():
            return _histogram(chart)
        case IntervalsChart():
            return [_intervals(chart)]


def _funnel(chart: FunnelChart) -> list[str]:
    outside = [point for point in chart.points if point.highlighted]
    named = _some([f"{plain(p.object, 60)} ({amount(p.value, chart.unit)}, n {count(p.n)})" for p in outside])
    pooled = amount(chart.pooled, chart.unit)
    marked = f"Marked: {named}." if named else "None is marked."
    return [f"{capital(plural(len(chart.points), 'object'))} around {pooled} of all together.", marked]


def _line(line: Line, chart: SeriesChart) -> str:
    known = [
        (period, value)
        for period, value in zip(chart.periods, line.values, strict=False)
        if value is not None
    ]
    name = plain(line.name, 60)
    if not known:
        return f"{capital(name)}: no values."
    (first, start), (last, end) = known[0], known[-1]
    values = [value for _, value in known]
    return (
        f"{capital(name)}: {amount(start, chart.unit)} in {period_name(first)}, {amount(end, chart.unit)} in "
        f"{period_name(last)}, between {amount(min(values), chart.unit)} and {amount(max(values), chart.unit)}."
    )


def _bars(chart: BarsChart) -> str:
    named = [f"{plain(bar.category, 60)} {amount(bar.value, chart.unit)}" for bar in chart.bars]
    return f"{capital(plural(len(named), 'category', 'categories'))}: {_some(named, 6)}."


def _histogram(chart: HistogramChart) -> list[str]:
    total = sum(found.n for found in chart.bins)
    if not total:
        return ["No records."]
    top = max(chart.bins, key=lambda found: found.n)
    span = f"{amount(top.start, chart.unit)} to {amount(top.end, chart.unit)}"
    said = f"{capital(plural(total, 'record'))}; most, {count(top.n)}, lie at {span}."
    if chart.target is None:
        return [said]
    return [said, f"{capital(plain(chart.target.label, 60))}: {amount(chart.target.value, chart.unit)}."]


def _intervals(chart: IntervalsChart) -> str:
    named = [
        f"{plain(i.object, 60)} {amount(i.estimate, chart.unit)} "
        f"({amount(i.lower, chart.unit)} to {amount(i.upper, chart.unit)})"
        for i in chart.intervals
    ]
    return f"{capital(plural(len(named), 'object'))}: {_some(named, 6)}."


def _some(names: list[str], most: int = _NAMED) -> str:
    if len(names) <= most:
        return listed(names)
    return f"{', '.join(names[:most])} and {in_words(len(names) - most)} more"
