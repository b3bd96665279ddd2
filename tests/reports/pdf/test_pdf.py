"""The PDF report: every figure, any script without empty boxes, literal text, bookmarks, fonts, PDF/A."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from ringtrue.reports.glyphs import covered, drawable, drawn
from ringtrue.reports.pdf.content import BREAK, LONGEST_WORD, printable
from ringtrue.reports.pdf.report import render
from tests.reports.papers import bare, job, pdf_text, with_text

pytestmark = pytest.mark.slow


ODD = '<b> & {{ 7*7 }} #let x = 1 #read("data.json") $y$ @label \\n *a* _b_ `c` [x] = head // no'


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return render(job(tmp_path_factory.mktemp("pdf"), "report.pdf"))[0].read_bytes()


def test_the_same_run_gives_the_same_bytes(tmp_path: Path, page: bytes) -> None:
    assert render(job(tmp_path, "report.pdf"))[0].read_bytes() == page


def test_it_says_its_title_its_language_and_that_it_is_for_keeping(page: bytes) -> None:
    reader = PdfReader(BytesIO(page))
    assert str(reader.metadata.title).startswith("Does it ring true?")  # type: ignore[union-attr]
    assert reader.root_object["/Lang"] == "en"
    about = reader.root_object["/Metadata"].get_object().get_data().decode()  # type: ignore[attr-defined]
    assert re.search(r"pdfaid:part>2<.*pdfaid:conformance>A<", about, re.DOTALL)
    assert "pdfuaid:part>1<" in about
    assert reader.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_it_keeps_what_a_file_for_keeping_must(page: bytes) -> None:
    reader = PdfReader(BytesIO(page))
    (intent,) = (one.get_object() for one in reader.root_object["/OutputIntents"])  # type: ignore[attr-defined]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_object().get_data()[36:40] == b"acsp"
    assert not reader.is_encrypted
    assert not [
        name for name in ("/JavaScript", "/EmbeddedFiles") if name in reader.root_object.get("/Names", {})
    ]
    assert "/AA" not in reader.root_object and "/OpenAction" not in reader.root_object
    assert not [one for one in reader.pages if "/Group" in one and "/CS" not in one["/Group"].get_object()]  # type: ignore[attr-defined]
    assert all(one.get_object()["/F"] & 4 for page_ in reader.pages for one in page_.get("/Annots", ()))


def test_bookmarks_follow_the_headings(page: bytes) -> None:
    titles = [str(one.title) for one in PdfReader(BytesIO(page)).outline if not isinstance(one, list)]
    wanted = ["Summary", "Conclusions on the six questions", "Scope, criteria and period", "What was done"]
    places = [next(n for n, title in enumerate(titles) if title.endswith(want)) for want in wanted]
    assert places == sorted(places)


def test_every_font_is_inside(page: bytes) -> None:
    fonts = [font for one in PdfReader(BytesIO(page)).pages for font in _fonts(one)]
    assert fonts
    for font in fonts:
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        told = inner["/FontDescriptor"].get_object()
        assert any(name in told for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def _fonts(page: Any) -> list[Any]:
    found = page["/Resources"].get_object().get("/Font", {})
    return [font.get_object() for font in found.get_object().values()] if found else []


def test_pages_are_numbered(page: bytes) -> None:
    reader = PdfReader(BytesIO(page))
    assert f"Page 2 of {len(reader.pages)}" in reader.pages[1].extract_text()


def test_signs_of_markup_appear_as_they_are(tmp_path: Path) -> None:
    text = bare(pdf_text(render(job(tmp_path, "report.pdf", with_text(ODD)))[0].read_bytes()))
    assert text.count(bare(ODD)) >= 5


@pytest.mark.parametrize(
    "text",
    [
        "Привет größe Ελλάδα",
        "日本語の監査",
        "😀 ✓ → − ≥",
        "x" * 3000,
        "word " * 4000,
        "\x07\x00\x0b\ud800\ufffe a",
    ],
    ids=["cyrillic", "japanese", "signs", "long-word", "long", "controls"],
)
def test_any_text_gives_pages(tmp_path: Path, text: str) -> None:
    told = bare(pdf_text(render(job(tmp_path, "report.pdf", with_text(text)))[0].read_bytes()))
    if text.isprintable() and len(text) < 100:
        assert bare(text) in told


@pytest.mark.parametrize("text", ["שלום עולם", "مرحبا بالعالم", "mixed שלום and مرحبا"])
def test_text_from_right_to_left_is_drawn_with_our_fonts(tmp_path: Path, text: str) -> None:
    assert drawable(text) == text
    assert render(job(tmp_path, "report.pdf", with_text(text)))[0].stat().st_size > 10_000


def test_a_character_that_no_font_of_ours_draws_is_written_as_its_number(tmp_path: Path) -> None:
    assert drawable("한 a") == "[U+D55C] a"
    told = pdf_text(render(job(tmp_path, "report.pdf", with_text("한국어")))[0].read_bytes())
    assert "[U+D55C]" in told.replace(BREAK, "")


def test_the_fonts_draw_what_they_are_said_to() -> None:
    assert {ord(one) for one in "aßЖΩשم日−≥✓😀"} <= drawn()
    assert ord("한") not in drawn()


def test_a_font_says_which_characters_it_draws() -> None:
    from struct import pack

    # one table, cmap: one subtable of format 12 with one group, U+0041 to U+0043
    groups = pack(">HHIII", 12, 0, 28, 0, 1) + pack(">III", 0x41, 0x43, 1)
    cmap = pack(">HH", 0, 1) + pack(">HHI", 3, 10, 12) + groups
    font = pack(">IHHHH", 0x00010000, 1, 0, 0, 0) + b"cmap" + pack(">III", 0, 28, len(cmap)) + cmap
    assert list(covered(font)) == [0x41, 0x42, 0x43]


def test_a_long_word_can_be_broken_and_a_short_one_cannot() -> None:
    assert printable("x" * LONGEST_WORD) == "x" * LONGEST_WORD
    assert printable("x" * (LONGEST_WORD + 1)) == "x" * LONGEST_WORD + BREAK + "x"
    assert printable("INC0012345") == "INC0012345"
    assert printable("INC0012345678-90") == f"INC001234567{BREAK}8-90"
    assert printable("tables/change_request.csv") == f"tables/{BREAK}change_{BREAK}request.{BREAK}csv"
