"""Another language: by the whole text, by a pattern, else English."""

import pytest

from ringtrue.model.errors import WrongUse
from ringtrue.reports import language
from ringtrue.reports.language import languages, words


def test_english_stays_as_it_is() -> None:
    assert words("en")("3 of 4 records") == "3 of 4 records"


def test_german_ships_and_an_unknown_language_is_refused() -> None:
    assert languages()[:2] == ("en", "de")
    with pytest.raises(WrongUse, match="Known: en, de"):
        words("xx")


def test_a_pattern_takes_its_values_over_and_translates_them_too(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {
        "{n} of {m} {what}": "{n} von {m} {what}",
        "records": "Datensätze",
        "50 % {x}": "50 % {x} (halb)",
    }
    monkeypatch.setattr(language, "_known", lambda name: known)
    told = words.__wrapped__("de")
    assert told("3 of 4 records") == "3 von 4 Datensätze"
    assert told("50 % of it") == "50 % of it (halb)"
    assert told("neither known nor like a pattern") == "neither known nor like a pattern"
