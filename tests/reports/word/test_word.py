"""The Word report: every figure, any script, literal text, and structure that Word understands."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from ringtrue.reports.word.report import render
from tests.reports import invented
from tests.reports.papers import job, with_text, word_text

pytestmark = pytest.mark.slow


ODD = "<b>&amp; & {{ 7*7 }} {% raw %} {_{ x }_} #let x = 1 $y$ @label \\n \\section * _a_ `c`"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    given = job(tmp_path_factory.mktemp("word"), "report.docx")
    return render(given)[0].read_bytes()


def test_the_same_run_gives_the_same_bytes(tmp_path: Path, document: bytes) -> None:
    assert render(job(tmp_path, "report.docx"))[0].read_bytes() == document


def test_no_date_of_a_clock_stands_in_the_package(document: bytes) -> None:
    with ZipFile(BytesIO(document)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")


def test_headings_are_numbered_styles_and_the_contents_list_them_with_links(document: bytes) -> None:
    body = Document(BytesIO(document)).element.body
    told = word_text(document)
    assert "1Summary" in told
    assert "2Conclusions on the six questions" in told
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))}
    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert anchors and anchors <= names


def test_marks_of_places_have_numbers_of_their_own(document: bytes) -> None:
    body = Document(BytesIO(document)).element.body
    numbers = [mark.get(qn("w:id")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(numbers) == len(set(numbers))


def test_the_head_of_each_table_of_the_outline_is_repeated_and_no_row_is_torn(document: bytes) -> None:
    tables = [
        table
        for table in Document(BytesIO(document)).element.body.iter(qn("w:tbl"))
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}") is not None
    ]
    assert len(tables) > 5
    for table in tables:
        rows = list(table.iter(qn("w:tr")))
        assert rows[0].find(f".//{qn('w:tblHeader')}") is not None
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_each_chart_is_a_picture_with_words_for_whoever_does_not_see_it(document: bytes) -> None:
    xml = ZipFile(BytesIO(document)).read("word/document.xml").decode()
    told = re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', xml)
    assert len(told) == xml.count("<w:drawing>") > 3
    assert all(len(words) > 30 for words in told)


def test_the_footer_counts_pages_and_the_document_counts_them_on_opening(document: bytes) -> None:
    with ZipFile(BytesIO(document)) as package:
        footers = b"".join(package.read(name) for name in package.namelist() if "footer" in name)
        settings = package.read("word/settings.xml").decode()
    assert b" PAGE " in footers and b" NUMPAGES " in footers
    assert "w:updateFields" in settings
    assert settings.index("w:updateFields") < settings.index("w:compat>")


def test_signs_of_templates_and_markup_appear_as_they_are(tmp_path: Path) -> None:
    text = word_text(render(job(tmp_path, "report.docx", with_text(ODD)))[0].read_bytes())
    assert text.count(ODD) >= 5
    assert "49" not in re.findall(r"\{\{ ?(\d+)", text)


@pytest.mark.parametrize(
    "text",
    [
        "Привет, größe ÄÖÜ ß Ελλάδα",
        "שלום עולם",
        "مرحبا بالعالم",
        "日本語の監査",
        "👍 😀 👩‍💻",
        "x" * 3000,
        "word " * 4000,
        "a\nb\tc",
        "bell\x07null\x00vertical\x0bpage\x0cesc\x1bhalf\ud800no\ufffe",
    ],
    ids=["cyrillic", "hebrew", "arabic", "japanese", "emoji", "long-word", "long", "breaks", "controls"],
)
def test_any_text_gives_a_document_that_opens(tmp_path: Path, text: str) -> None:
    made = render(job(tmp_path, "report.docx", with_text(text)))[0].read_bytes()
    told = word_text(made)
    Document(BytesIO(made))
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", told)
    if text.isprintable() and len(text) < 100:
        assert text in told


def test_text_from_right_to_left_is_set_so(tmp_path: Path) -> None:
    made = render(job(tmp_path, "report.docx", with_text("שלום עולם")))[0].read_bytes()
    assert b"<w:bidi/>" in ZipFile(BytesIO(made)).read("word/document.xml")


def test_a_run_without_anything_gives_a_document_all_the_same(tmp_path: Path) -> None:
    from dataclasses import replace

    from tests.reports import invented

    run = replace(
        invented.results(), sources=(), procedures=(), facts=(), services=(), clauses=(), questions=()
    )
    text = word_text(render(job(tmp_path, "report.docx", run, charts=()))[0].read_bytes())
    assert "None of the six questions can be answered yet" in text
    assert "No procedure opened a lead." in text


def test_the_shipped_template_is_what_its_maker_makes() -> None:
    from ringtrue.reports.word.make_template import PLACE, template

    assert PLACE.read_bytes() == template()


@pytest.mark.parametrize(("language", "spoken"), [("en", "en-GB"), ("de", "de-DE")])
def test_word_checks_the_spelling_in_the_language_of_the_report(
    tmp_path: Path, language: str, spoken: str
) -> None:
    made = render(job(tmp_path, "report.docx", language=language))[0].read_bytes()
    styles = ZipFile(BytesIO(made)).read("word/styles.xml").decode()
    assert re.search(r"<w:rPrDefault>.*?<w:lang [^>]*w:val=\"([^\"]+)\"", styles, re.DOTALL)[1] == spoken  # type: ignore[index]


def test_every_lead_shows_the_id_by_which_commands_take_it(document: bytes) -> None:
    text = "\n".join(line.text for line in Document(BytesIO(document)).paragraphs)
    leads = [lead.id for one in invented.results().procedures for lead in one.leads]
    assert leads
    assert [id for id in leads if f"Lead · {id}" not in text.replace("\u00a0", " ")] == []
