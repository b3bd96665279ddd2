"""The evidence request in another language: nothing in it stays English."""

from pathlib import Path

import pytest
from tests.papers.requested import blank, grids

from ringtrue.papers.request import workbook
from ringtrue.papers.request.columns import _WRITTEN
from ringtrue.reports.language import words
from ringtrue.tables import all_tables
from ringtrue.tables.labels import label_languages

OTHERS = [one for one in label_languages() if one != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_the_meaning_and_unit_of_every_table_and_column_are_told(language: str) -> None:
    told = words(language)
    for one in all_tables().values():
        units = [column.unit for column in one.columns if column.unit]
        for text in [one.meaning, *(column.meaning for column in one.columns), *units]:
            assert told(text) != text, text


@pytest.mark.parametrize("language", OTHERS)
def test_the_instructions_are_told(language: str) -> None:
    told = words(language)
    for text in (*workbook.HOW, *workbook._AVAILABLE, *_WRITTEN.values()):
        assert told(text) != text, text


def test_the_german_workbook_has_german_sheets_and_headings(tmp_path: Path) -> None:
    sheets = grids(blank(tmp_path / "r.xlsx", ["cases", "services"], "de"))
    assert list(sheets)[:3] == ["Bitte zuerst lesen", "Tickets", "Services"]
    headings = next(row for row in sheets["Tickets"] if row and row[0] == "Bemerkung")
    assert headings[1:5] == ["Kennung", "Art", "Titel", "Beschreibung"]
