"""The pages' colours can be read by everybody: contrast AA of WCAG 2.2, by day and by night."""

import re
from pathlib import Path

import pytest

import ringtrue.workbench.pages

CSS = Path(ringtrue.workbench.pages.__file__).parent / "static/workbench/workbench.css"
TEXT = ("ink", "quiet", "against", "for", "open", "accent")
GROUNDS = ("paper", "card", "field")
SCHEMES = {"day": 0, "night": 1}
TEXT_LEAST, PARTS_LEAST = 4.5, 3.0


def colours(scheme: str) -> dict[str, str]:
    """The colours of a scheme by their names; what the night leaves out is as by day."""
    roots = re.findall(r":root \{(.*?)\}", CSS.read_text("utf-8"), re.S)
    found: dict[str, str] = {}
    for root in roots[: SCHEMES[scheme] + 1]:
        found |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", root))
    return found


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("text", TEXT)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    held = colours(scheme)
    assert contrast(held[text], held[ground]) >= TEXT_LEAST


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_on_buttons_can_be_read_and_fields_and_focus_can_be_seen(scheme: str) -> None:
    held = colours(scheme)
    assert contrast(held["on-accent"], held["accent"]) >= TEXT_LEAST
    assert contrast(held["soft"], held["field"]) >= PARTS_LEAST
    assert contrast(held["accent"], held["paper"]) >= PARTS_LEAST


def test_no_colour_stands_in_the_sheet_but_the_named_ones() -> None:
    rules = re.sub(r":root \{.*?\}", "", CSS.read_text("utf-8"), flags=re.S)
    assert re.findall(r"#[0-9a-f]{3,6}\b", rules.split("@media print")[0]) == []
