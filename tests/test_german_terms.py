"""German uses one word for each term, in every place where the product speaks: reports, papers, tables, banks, the workbench."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "ringtrue"
PLACES = (
    *sorted((SOURCE / "method" / "banks").rglob("*.toml")),
    *sorted((SOURCE / "method" / "questions").glob("*.toml")),
    *sorted((SOURCE / "criteria").rglob("*.toml")),
    SOURCE / "reports" / "languages" / "de.toml",
    SOURCE / "tables" / "labels.de.toml",
    SOURCE / "workbench" / "locale" / "de" / "LC_MESSAGES" / "django.po",
)

OLD = {
    r"Hinweis(?:e|en|es)?\b": "Anhaltspunkt (lead)",
    r"\bSpur(?:en)?\b": "Anhaltspunkt (lead)",
    r"Vorg[aä]ng": "Fall (case)",
    r"(?i)\bIncident": "Störung (incident)",
    r"\bChanges?\b": "Änderung (change)",
    r"Nutzer\b|Nutzern\b|Nutzerin|Benutzer\b": "Anwender (user)",
    r"\bProvider": "Serviceanbieter (provider)",
    r"Abstellmaßnahme": "Korrekturmaßnahme (corrective action)",
    r"(?i)configuration item": "Konfigurationselement",
    r"\bKlausel": "Abschnitt (clause)",
    r"Prozedur": "Prüfverfahren (procedure)",
    r"Umfrage": "Befragung (survey)",
    r"(?:Abschluss|Eröffnungs)gespräch": "Abschlussbesprechung, Eröffnungsbesprechung",
}
"""Words of before, and the term that was decided on (head of ``de.toml``)."""


@pytest.mark.parametrize("place", PLACES, ids=lambda one: str(one.relative_to(SOURCE)))
def test_no_word_of_before_is_left(place: Path) -> None:
    texts = list(_german(place))
    found = [(text, term) for text in texts for word, term in OLD.items() if re.search(word, text)]
    assert found == []


def test_the_places_hold_the_german_of_the_product() -> None:
    assert sum(len(list(_german(place))) for place in PLACES) > 5000


def _german(place: Path) -> Iterator[str]:
    text = place.read_text("utf-8")
    if place.suffix == ".po":
        yield from re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', text, re.MULTILINE)
        return
    told = tomllib.loads(text)
    whole = place.stem == "de" or place.stem.endswith(".de")
    yield from _leaves(told.get("words", told) if whole else told, whole)


def _leaves(given: Any, german: bool) -> Iterator[str]:
    """Every text under ``de``; but ``words`` are patterns that look for what others write."""
    if isinstance(given, dict):
        for key, value in given.items():
            if key != "words":
                yield from _leaves(value, german or key == "de")
    elif isinstance(given, list):
        for one in given:
            yield from _leaves(one, german)
    elif isinstance(given, str) and german:
        yield given
