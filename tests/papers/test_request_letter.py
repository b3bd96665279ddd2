"""The evidence request as a letter: what the workbook asks for, in words."""

from pathlib import Path

from docx import Document

from ringtrue import api
from ringtrue.tables import all_tables


def test_the_letter_asks_for_what_the_workbook_asks_for(tmp_path: Path) -> None:
    asked = api.request(tmp_path / "request.docx", None, ["services", "needs"])
    assert asked == api.request(tmp_path / "request.xlsx", None, ["services", "needs"])
    document = Document(str(tmp_path / "request.docx"))
    headings = [line.text for line in document.paragraphs if line.style.name == "Heading 2"]
    assert len(headings) == 2
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {column.meaning for one in asked for column in all_tables()[one.table].columns} <= cells


def test_the_same_request_gives_the_same_letter(tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        api.request(tmp_path / name, None, ["services"], "de")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_the_letter_says_what_its_words_about_sheets_are_about(tmp_path: Path) -> None:
    for language, word in (("en", "A workbook goes with this letter."), ("de", "gehört eine Arbeitsmappe.")):
        api.request(tmp_path / "request.docx", None, ["services"], language)
        assert any(word in line.text for line in Document(str(tmp_path / "request.docx")).paragraphs)
