"""What all charts of a report have in common: their colours as marks, their axes, rules and frame, in Vega-Lite.

Colours are marks of their own (``PALETTE``), for a format to replace.
"""

from math import ceil
from typing import Any

from ringtrue.model.chart import Tone

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
"""A Vega-Lite specification, or a part of one."""

TONES: dict[Tone, str] = {"against": PALETTE["against"], "for": PALETTE["for"], "neutral": PALETTE["accent"]}
_SUFFIX = {
    "share": "' %'",
    "points": "' pp'",
    "ratio": "' ×'",
    "minutes": "' min'",
    "hours": "' h'",
    "days": "' days'",
}


def axis(unit: str) -> Spec:
    """An axis of numbers with their unit behind them."""
    scaled = "datum.value * 100" if unit == "share" else "datum.value"
    return {
        "title": None,
        "tickCount": 5,
        "labelExpr": f"format({scaled}, ',~f') + {_SUFFIX.get(unit, chr(39) * 2)}",
    }


def clock_axis(top: float) -> Spec:
    """An axis of minutes, in hours or days where there are many."""
    size, word = (1440, "days") if top > 4320 else (60, "h")
    step = size * max(1, ceil(top / size / 6))
    values = list(range(0, int(top) + 1, step))
    return {"title": None, "values": values, "labelExpr": f"format(datum.value / {size}, ',~f') + ' {word}'"}


def quantity(field: str, unit: str, **more: Any) -> Spec:
    """A channel that shows the numbers of a field."""
    return {"field": field, "type": "quantitative", "axis": axis(unit), **more}


def rule(channel: str, value: float) -> Spec:
    """A dashed line across the chart at a value."""
    return {
        "data": {"values": [{"at": value}]},
        "mark": {"type": "rule", "color": PALETTE["quiet"], "strokeDash": [4, 3]},
        "encoding": {channel: {"field": "at", "type": "quantitative"}},
    }


def colour(plain_ones: str = "quiet") -> Spec:
    """The colour of what stands out, and of the others."""
    return {
        "condition": {"test": "datum.highlighted", "value": PALETTE["against"]},
        "value": PALETTE[plain_ones],
    }


def unlike(names: list[str]) -> list[str]:
    """The names, those that are alike after shortening told apart by their place."""
    return [name if names.count(name) == 1 else f"{name} ·{place}" for place, name in enumerate(names, 1)]


NAMES: Spec = {
    "field": "name",
    "type": "nominal",
    "sort": None,
    "axis": {"title": None, "labelLimit": 190, "grid": False, "labelColor": PALETTE["ink"]},
}
PERIODS: Spec = {
    "title": None,
    "grid": False,
    "labelAngle": 0,
    "labelOverlap": "parity",
    "labelExpr": "datum.index === 0 || slice(datum.label, 0, 3) === 'Jan' ? split(datum.label, ' ') : split(datum.label, ' ')[0]",
}
FRAME: Spec = {
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
