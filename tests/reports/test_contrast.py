"""The colours of the page can be read in both schemes (WCAG 2.2, level AA)."""

import re

import pytest

from ringtrue.reports.html.report import style_sheet

LIGHT, DARK = (
    dict(re.findall(r"--(\w+): (#\w{6})", part))
    for part in style_sheet().split("@media print")[0].split("@media screen and (prefers", 1)
)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_both_schemes_set_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_the_measure_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card"])
@pytest.mark.parametrize("name", ["ink", "quiet", "against", "for", "open", "accent"])
def test_text_stands_out_from_its_ground(name: str, ground: str, scheme: dict[str, str]) -> None:
    assert contrast(scheme[name], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_bars_of_a_chart_stand_out_from_the_card(scheme: dict[str, str]) -> None:
    assert contrast(scheme["soft"], scheme["card"]) >= 3
