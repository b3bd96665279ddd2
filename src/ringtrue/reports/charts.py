"""A run's charts, read from ``charts.json`` and written as Vega-Lite.

``charts.json`` is a JSON list; each object is one dataclass of ``ringtrue.model.chart`` field by field, told apart by ``kind``.
Of every kind: ``procedure``, ``lead`` (null: of the procedure as a whole), ``title``, ``note``, ``unit``. Of its own:

- ``funnel``: ``points`` [{object, n, value, highlighted}], ``pooled``, ``limits`` [{n, lower, upper}], ``level``
- ``series``: ``periods`` ["2026-04"], ``lines`` [{name, values, tone}], ``references`` [{label, value}]
- ``bars``: ``bars`` [{category, value, n, highlighted}], ``reference`` {label, value} or null
- ``histogram``: ``bins`` [{start, end, n, highlighted}], ``target`` {label, value} or null
- ``intervals``: ``intervals`` [{object, estimate, lower, upper, n, highlighted}], ``reference`` {label, value} or null

Text from outside goes into the data of a specification only, never into its expressions. Colours are marks of their own
(``PALETTE``), for a format to replace. What a chart says in words is in ``chart_words``.
"""

from math import ceil
from pathlib import Path
from statistics import median
from typing import Any

from ringtrue.model.chart import (
    BarsChart,
    Chart,
    FunnelChart,
    HistogramChart,
    IntervalsChart,
    SeriesChart,
    Tone,
)
from ringtrue.reports.chart_words import period_name
from ringtrue.reports.numbers import amount
from ringtrue.reports.text import label

PALETTE = {
    "ink": "#000001",
    "quiet": "#000002",
    "line": "#000003",
    "against": "#000004",
    "for": "#000005",
    "accent": "#000006",
    "soft": "#000007",
}
"""Marks that stand for the colours of a format, by their name."""

DASHES = ([1, 0], [7, 3], [2, 3], [8, 3, 2, 3])
"""How lines differ beside their colour, so that they can be told apart without it."""

MOST_ROWS, MOST_POINTS, MOST_NAMED = 20, 300, 4
WIDTH = 400

Spec = dict[str, Any]

_TONES: dict[Tone, str] = {"against": PALETTE["against"], "for": PALETTE["for"], "neutral": PALETTE["accent"]}
_SUFFIX = {
    "share": "' %'",
    "points": "' pp'",
    "ratio": "' ×'",
    "minutes": "' min'",
    "hours": "' h'",
    "days": "' days'",
}


def read_charts(file: Path) -> tuple[Chart, ...]:
    """The charts of a ``charts.json``; pydantic's ValidationError where it does not have the form above."""
    from pydantic import TypeAdapter

    return TypeAdapter(tuple[Chart, ...]).validate_json(file.read_bytes())


def vega_lite(chart: Chart) -> Spec:
    """The chart as a Vega-Lite specification, ``WIDTH`` wide."""
    match chart:
        case FunnelChart():
            drawn = _funnel(chart)
        case SeriesChart():
            drawn = _series(chart)
        case BarsChart():
            drawn = _bars(chart)
        case HistogramChart():
            drawn = _histogram(chart)
        case IntervalsChart():
            drawn = _intervals(chart)
    return {**_FRAME, **drawn}


def _axis(unit: str) -> Spec:
    scaled = "datum.value * 100" if unit == "share" else "datum.value"
    return {
        "title": None,
        "tickCount": 5,
        "labelExpr": f"format({scaled}, ',~f') + {_SUFFIX.get(unit, chr(39) * 2)}",
    }


def _clock_axis(top: float) -> Spec:
    """An axis of minutes, in hours or days where there are many."""
    size, word = (1440, "days") if top > 4320 else (60, "h")
    step = size * max(1, ceil(top / size / 6))
    values = list(range(0, int(top) + 1, step))
    return {"title": None, "values": values, "labelExpr": f"format(datum.value / {size}, ',~f') + ' {word}'"}


def _values(field: str, unit: str, **more: Any) -> Spec:
    return {"field": field, "type": "quantitative", "axis": _axis(unit), **more}


def _rule(channel: str, value: float) -> Spec:
    return {
        "data": {"values": [{"at": value}]},
        "mark": {"type": "rule", "color": PALETTE["quiet"], "strokeDash": [4, 3]},
        "encoding": {channel: {"field": "at", "type": "quantitative"}},
    }


