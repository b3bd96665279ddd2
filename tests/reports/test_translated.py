"""An outline in another language: sentences and numbers are told, data stay."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from ringtrue.reports.outline import Outline
from ringtrue.reports.parts import Table
from ringtrue.reports.translated import outlined, outlined_for_paper, translated
from ringtrue.tables.labels import labels
from tests.reports import invented
from tests.reports.papers import job

GERMAN: Mapping[str, str] = labels("de").content["values"]
"""The words that a table allows, as a German report tells them."""


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Outline:
    return outlined(job(tmp_path_factory.mktemp("run"), "x"))


@pytest.fixture(scope="module")
def german(english: Outline) -> Outline:
    return translated(english, "de")


def test_english_is_the_outline_itself(english: Outline) -> None:
    assert translated(english, "en") is english


def test_the_language_is_told(german: Outline) -> None:
    assert german.language == "de"


def test_headings_answers_and_sentences_are_told(german: Outline) -> None:
    assert german.title.heading == "Klingt es echt?"
    assert german.questions[1].answer == "Widersprochen"
    assert german.title.summary.startswith("Zu ")
    assert "Auditzeitraum" in [term.name for term in german.title.about]


def test_numbers_are_written_with_the_marks_of_the_language(german: Outline) -> None:
    flow = next(question for question in german.leads if question.id == "flow")
    assert flow.procedures[0].judged.startswith("Geprüft: 8.214 Fälle, davon beurteilbar 8.011 (97,5\u00a0%)")
    value = next(question for question in german.leads if question.id == "value")
    numbers = {term.name: term.text for lead in value.procedures[0].leads for term in lead.numbers}
    assert "64,1\u00a0%" not in numbers.values()
    assert any("57,8\u00a0%" in text or "69,4\u00a0%" in text for text in numbers.values())


def test_the_period_is_written_as_the_language_writes_days(german: Outline) -> None:
    about = {term.name: term.text for term in german.title.about}
    assert about["Auditzeitraum"] == "1. April bis 30. September 2026"


def test_ids_files_code_and_the_values_of_records_stay(english: Outline, german: Outline) -> None:
    for one, other in zip(english.leads, german.leads, strict=True):
        for before, after in zip(one.procedures, other.procedures, strict=True):
            assert (before.id, before.sql) == (after.id, after.sql)
            for lead, told in zip(before.leads, after.leads, strict=True):
                assert (lead.id, lead.anchor, lead.records.file) == (told.id, told.anchor, told.records.file)
                if lead.records.first and told.records.first:
                    assert _data(lead.records.first, GERMAN) == _data(told.records.first, {})


def test_values_of_records_in_our_form_are_written_as_the_language_writes_them(german: Outline) -> None:
    cells = [
        cell.text
        for one in german.leads
        for claim in one.procedures
        for lead in claim.leads
        if lead.records.first
        for row in lead.records.first.rows
        for cell in row
    ]
    assert "7,5\u00a0Tage" in cells
    assert not [text for text in cells if text.endswith("days")]


def test_the_names_of_services_stay_though_they_be_words_that_are_known(tmp_path: Path) -> None:
    run = invented.results()
    named = replace(
        run, services=tuple(replace(one, name=f"Value {n}") for n, one in enumerate(run.services))
    )
    first = replace(named.services[0], name="Value")
    told = translated(
        outlined(job(tmp_path, "x", replace(named, services=(first, *named.services[1:])))), "de"
    )
    assert told.services is not None
    assert "Value" in [row[0].text for row in told.services.first.rows]


def test_a_chart_is_told_but_its_data_are_not(german: Outline) -> None:
    figures = [
        figure
        for question in german.leads
        for claim in question.procedures
        for figure in (*claim.figures, *(one for lead in claim.leads for one in lead.figures))
    ]
    assert figures
    assert any("alle zusammen" in key.text for figure in figures for key in figure.keys)


def test_a_paper_is_cut_before_it_is_told_and_says_so_in_its_language(tmp_path: Path) -> None:
    told = outlined_for_paper(job(tmp_path, "x", language="de"))
    notes = [lead.records.note for one in told.leads for claim in one.procedures for lead in claim.leads]
    assert any(note.startswith("Die ersten 8 davon; alle stehen in ") for note in notes)
    assert told.procedures.sql == ()


def _data(table: Table, words: Mapping[str, str]) -> list[list[str]]:
    """The values of records but the reason and those with a unit, which are in our form; words that a table allows as ``words`` say them."""
    return [
        [words.get(cell.text, cell.text) for cell in row[2:-1] if not re.search(r"\d\u00a0", cell.text)]
        for row in table.rows
    ]
