"""Report formats: found by folder, asked for by name, with a template where one is taken."""

from pathlib import Path

import pytest

from ringtrue import api, plugins
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.model.errors import WrongUse
from ringtrue.reports.word.make_template import PLACE
from tests.reports import invented


def audit(folder: Path) -> tuple[AuditFolder, Path]:
    """An audit folder with an invented run."""
    return AuditFolder(folder), invented.write_run(folder, invented.results())


def test_every_format_is_found_by_its_folder_and_says_its_name_and_suffix() -> None:
    found = {one.id: one for one in plugins.reports()}
    assert {"html", "word", "pdf"} <= set(found)
    assert [found[id].suffix for id in ("html", "word", "pdf")] == [".html", ".docx", ".pdf"]
    assert [row["id"] for row in api.listed("reports")] == sorted(found)


def test_an_unknown_format_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    folder, run = audit(tmp_path)
    with pytest.raises(WrongUse, match=r'report format "doc" is not known. Known: .*html.*word'):
        api.reports(folder, invented.results(), run, ["doc"])


@pytest.mark.slow
def test_the_page_is_what_is_written_where_nothing_is_asked_for(tmp_path: Path) -> None:
    folder, run = audit(tmp_path)
    assert api.report(folder, invented.results(), run) == tmp_path / "reports" / "report.html"


@pytest.mark.slow
def test_several_formats_are_written_each_once_in_the_language_asked_for(tmp_path: Path) -> None:
    folder, run = audit(tmp_path)
    written = api.reports(folder, invented.results(), run, ["pdf", "html", "pdf"], language="de")
    assert [one.name for one in written] == ["report.de.pdf", "report.de.html"]
    assert '<html lang="de">' in written[1].read_text("utf-8")
    assert "Sechs Fragen" in written[1].read_text("utf-8")


@pytest.mark.slow
def test_a_template_goes_to_the_format_that_takes_it(tmp_path: Path) -> None:
    folder, run = audit(tmp_path)
    written = api.reports(folder, invented.results(), run, ["html", "word"], template=PLACE)
    assert [one.name for one in written] == ["report.html", "report.docx"]


def test_a_template_that_no_format_takes_is_refused(tmp_path: Path) -> None:
    folder, run = audit(tmp_path)
    with pytest.raises(WrongUse, match=r"none of the formats .* word \(.docx\)"):
        api.reports(folder, invented.results(), run, ["html"], template=PLACE)
    with pytest.raises(WrongUse, match="none of the formats"):
        api.reports(folder, invented.results(), run, ["word"], template=tmp_path / "x.docm")


def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    folder, run = audit(tmp_path)
    with pytest.raises(WrongUse, match="Known: en, de"):
        api.report(folder, invented.results(), run, "html", language="xx")


def test_the_shipped_template_is_handed_out_but_never_over_another_file(tmp_path: Path) -> None:
    mine = tmp_path / "new" / "mine.docx"
    assert api.save_template("word", mine).read_bytes() == PLACE.read_bytes()
    with pytest.raises(WrongUse, match="it is there already"):
        api.save_template("word", mine)
    with pytest.raises(WrongUse, match="Those that have one: word"):
        api.save_template("html", tmp_path / "x")
