"""Reports, papers, seals, templates: made, handed out so that nothing in them can act, read back, and who may not."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from ringtrue.api import save_template
from ringtrue.workbench.jobs.models import Job
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.ran import run_it

HOSTILE = [
    "../audit.toml",
    "..%2faudit.toml",
    "/etc/passwd",
    "rows/../../audit.toml",
    ".hidden",
    "nothing.html",
]


def url(cast: Cast, name: str, *args: str) -> str:
    return reverse(name, args=[cast.audit.pk, *args])


@pytest.mark.slow
def test_a_report_is_made_listed_and_handed_out_as_an_attachment(cast: Cast) -> None:
    run_it(cast)
    cast.client("ada").post(url(cast, "reports"), {"formats": ["html"], "language": "en"})
    assert Job.objects.get().state == "done", Job.objects.get().reason
    answer = cast.client("otto").get(url(cast, "reports_file", "report.html"))
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_report_that_is_shown_stands_in_a_sandbox(cast: Cast) -> None:
    cast.audit.folder.reports.mkdir(parents=True)
    (cast.audit.folder.reports / "report.html").write_text("<script>alert(1)</script>")
    answer = cast.client("ada").get(url(cast, "reports_file", "report.html"), {"show": "1"})
    policy = answer.headers["Content-Security-Policy"]
    assert "sandbox" in policy
    assert "allow-scripts" not in policy
    assert "script-src" not in policy


def test_a_picture_or_anything_else_is_never_shown_in_the_page(cast: Cast) -> None:
    cast.audit.folder.reports.mkdir(parents=True)
    (cast.audit.folder.reports / "x.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    answer = cast.client("ada").get(url(cast, "reports_file", "x.svg"), {"show": "1"})
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_leads_out_of_the_folder(cast: Cast, name: str) -> None:
    cast.audit.folder.reports.mkdir(parents=True)
    (cast.audit.folder.reports / ".hidden").write_text("x")
    base = url(cast, "reports_file", "x")[:-1]
    assert cast.client("ada").get(base + name).status_code == 404


def test_before_a_run_the_order_says_why_nothing_was_made(cast: Cast) -> None:
    page = cast.client("ada").post(url(cast, "reports"), {"formats": ["html"], "language": "en"}, follow=True)
    assert "nothing was run yet" in page.content.decode()


@pytest.mark.slow
def test_what_was_made_of_which_run_stands_in_the_trail(cast: Cast) -> None:
    run = run_it(cast)
    cast.client("ben").post(url(cast, "reports"), {"formats": ["html", "oscal"], "language": "de"})
    entry = next(iter(AuditJournal(cast.audit).current("report").values()))
    assert (entry.content["run"], entry.by) == (run, "Ben")
    assert "report.de.html" in entry.content["files"]


def test_the_own_template_is_asked_about_where_there_is_one(cast: Cast, tmp_path: Path) -> None:
    run_it(cast)
    assert "own_template" not in cast.client("ada").get(url(cast, "reports")).content.decode()
    _give(cast, save_template("word", tmp_path / "t.docx").read_bytes())
    assert "brand.docx" in cast.client("ada").get(url(cast, "reports")).content.decode()


def test_a_paper_asks_only_what_it_can_be_about(cast: Cast) -> None:
    page = cast.client("ada").get(url(cast, "reports_papers"), {"kind": "rating"}).content.decode()
    assert "Rater" in page
    assert 'name="role"' not in page
    answer = cast.client("ada").post(
        url(cast, "reports_papers"), {"kind": "rating", "language": "en", "rater": "Cleo"}
    )
    assert "Cleo" in answer.content.decode()
    assert not cast.audit.folder.papers.exists()


def test_a_paper_is_written_and_read_back(cast: Cast) -> None:
    run_it(cast)
    cast.client("ben").post(url(cast, "reports_papers"), {"kind": "findings", "language": "en"})
    names = [one.name for one in cast.audit.folder.papers.iterdir() if one.suffix == ".xlsx"]
    given = SimpleUploadedFile("../../x.xlsx", (cast.audit.folder.papers / names[0]).read_bytes())
    answer = cast.client("ben").post(url(cast, "reports_record"), {"file": given}, follow=True)
    assert "records were taken in" in answer.content.decode()


@pytest.mark.parametrize("content", [b"<svg onload=alert(1)>", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused_in_words(cast: Cast, content: bytes) -> None:
    given = SimpleUploadedFile("x.xlsx", content)
    answer = cast.client("ada").post(url(cast, "reports_record"), {"file": given})
    assert answer.status_code == 200
    assert "refused" in answer.content.decode() or "Expected a file" in answer.content.decode()


def test_an_administrator_gives_a_template_that_works(cast: Cast, tmp_path: Path) -> None:
    place = save_template("word", tmp_path / "t.docx")
    _give(cast, place.read_bytes())
    cast.audit.organisation.refresh_from_db()
    assert cast.audit.organisation.template


def test_a_template_that_reaches_for_more_is_refused_with_its_place(cast: Cast) -> None:
    document = Document()
    document.add_paragraph("{{ ''.__class__.__mro__ }}")
    made = BytesIO()
    document.save(made)
    page = _give(cast, made.getvalue())
    cast.audit.organisation.refresh_from_db()
    assert not cast.audit.organisation.template
    assert "__class__" in page


def test_the_lead_seals_and_anybody_of_the_team_verifies(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    run_it(cast)
    assert cast.client("ben").post(url(cast, "reports_seal")).status_code == 403
    cast.client("ada").post(url(cast, "reports_seal"))
    assert "Whole" in cast.client("otto").get(url(cast, "reports_seal"), {"verify": "1"}).content.decode()


def _give(cast: Cast, content: bytes) -> str:
    given = SimpleUploadedFile("brand.docx", content)
    address = reverse("reports_template", args=[cast.audit.organisation.pk])
    return cast.client("admin").post(address, {"file": given}).content.decode()
