"""Charts as pictures for papers: SVG for PDF, PNG for Word, in fixed colours and the fonts that are shipped."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from ringtrue.model.chart import Chart
from ringtrue.reports.chart_frame import PALETTE, WIDTH
from ringtrue.reports.charts import vega_lite
from ringtrue.reports.glyphs import FAMILIES, FONTS, drawable
from ringtrue.reports.language import DEFAULT, Words, words

COLOURS = {
    "ink": "#1d1d1b",
    "quiet": "#5b5b57",
    "line": "#d9d7cf",
    "against": "#a3341f",
    "for": "#1f6b45",
    "accent": "#2d4f7c",
    "soft": "#b8c4d4",
}
"""The colours of the page on paper; the darker ones can be read on white."""

SCALE = 3
"""Points of a PNG for each of the drawing's: about 290 to the inch at the width of a page."""

_LOCALES = {"de": "de-DE"}


def svg(chart: Chart, language: str = DEFAULT) -> str:
    """The chart as SVG."""
    import vl_convert

    _fonts()
    return vl_convert.vegalite_to_svg(spec(chart, language), allowed_base_urls=[], **locale(language))


def png(chart: Chart, language: str = DEFAULT) -> bytes:
    """The chart as PNG on white."""
    import vl_convert

    _fonts()
    drawn = {**spec(chart, language), "background": "white"}
    picture: bytes = vl_convert.vegalite_to_png(drawn, scale=SCALE, allowed_base_urls=[], **locale(language))
    return picture


def spec(chart: Chart, language: str) -> dict[str, Any]:
    """The chart's Vega-Lite with colours, font and words of a paper."""
    marks = {mark: COLOURS[name] for name, mark in PALETTE.items()}
    drawn: dict[str, Any] = _replaced(worded(chart, language), marks)
    drawn["config"] = {**drawn["config"], "font": ", ".join(FAMILIES)}
    return drawn


def worded(chart: Chart, language: str) -> dict[str, Any]:
    """The chart's Vega-Lite with the titles of its axes in that language."""
    drawn: dict[str, Any] = _titled(vega_lite(chart), words(language))
    return drawn


def _titled(given: Any, say: Words) -> Any:
    if isinstance(given, list):
        return [_titled(value, say) for value in given]
    if not isinstance(given, dict):
        return given
    told = {key: _titled(value, say) for key, value in given.items()}
    return {**told, "title": say(given["title"])} if isinstance(given.get("title"), str) else told


def _replaced(given: Any, marks: Mapping[str, str]) -> Any:
    if isinstance(given, dict):
        return {key: _replaced(value, marks) for key, value in given.items()}
    if isinstance(given, list):
        return [_replaced(value, marks) for value in given]
    return marks.get(given, drawable(given)) if isinstance(given, str) else given


def locale(language: str) -> dict[str, Any]:
    """How the drawing writes numbers in that language, as arguments of the drawing."""
    return {"format_locale": _LOCALES[language]} if language in _LOCALES else {}


@cache
def _fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


__all__ = ["COLOURS", "SCALE", "WIDTH", "locale", "png", "svg", "worded"]