def _colour(plain_ones: str = "quiet") -> Spec:
    return {
        "condition": {"test": "datum.highlighted", "value": PALETTE["against"]},
        "value": PALETTE[plain_ones],
    }


def _funnel(chart: FunnelChart) -> Spec:
    chosen = sorted(chart.points, key=lambda point: (not point.highlighted, -point.n))[:MOST_POINTS]
    points = [{"n": p.n, "value": p.value, "highlighted": p.highlighted} for p in chosen if p.n > 0]
    limits = [
        {"n": limit.n, "lower": limit.lower, "upper": limit.upper} for limit in chart.limits if limit.n > 0
    ]
    across = {
        "field": "n",
        "type": "quantitative",
        "scale": {"type": "log", "nice": False, "padding": 8},
        "axis": {
            "title": "records judged, on a logarithmic scale",
            "tickCount": 4,
            "format": ",~f",
            "grid": False,
        },
    }
    edge = {"type": "line", "color": PALETTE["quiet"], "strokeWidth": 1, "strokeDash": [2, 3], "clip": True}
    ends = [
        {"data": {"values": limits}, "mark": edge, "encoding": {"x": across, "y": _values(end, chart.unit)}}
        for end in ("lower", "upper")
    ]
    dots = {
        "data": {"values": points},
        "mark": {"type": "circle", "opacity": 1},
        "encoding": {
            "x": across,
            "y": _values("value", chart.unit),
            "color": _colour(),
            "size": {"condition": {"test": "datum.highlighted", "value": 90}, "value": 34},
            "opacity": {"condition": {"test": "datum.highlighted", "value": 1}, "value": 0.65},
        },
    }
    layers = [*ends, _rule("y", chart.pooled), dots, *_named(chart, across)]
    return {"height": 220, "layer": layers}


def _named(chart: FunnelChart, across: Spec) -> list[Spec]:
    """The names of the points that stand out, where there are few enough to be read."""
    marked = [point for point in chart.points if point.highlighted and point.n > 0]
    if not 0 < len(marked) <= MOST_NAMED:
        return []
    middle = median(point.n for point in chart.points)
    layers = []
    for side, align, dx in ((True, "right", -9), (False, "left", 9)):
        values = [
            {"n": p.n, "value": p.value, "name": label(p.object.replace("|", " | "), 26)}
            for p in marked
            if (p.n > middle) is side
        ]
        mark = {"type": "text", "align": align, "dx": dx, "color": PALETTE["ink"]}
        encoding = {"x": across, "y": _values("value", chart.unit), "text": {"field": "name"}}
        layers.append({"data": {"values": values}, "mark": mark, "encoding": encoding})
    return layers


def _series(chart: SeriesChart) -> Spec:
    names = _unlike([period_name(period) for period in chart.periods])
    values = [
        {"period": name, "value": value, "line": str(place)}
        for place, line in enumerate(chart.lines)
        for name, value in zip(names, line.values, strict=False)
    ]
    places = [str(place) for place in range(len(chart.lines))]
    paints = [_TONES[line.tone] for line in chart.lines]
    across = {"field": "period", "type": "ordinal", "sort": None, "axis": _PERIODS}
    tint = {"field": "line", "type": "nominal", "scale": {"domain": places, "range": paints}, "legend": None}
    dashes = {"domain": places, "range": [DASHES[place % len(DASHES)] for place in range(len(places))]}
    dash = {"field": "line", "type": "nominal", "scale": dashes, "legend": None}
    upright = _values("value", chart.unit, scale={"zero": False, "nice": True})
    encoding = {"x": across, "y": upright, "color": tint}
    layers = [
        {"mark": {"type": "line", "strokeWidth": 2}, "encoding": {**encoding, "strokeDash": dash}},
        {"mark": {"type": "circle", "size": 26, "opacity": 1}, "encoding": encoding},
    ]
    rules = [_rule("y", reference.value) for reference in chart.references]
    return {"height": 210, "data": {"values": values}, "layer": [*layers, *rules]}


