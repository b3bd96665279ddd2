"""Word papers in the look of the organisation: the styles, header, footer and logo of a document of its own."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Mm, RGBColor
from tests.cli.process import ringtrue

from ringtrue import api
from ringtrue.model.errors import TemplateRefused, WrongUse
from ringtrue.papers.word import WordPaper
from ringtrue.reports.parts import Cell, Column, Table
from ringtrue.reports.word.report import shipped

LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def own_look(path: Path, header: str = "ACME plc", heading: str = "Heading 1") -> Path:
    """A document as an organisation has it: a header with a logo, wide margins, red headings, text of its own, few styles."""
    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(35)
    line = section.header.paragraphs[0]
    line.add_run(header)
    line.add_run().add_picture(BytesIO(LOGO))
    section.footer.paragraphs[0].add_run("Confidential")
    style = document.styles["Heading 1"]
    style.font.color.rgb = RGBColor(0xCC, 0, 0)
    style.element.set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", heading.replace(" ", "")
    )
    for name in ("List Bullet", "Subtitle"):
        document.styles.element.remove(document.styles[name].element)
    document.add_paragraph("Lorem ipsum of the template")
    document.save(str(path))
    return path


def written(place: Path, look: Path | None) -> Any:
    paper = WordPaper("Audit plan", audit="Northwind", subtitle="Northwind", look=look)
    paper.heading("Objectives")
    paper.text("A point", "ListBullet")
    paper.table(
        Table(
            caption="T",
            columns=(Column(title="A"), Column(title="B")),
            rows=((Cell(text="1"), Cell(text="2")),),
        )
    )
    paper.fields([("Root cause", 2)])
    paper.save(place)
    return Document(str(place))


def test_header_logo_and_footer_are_those_of_the_document_and_its_text_is_not(tmp_path: Path) -> None:
    document = written(tmp_path / "plan.docx", own_look(tmp_path / "acme.docx"))
    section = document.sections[0]
    assert "ACME plc" in section.header.paragraphs[0].text
    assert section.footer.paragraphs[0].text == "Confidential"
    assert [one for one in section.header.part.rels.values() if "image" in one.reltype]
    texts = [line.text for line in document.paragraphs]
    assert "Lorem ipsum of the template" not in texts
    assert texts[:2] == ["Audit plan", "Northwind"]


def test_its_styles_are_used_by_their_names_whatever_their_ids_and_those_that_it_lacks_are_added(
    tmp_path: Path,
) -> None:
    document = written(tmp_path / "plan.docx", own_look(tmp_path / "acme.docx", heading="berschrift1"))
    (heading,) = [line for line in document.paragraphs if line.text == "Objectives"]
    assert heading.style.style_id == "berschrift1"
    assert heading.style.font.color.rgb == RGBColor(0xCC, 0, 0)
    known = {style.style_id for style in document.styles}
    used = {line.style.style_id for line in document.paragraphs}
    assert used <= known
    assert {"TableText", "TableHead", "RingtrueTable", "Subtitle", "ListBullet"} <= known


def test_tables_keep_within_the_margins_of_the_document(tmp_path: Path) -> None:
    document = written(tmp_path / "plan.docx", own_look(tmp_path / "acme.docx"))
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert sum(cell.width for cell in table.rows[0].cells) <= room


def test_header_and_footer_may_name_the_paper_and_the_audit(tmp_path: Path) -> None:
    look = own_look(tmp_path / "acme.docx", header="ACME: {{ title.heading }}, {{ title.audit }}")
    document = written(tmp_path / "plan.docx", look)
    assert document.sections[0].header.paragraphs[0].text.startswith("ACME: Audit plan, Northwind")


def test_the_template_of_the_report_serves_for_the_papers_too(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(shipped().read_bytes())
    document = written(tmp_path / "plan.docx", tmp_path / "report.docx")
    assert document.sections[0].header.paragraphs[0].text == "Northwind\tAudit plan"
    assert not any("{{" in line.text for line in document.paragraphs)


def test_the_same_look_gives_the_same_bytes(tmp_path: Path) -> None:
    look = own_look(tmp_path / "acme.docx")
    for name in ("a.docx", "b.docx"):
        written(tmp_path / name, look)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.parametrize(
    "header", ["{{ titel }}", "{{ title.__class__ }}", "{% include 'x' %}", "{{ title.heading"]
)
def test_a_placeholder_that_is_none_is_named_with_its_place(tmp_path: Path, header: str) -> None:
    with pytest.raises(TemplateRefused, match=r"acme\.docx, .*header"):
        written(tmp_path / "plan.docx", own_look(tmp_path / "acme.docx", header=header))


def test_what_is_no_word_document_or_holds_macros_is_refused(tmp_path: Path) -> None:
    (tmp_path / "acme.docx").write_text("no package")
    with pytest.raises(TemplateRefused, match="it is no Word document"):
        written(tmp_path / "plan.docx", tmp_path / "acme.docx")
    own_look(tmp_path / "macro.docx")
    with zipfile.ZipFile(tmp_path / "macro.docx", "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(TemplateRefused, match="it holds macros"):
        written(tmp_path / "plan.docx", tmp_path / "macro.docx")


def test_the_letter_of_a_request_takes_it_and_the_workbook_does_not(tmp_path: Path) -> None:
    look = own_look(tmp_path / "acme.docx")
    api.request(tmp_path / "letter.docx", None, ["services"], "en", look)
    assert "ACME plc" in Document(str(tmp_path / "letter.docx")).sections[0].header.paragraphs[0].text
    with pytest.raises(WrongUse, match="a template is for Word"):
        api.request(tmp_path / "request.xlsx", None, ["services"], "en", look)


def test_the_command_writes_a_paper_in_it(tmp_path: Path) -> None:
    (tmp_path / "services.csv").write_text("id,name\npay,Payments\n")
    folder = api.import_sources([tmp_path / "services.csv"], tmp_path / "audit").folder
    look = own_look(tmp_path / "acme.docx")
    done = ringtrue("paper", folder.path, "actions", "--format", "word", "--template", look)
    assert done.returncode == 0, done.stderr
    place = folder.papers / "actions.docx"
    assert "ACME plc" in Document(str(place)).sections[0].header.paragraphs[0].text
    refused = ringtrue("paper", folder.path, "self-test", "--format", "excel", "--template", look)
    assert (refused.returncode, "a template is for Word" in refused.stderr) == (2, True)


def test_a_question_stays_on_one_page_with_the_field_for_its_answer(tmp_path: Path) -> None:
    paper = WordPaper("Interview", audit="Northwind")
    paper.text("Before")
    paper.heading("What did you hear?")
    paper.text("Then ask further")
    paper.terms([("Look for", "a report")])
    paper.fields([("Answer", 4)])
    paper.save(tmp_path / "i.docx")
    document = Document(str(tmp_path / "i.docx"))
    kept = {line.text: line.paragraph_format.keep_with_next for line in document.paragraphs}
    assert (kept["Before"], kept["Then ask further"]) == (None, True)
    assert all(
        line.paragraph_format.keep_with_next
        for cell in document.tables[0].rows[0].cells
        for line in cell.paragraphs
    )
