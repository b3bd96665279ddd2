"""Charts with what a reader needs beside the drawing: a title, the marks explained, the same in words."""

from ringtrue.model.chart import BarsChart, Chart, FunnelChart, HistogramChart, IntervalsChart, SeriesChart
from ringtrue.reports.chart_frame import DASHES, MOST_POINTS, MOST_ROWS
from ringtrue.reports.chart_words import text_alternative
from ringtrue.reports.numbers import amount, count, share
from ringtrue.reports.parts import Figure, Key
from ringtrue.reports.text import capital, plain, sentence

_RULE = (4, 3)


def figure(chart: Chart) -> Figure:
    """The chart as a figure."""
    return Figure(
        chart=chart,
        title=capital(plain(chart.title, 160)),
        note=" ".join(part for part in (sentence(plain(chart.note, 300)), _left_out(chart)) if part),
        keys=_keys(chart),
        words=text_alternative(chart),
    )


def _keys(chart: Chart) -> tuple[Key, ...]:
    match chart:
        case SeriesChart():
            return _series_keys(chart)
        case FunnelChart():
            pooled = f"all together, {amount(chart.pooled, chart.unit)}"
            limits = f"limits of chance, {share(chart.level)}"
            return (
                Key(text="outside, and a lead", tone="against", shape="dot"),
                Key(text=pooled, tone="neutral", dash=_RULE, shape="rule"),
                Key(text=limits, tone="neutral", dash=(2, 3), shape="rule"),
            )
        case HistogramChart():
            reference = chart.target
        case BarsChart() | IntervalsChart():
            reference = chart.reference
    if reference is None:
        return ()
    text = f"{plain(reference.label, 60)}, {amount(reference.value, chart.unit)}"
    return (Key(text=text, tone="neutral", dash=_RULE, shape="rule"),)


def _series_keys(chart: SeriesChart) -> tuple[Key, ...]:
    lines = [
        Key(text=plain(line.name, 60), tone=line.tone, dash=tuple(DASHES[place % len(DASHES)]))
        for place, line in enumerate(chart.lines)
    ]
    rules = [
        Key(
            text=f"{plain(one.label, 60)}, {amount(one.value, chart.unit)}",
            tone="neutral",
            dash=_RULE,
            shape="rule",
        )
        for one in chart.references
    ]
    return (*lines, *rules)


def _left_out(chart: Chart) -> str:
    match chart:
        case FunnelChart():
            total, drawn, what = len(chart.points), MOST_POINTS, "objects, the largest of them"
        case BarsChart():
            total, drawn, what = len(chart.bars), MOST_ROWS, "categories, the first of them"
        case IntervalsChart():
            total, drawn, what = len(chart.intervals), MOST_ROWS, "objects, the first of them"
        case _:
            return ""
    return f"Drawn: {count(drawn)} of {count(total)} {what}." if total > drawn else ""
