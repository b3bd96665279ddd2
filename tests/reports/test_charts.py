"""Charts: read, drawn in the page's colours, and said in words."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pydantic import ValidationError

from ringtrue.model.chart import Bar, BarsChart, Chart, FunnelChart, FunnelPoint
from ringtrue.reports.chart_frame import PALETTE
from ringtrue.reports.chart_words import text_alternative
from ringtrue.reports.charts import read_charts
from ringtrue.reports.html.svg import svg
from tests.reports.invented import CHARTS, HOSTILE

KINDS = {chart.kind: chart for chart in CHARTS}


def test_charts_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "charts.json"
    file.write_text(json.dumps([asdict(chart) for chart in CHARTS]), "utf-8")
    assert read_charts(file) == CHARTS


def test_a_chart_of_an_unknown_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "charts.json"
    file.write_text('[{"kind": "pie", "procedure": "x", "title": "y"}]', "utf-8")
    with pytest.raises(ValidationError):
        read_charts(file)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_in_the_colours_of_the_page_with_words_beside_it(kind: str) -> None:
    drawn = svg(KINDS[kind], "c1-")
    root = ElementTree.fromstring(drawn)
    colours = {
        value for element in root.iter() for name in ("fill", "stroke") if (value := element.get(name))
    }
    assert colours - {"none", "transparent"} == {colour for colour in colours if colour.startswith("var(--")}
    assert not any(mark in drawn for mark in PALETTE.values())
    assert (root.get("role"), root.get("aria-label")) == ("img", text_alternative(KINDS[kind]))
    assert "style=" not in drawn
    assert "font-family" not in drawn
    assert "width" not in root.attrib
    assert "viewBox" in root.attrib


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_drawn_of_nothing(kind: str) -> None:
    chart = KINDS[kind]
    lists = {name: () for name, value in asdict(chart).items() if isinstance(value, tuple | list)}
    empty = replace(chart, **lists)
    assert "<svg" in svg(empty, "c1-")
    assert text_alternative(empty)


def test_the_words_of_a_series_come_from_its_data() -> None:
    words = text_alternative(CHARTS[0]).replace("\u00a0", " ")
    assert "Customers content: 84.0 % in Apr 2026, 49.0 % in Sep 2026, between 49.0 % and 84.0 %." in words


def test_the_words_of_a_funnel_name_what_stands_out() -> None:
    words = text_alternative(CHARTS[2]).replace("\u00a0", " ")
    assert "61 objects around 15.6 % of all together. Marked: D8|V37 2nd (39.8 %, n 211)" in words


def test_hostile_names_are_text_in_a_drawing() -> None:
    chart = BarsChart(procedure="p", title="t", bars=(Bar(category=HOSTILE, value=1.0),))
    root = ElementTree.fromstring(svg(chart, "c1-"))
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "g", "path", "text", "line"}
    assert any((element.text or "").startswith("<script>") for element in root.iter())


def test_names_that_are_alike_after_shortening_stay_two_bars() -> None:
    bars = tuple(
        Bar(category="a very long name that goes on and on " + end, value=value)
        for end, value in (("x", 1.0), ("y", 2.0))
    )
    drawn = svg(BarsChart(procedure="p", title="t", unit="count", bars=bars), "c1-")
    assert drawn.count("·") == 2


def test_a_funnel_of_thousands_is_drawn_in_part_and_keeps_what_stands_out() -> None:
    funnel: Chart = KINDS["funnel"]
    assert isinstance(funnel, FunnelChart)
    crowd = tuple(FunnelPoint(object=f"t{i}", n=100 + i, value=0.1) for i in range(5000))
    drawn = svg(
        replace(funnel, points=(*crowd, FunnelPoint(object="odd one", n=20, value=0.9, highlighted=True))),
        "c1-",
    )
    assert len(drawn) < 120_000
    assert "odd one" in drawn
