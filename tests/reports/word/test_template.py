"""An auditor's own template: what is wrong in it is told with its place, and what is hostile is refused."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from ringtrue.model.errors import TemplateRefused
from ringtrue.reports.word import package, sandbox
from ringtrue.reports.word.make_template import PLACE
from ringtrue.reports.word.report import render
from tests.reports.papers import job, word_text

pytestmark = pytest.mark.slow


def of(folder: Path, *lines: str, change: Callable[[Any], None] = lambda document: None) -> Path:
    """A template with these paragraphs."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    change(document)
    document.save(str(folder / "mine.docx"))
    return folder / "mine.docx"


def changed(folder: Path, name: str, content: bytes, more: bool = True) -> Path:
    """A template with one part of its package written anew."""
    made = folder / "mine.docx"
    with zipfile.ZipFile(of(folder, "x")) as before:
        parts = {one: before.read(one) for one in before.namelist()}
    old = parts.get(name, b"")
    parts[name] = content if not more else old.replace(b"</w:body>", content + b"</w:body>")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for one, data in parts.items():
            after.writestr(one, data)
    return made


def text_of(folder: Path, template: Path, **given: Any) -> str:
    return word_text(render(job(folder, "report.docx", template=template, **given))[0].read_bytes())


def refusal(folder: Path, template: Path) -> str:
    with pytest.raises(TemplateRefused) as refused:
        render(job(folder, "report.docx", template=template))
    assert not (folder / "reports" / "report.docx").exists()
    return str(refused.value)


def test_a_template_of_ones_own_gives_what_it_names_in_its_order(tmp_path: Path) -> None:
    mine = of(
        tmp_path,
        "Prepared for {{ title.about[0].text }}",
        "{%p for question in questions %}",
        "{{ loop.index }}. {{ question.question }}: {{ question.answer | upper }}",
        "{%p endfor %}",
        "{{p results }}",
        "{{p title.about }}",
    )
    text = text_of(tmp_path, mine)
    assert text.startswith("Prepared for Northwind")
    assert "1. Does it manage services by outcomes" in text
    assert "CONTRADICTED" in text
    assert "Not enough data" in text


def test_a_table_can_be_looped_over_by_hand(tmp_path: Path) -> None:
    mine = of(
        tmp_path, "{%p for row in results.rows %}", "{{ row[0].text }}={{ row[1].text }}", "{%p endfor %}"
    )
    assert "Value=1" in text_of(tmp_path, mine)


def test_headers_and_footers_know_the_placeholders(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "Client: {{ title.audit }}"

    assert "Client: " in text_of(tmp_path, of(tmp_path, "x", change=change))


def test_an_unknown_placeholder_is_named_with_its_place_and_what_it_may_have_been(tmp_path: Path) -> None:
    told = refusal(tmp_path, of(tmp_path, "First", "All: {{ title.sumary }}"))
    assert "mine.docx, body, paragraph 2, near “All: {{ title.sumary }}”" in told
    assert 'there is no placeholder "sumary"; did you mean "summary"?' in told
    assert "brand-the-word-report" in told


def test_an_error_in_a_table_is_told_by_table_and_row(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.add_table(1, 1)
        table = document.add_table(2, 2)
        table.cell(1, 1).text = "{{ nothing_like_it }}"

    assert "table 2, row 2" in refusal(tmp_path, of(tmp_path, "x", change=change))


def test_of_two_alike_the_one_at_fault_is_told(tmp_path: Path) -> None:
    lines = ("{%p for one in questions %}", "{{ one.why }}", "{%p endfor %}", "Then", "{{ one.why }}")
    assert "paragraph 5" in refusal(tmp_path, of(tmp_path, *lines))


def test_an_error_in_the_header_is_told_to_be_there(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ titel.audit }}"

    told = refusal(tmp_path, of(tmp_path, "x", change=change))
    assert "mine.docx, header" in told and "titel" in told


@pytest.mark.parametrize(
    "line",
    ["{{ title.audit", "{% if title %}x", "{%p for one questions %}", "{{ title..audit }}", "{% endif %}"],
)
def test_a_tag_that_cannot_be_read_is_refused(tmp_path: Path, line: str) -> None:
    assert "mine.docx, body" in refusal(tmp_path, of(tmp_path, "Before", line, "After"))


def test_a_block_inside_a_line_is_refused_and_told_how_to_write_it(tmp_path: Path) -> None:
    told = refusal(tmp_path, of(tmp_path, "See {{ results }} here"))
    assert "stands inside a line" in told and "{{p name }}" in told


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{{ title.__class__ }}", "reaches for"),
        ("{{ title['__class__'] }}", ""),
        ("{{ ''.__class__.__mro__ }}", "reaches for"),
        ("{{ title.audit.format }}", 'no placeholder "format"'),
        ("{{ range(9) }}", "calls a function"),
        ("{{ title.audit.upper() }}", "calls a function"),
        ("{% include 'x' %}", "includes another file"),
        ("{% import 'x' as x %}", "imports another file"),
        ("{% extends 'x' %}", "extends another file"),
        ("{% macro a() %}{% endmacro %}", "defines a macro"),
        ("{% set a = title.audit %}", "sets a variable"),
        ("{{ title.audit * 999999999 }}", "uses mul"),
        ("{{ 9 ** 9 ** 9 }}", "uses pow"),
        ("{{ title.audit ~ title.audit }}", "uses concat"),
        ("{{ title.audit | safe }}", 'the filter "safe"'),
        ("{{ title.audit | center(99999999) }}", 'the filter "center"'),
        ("{{ title | attr('x') }}", 'the filter "attr"'),
        ("{% for a in questions recursive %}{% endfor %}", "calls itself"),
    ],
)
def test_a_template_shows_repeats_and_asks_and_does_nothing_else(tmp_path: Path, line: str, why: str) -> None:
    assert why in refusal(tmp_path, of(tmp_path, line))


