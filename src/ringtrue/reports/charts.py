"""A run's charts, read from ``charts.json`` and written as Vega-Lite.

``charts.json`` is a JSON list; each object is one dataclass of ``ringtrue.model.chart`` field by field, told apart by ``kind``.
Of every kind: ``procedure``, ``lead`` (null: of the procedure as a whole), ``title``, ``note``, ``unit``. Of its own:

- ``funnel``: ``points`` [{object, n, value, highlighted}], ``pooled``, ``limits`` [{n, lower, upper}], ``level``
- ``series``: ``periods`` ["2026-04"], ``lines`` [{name, values, tone}], ``references`` [{label, value}]
- ``bars``: ``bars`` [{category, value, n, highlighted}], ``reference`` {label, value} or null
- ``histogram``: ``bins`` [{start, end, n, highlighted}], ``target`` {label, value} or null
- ``intervals``: ``intervals`` [{object, estimate, lower, upper, n, highlighted}], ``reference`` {label, value} or null

Text from outside goes into the data of a specification only, never into its expressions. What the kinds have in common is in
``chart_frame``; what a chart says in words is in ``chart_words``.
"""

from pathlib import Path
from statistics import median

from ringtrue.model.chart import (
    BarsChart,
    Chart,
    FunnelChart,
    HistogramChart,
    IntervalsChart,
    SeriesChart,
)
from ringtrue.reports.chart_frame import (
    DASHES,
    FRAME,
    MOST_NAMED,
    MOST_POINTS,
    MOST_ROWS,
    NAMES,
    PALETTE,
    PERIODS,
    TONES,
    Spec,
    clock_axis,
    colour,
    quantity,
    rule,
    unlike,
)
from ringtrue.reports.chart_words import period_name
from ringtrue.reports.numbers import amount
from ringtrue.reports.text import label


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
    return {**FRAME, **drawn}


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
        {"data": {"values": limits}, "mark": edge, "encoding": {"x": across, "y": quantity(end, chart.unit)}}
        for end in ("lower", "upper")
    ]
    dots = {
        "data": {"values": points},
        "mark": {"type": "circle", "opacity": 1},
        "encoding": {
            "x": across,
            "y": quantity("value", chart.unit),
            "color": colour(),
            "size": {"condition": {"test": "datum.highlighted", "value": 90}, "value": 34},
            "opacity": {"condition": {"test": "datum.highlighted", "value": 1}, "value": 0.65},
        },
    }
    layers = [*ends, rule("y", chart.pooled), dots, *_named(chart, across)]
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
        encoding = {"x": across, "y": quantity("value", chart.unit), "text": {"field": "name"}}
        layers.append({"data": {"values": values}, "mark": mark, "encoding": encoding})
    return layers


def _series(chart: SeriesChart) -> Spec:
    names = unlike([period_name(period) for period in chart.periods])
    values = [
        {"period": name, "value": value, "line": str(place)}
        for place, line in enumerate(chart.lines)
        for name, value in zip(names, line.values, strict=False)
    ]
    places = [str(place) for place in range(len(chart.lines))]
    paints = [TONES[line.tone] for line in chart.lines]
    across = {"field": "period", "type": "ordinal", "sort": None, "axis": PERIODS}
    tint = {"field": "line", "type": "nominal", "scale": {"domain": places, "range": paints}, "legend": None}
    dashes = {"domain": places, "range": [DASHES[place % len(DASHES)] for place in range(len(places))]}
    dash = {"field": "line", "type": "nominal", "scale": dashes, "legend": None}
    upright = quantity("value", chart.unit, scale={"zero": False, "nice": True})
    encoding = {"x": across, "y": upright, "color": tint}
    layers = [
        {"mark": {"type": "line", "strokeWidth": 2}, "encoding": {**encoding, "strokeDash": dash}},
        {"mark": {"type": "circle", "size": 26, "opacity": 1}, "encoding": encoding},
    ]
    rules = [rule("y", reference.value) for reference in chart.references]
    return {"height": 210, "data": {"values": values}, "layer": [*layers, *rules]}


def _bars(chart: BarsChart) -> Spec:
    shown = chart.bars[:MOST_ROWS]
    names = unlike([label(bar.category, 26) for bar in shown])
    values = [
        {
            "name": name,
            "value": bar.value,
            "highlighted": bar.highlighted,
            "text": amount(bar.value, chart.unit),
        }
        for name, bar in zip(names, shown, strict=True)
    ]
    across = quantity("value", chart.unit, scale={"zero": True, "padding": 0})
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": 13},
            "encoding": {"y": NAMES, "x": across, "color": colour("soft")},
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 5, "color": PALETTE["ink"]},
            "encoding": {"y": NAMES, "x": across, "text": {"field": "text"}},
        },
    ]
    rules = [rule("x", chart.reference.value)] if chart.reference else []
    return {"height": 26 * len(shown) + 8, "data": {"values": values}, "layer": [*layers, *rules]}


def _histogram(chart: HistogramChart) -> Spec:
    values = [{"start": b.start, "end": b.end, "n": b.n, "highlighted": b.highlighted} for b in chart.bins]
    across = quantity("start", chart.unit, scale={"zero": False, "nice": False}, bin="binned")
    top = max((b.end for b in chart.bins), default=0.0)
    if chart.unit == "minutes" and top > 180:
        across["axis"] = clock_axis(top)
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
            "color": colour("soft"),
        },
    }
    rules = [rule("x", chart.target.value)] if chart.target else []
    return {"height": 200, "data": {"values": values}, "layer": [bars, *rules]}


def _intervals(chart: IntervalsChart) -> Spec:
    shown = chart.intervals[:MOST_ROWS]
    names = unlike([label(interval.object, 26) for interval in shown])
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
        "y": NAMES,
        "x": quantity("lower", chart.unit, scale=free),
        "x2": {"field": "upper"},
        "color": colour(),
    }
    dot = {"y": NAMES, "x": quantity("estimate", chart.unit, scale=free), "color": colour()}
    layers: list[Spec] = [
        {"mark": {"type": "rule", "strokeWidth": 2}, "encoding": span},
        {"mark": {"type": "circle", "size": 70, "opacity": 1}, "encoding": dot},
    ]
    rules = [rule("x", chart.reference.value)] if chart.reference else []
    return {"height": 26 * len(shown) + 8, "data": {"values": values}, "layer": [*layers, *rules]}
