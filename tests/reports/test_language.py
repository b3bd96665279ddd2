"""Another language: by the whole text, by a pattern, else English."""

import pytest

from ringtrue.model.errors import WrongUse
from ringtrue.reports import language
from ringtrue.reports.language import figures, languages, words


def _speaks(monkeypatch: pytest.MonkeyPatch, known: dict[str, str]) -> None:
    content = {"words": known, "figures": {"decimal": ",", "thousands": "."}}
    monkeypatch.setattr(language, "_known", lambda name: content)
    figures.cache_clear()


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
    _speaks(monkeypatch, known)
    told = words.__wrapped__("de")
    assert told("3 of 4 records") == "3 von 4 Datensätze"
    assert told("50 % of it") == "50 % of it (halb)"
    assert told("neither known nor like a pattern") == "neither known nor like a pattern"


def test_numbers_in_a_pattern_are_written_with_the_marks_of_the_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _speaks(monkeypatch, {"{n} of {n2} rows": "{n} von {n2} Zeilen", "clauses {text}": "Abschnitte {text}"})
    told = words.__wrapped__("de")
    assert told("1.5 of 1,234 rows") == "1,5 von 1.234 Zeilen"
    assert told("clauses 4.1") == "Abschnitte 4.1"


def test_a_number_placeholder_matches_nothing_but_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    _speaks(monkeypatch, {"{n} to {n2}": "{n} bis {n2}"})
    told = words.__wrapped__("de")
    assert told("go to town") == "go to town"
    assert told("1 to 2") == "1 bis 2"


def test_a_space_of_a_key_matches_one_that_does_not_break(monkeypatch: pytest.MonkeyPatch) -> None:
    _speaks(monkeypatch, {"{n} days": "{n}\u00a0Tage"})
    assert words.__wrapped__("de")("3.5\u00a0days") == "3,5\u00a0Tage"


def test_the_pattern_with_more_text_of_its_own_is_tried_first(monkeypatch: pytest.MonkeyPatch) -> None:
    _speaks(monkeypatch, {"{a} of {b}": "?", "share of {what}": "Anteil: {what}"})
    assert words.__wrapped__("de")("share of cases of payroll").startswith("Anteil")


def test_figures_leave_what_is_no_number_alone() -> None:
    figures.cache_clear()
    assert [figures("de")(text) for text in ("1,234.5", "−0.5", "8.3.2", "v1.2", "–")] == [
        "1.234,5",
        "−0,5",
        "8.3.2",
        "v1.2",
        "–",
    ]


def test_a_key_serves_for_the_text_as_a_sentence_and_at_the_beginning_of_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _speaks(monkeypatch, {"is late": "ist verspätet"})
    told = words.__wrapped__("de")
    assert [told(text) for text in ("is late", "is late.", "Is late", "is late!")] == [
        "ist verspätet",
        "ist verspätet.",
        "Ist verspätet",
        "is late!",
    ]


def test_a_full_stop_does_not_lead_to_a_pattern_that_says_less() -> None:
    told = words("de")(
        "person 7 closed 40 cases within 10 minutes; at this person's own pace 0.3 would be expected."
    )
    assert (
        told
        == "Person 7 schloss 40 Fälle binnen 10 Minuten; beim eigenen Tempo dieser Person wären 0,3 zu erwarten."
    )