def _bars(chart: BarsChart) -> Spec:
    shown = chart.bars[:MOST_ROWS]
    names = _unlike([label(bar.category, 26) for bar in shown])
    values = [
        {
            "name": name,
            "value": bar.value,
            "highlighted": bar.highlighted,
            "text": amount(bar.value, chart.unit),
        }
        for name, bar in zip(names, shown, strict=True)
    ]
    across = _values("value", chart.unit, scale={"zero": True, "padding": 0})
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": 13},
            "encoding": {"y": _NAMES, "x": across, "color": _colour("soft")},
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 5, "color": PALETTE["ink"]},
            "encoding": {"y": _NAMES, "x": across, "text": {"field": "text"}},
        },
    ]
    rules = [_rule("x", chart.reference.value)] if chart.reference else []
    return {"height": 26 * len(shown) + 8, "data": {"values": values}, "layer": [*layers, *rules]}


def _histogram(chart: HistogramChart) -> Spec:
    values = [{"start": b.start, "end": b.end, "n": b.n, "highlighted": b.highlighted} for b in chart.bins]
    across = _values("start", chart.unit, scale={"zero": False, "nice": False}, bin="binned")
    top = max((b.end for b in chart.bins), default=0.0)
    if chart.unit == "minutes" and top > 180:
        across["axis"] = _clock_axis(top)
    bars = {
        "mark": {"type": "bar", "binSpacing": 1},
        "encoding": {
            "x": across,
            "x2": {"field": "end"},
            "y": {
                "field": "n",
                "type": "quantitative",
                "axis": {"title": "records", "tickCount": 4, "format": ",~f"},
            },
            "color": _colour("soft"),
        },
    }
    rules = [_rule("x", chart.target.value)] if chart.target else []
    return {"height": 200, "data": {"values": values}, "layer": [bars, *rules]}


def _intervals(chart: IntervalsChart) -> Spec:
    shown = chart.intervals[:MOST_ROWS]
    names = _unlike([label(interval.object, 26) for interval in shown])
    values = [
        {
            "name": name,
            "lower": i.lower,
            "upper": i.upper,
            "estimate": i.estimate,
            "highlighted": i.highlighted,
        }
        for name, i in zip(names, shown, strict=True)
    ]
    free = {"zero": False, "nice": True}
    span = {
        "y": _NAMES,
        "x": _values("lower", chart.unit, scale=free),
        "x2": {"field": "upper"},
        "color": _colour(),
    }
    dot = {"y": _NAMES, "x": _values("estimate", chart.unit, scale=free), "color": _colour()}
    layers: list[Spec] = [
        {"mark": {"type": "rule", "strokeWidth": 2}, "encoding": span},
        {"mark": {"type": "circle", "size": 70, "opacity": 1}, "encoding": dot},
    ]
    rules = [_rule("x", chart.reference.value)] if chart.reference else []
    return {"height": 26 * len(shown) + 8, "data": {"values": values}, "layer": [*layers, *rules]}


def _unlike(names: list[str]) -> list[str]:
    """The names, those that are alike after shortening told apart by their place."""
    return [name if names.count(name) == 1 else f"{name} ·{place}" for place, name in enumerate(names, 1)]


_NAMES: Spec = {
    "field": "name",
    "type": "nominal",
    "sort": None,
    "axis": {"title": None, "labelLimit": 190, "grid": False, "labelColor": PALETTE["ink"]},
}
_PERIODS: Spec = {
    "title": None,
    "grid": False,
    "labelAngle": 0,
    "labelOverlap": "parity",
    "labelExpr": "datum.index === 0 || slice(datum.label, 0, 3) === 'Jan' ? split(datum.label, ' ') : split(datum.label, ' ')[0]",
}
_FRAME: Spec = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "background": None,
    "width": WIDTH,
    "autosize": {"type": "fit", "contains": "padding"},
    "padding": {"left": 8, "right": 4, "top": 6, "bottom": 2},
    "config": {
        "view": {"stroke": None},
        "font": "sans-serif",
        "text": {"fontSize": 12},
        "axis": {
            "domain": False,
            "ticks": False,
            "gridColor": PALETTE["line"],
            "labelColor": PALETTE["quiet"],
            "labelFontSize": 12,
            "labelPadding": 6,
            "titleColor": PALETTE["quiet"],
            "titleFontSize": 12,
            "titleFontWeight": "normal",
        },
    },
}