def test_loops_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_STEPS", 1000)
    inner = "".join("{% for a in questions %}" for _ in range(8)) + "{% endfor %}" * 8
    assert "its loops go on for more than 1,000 steps" in refusal(tmp_path, of(tmp_path, inner))


def test_time_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_SECONDS", -1.0)
    assert "seconds" in refusal(tmp_path, of(tmp_path, "{% for a in questions %}x{% endfor %}"))


def test_output_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "MOST_LETTERS", 1000)
    line = "{% for a in questions %}" + "x" * 400 + "{% endfor %}"
    assert "it gives more than 1,000 letters" in refusal(tmp_path, of(tmp_path, line))


def test_macros_are_refused(tmp_path: Path) -> None:
    assert "it holds macros" in refusal(tmp_path, changed(tmp_path, "word/vbaProject.bin", b"x", more=False))


def test_a_document_with_macros_is_refused_though_it_is_called_docx(tmp_path: Path) -> None:
    with zipfile.ZipFile(of(tmp_path, "x")) as before:
        types = before.read("[Content_Types].xml")
    macro = types.replace(b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")
    assert "it holds macros" in refusal(tmp_path, changed(tmp_path, "[Content_Types].xml", macro, more=False))


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "frame", "subDocument"])
def test_what_would_be_fetched_from_outside_is_refused(tmp_path: Path, kind: str) -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        'Target="http://evil.example/x" TargetMode="External"/></Relationships>'
    ).encode()
    told = refusal(tmp_path, changed(tmp_path, "word/_rels/settings.xml.rels", relation, more=False))
    assert "it fetches http://evil.example/x from outside" in told


def test_a_link_that_somebody_clicks_is_no_fetching(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE

        document.part.relate_to("https://auditor.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    assert "fine" in text_of(tmp_path, of(tmp_path, "fine", change=change))


@pytest.mark.parametrize(
    "field", ["DDEAUTO cmd", "INCLUDETEXT c:\\x", "INCLUDEPICTURE http://evil.example/x", "LINK x"]
)
def test_fields_that_read_from_outside_are_refused(tmp_path: Path, field: str) -> None:
    run = f"<w:p><w:r><w:instrText> {field} </w:instrText></w:r></w:p>".encode()
    assert "reads from outside" in refusal(tmp_path, changed(tmp_path, "word/document.xml", run))


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert "entities" in refusal(tmp_path, changed(tmp_path, "word/comments.xml", bomb, more=False))


def test_embedded_files_are_refused(tmp_path: Path) -> None:
    told = refusal(tmp_path, changed(tmp_path, "word/embeddings/oleObject1.bin", b"x", more=False))
    assert "embedded" in told


def test_a_bomb_is_refused_before_it_unpacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 1_000_000)
    bomb = changed(tmp_path, "word/media/image1.png", b"\x00" * 5_000_000, more=False)
    assert bomb.stat().st_size < 100_000
    assert "unpacks to more than 1,000,000 bytes" in refusal(tmp_path, bomb)


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_BYTES", 1000)
    assert "more than 1,000 bytes" in refusal(tmp_path, of(tmp_path, "x"))


@pytest.mark.parametrize("content", [b"", b"PK", b"{\\rtf1 old}", b"\xd0\xcf\x11\xe0" * 100])
def test_what_is_no_word_document_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mine.docx").write_bytes(content)
    assert "it is no Word document" in refusal(tmp_path, tmp_path / "mine.docx")


def test_a_package_of_another_kind_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mine.docx", "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
    assert "it has no text of a Word document" in refusal(tmp_path, tmp_path / "mine.docx")


def test_broken_xml_is_refused(tmp_path: Path) -> None:
    told = refusal(tmp_path, changed(tmp_path, "word/document.xml", b"<w:document><w:body>", more=False))
    assert "it cannot be opened" in told


def test_our_own_template_passes_every_check() -> None:
    assert package.checked(PLACE) == PLACE.read_bytes()


def test_the_package_is_written_in_order_and_without_dates() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as given:
        given.writestr("b", "2")
        given.writestr("[Content_Types].xml", "0")
        given.writestr("a", "1")
    with zipfile.ZipFile(BytesIO(package.same_bytes(made.getvalue()))) as told:
        assert told.namelist() == ["[Content_Types].xml", "a", "b"]
        assert {info.date_time[0] for info in told.infolist()} == {1980}


def test_every_placeholder_that_the_guide_names_is_known_and_every_known_one_is_named(tmp_path: Path) -> None:
    import re

    from ringtrue.reports.headings import HEADINGS
    from ringtrue.reports.translated import outlined_for_paper
    from ringtrue.reports.word.placeholders import placeholders

    guide = Path(__file__).parents[3] / "docs" / "how-to" / "brand-the-word-report.md"
    table = guide.read_text("utf-8").split("| Placeholder |")[1].split("\n\n")[0]
    named = {found.split(".")[0] for found in re.findall(r"`(?:\{\{[pr] )?([a-z_]+[a-z_.]*)", table)}
    known = set(placeholders(outlined_for_paper(job(tmp_path, "x")), Document()))
    assert known - named - {"language", "marks"} == set()
    assert {f"words.{name}" for name in re.findall(r"`words\.(\w+)`", table)} <= {
        f"words.{n}" for n in HEADINGS
    }
