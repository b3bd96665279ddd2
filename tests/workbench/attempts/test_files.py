"""A file that is handed in writes nowhere but in its place, fills no disk, and is never shown as a page of ours."""

import gzip
import io
import stat
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from ringtrue.importers.reading import limits
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.handing_in import CASES, load

OUT = [
    "../../evil.csv",
    "/tmp/evil.csv",
    "..\\..\\evil.csv",
    "a/../../../evil.csv",
    "C:\\evil.csv",
    "audit.toml",
    "sources.json",
]
INJECTED = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ ''|attr('__cl'~'ass__') }}",
    "{% include '/etc/passwd' %}",
    "{% import os %}",
    "{{ config }}",
    "{% for a in range(1000000000) %}x{% endfor %}",
    "{{ 9**9**9 }}",
]


@pytest.mark.parametrize("name", OUT)
def test_a_name_in_an_archive_or_of_a_file_leads_nowhere_else(cast: Cast, name: str) -> None:
    before = _files_outside(cast)
    _hand_in(cast, SimpleUploadedFile("cases.zip", _zip({name: CASES})))
    _hand_in(cast, SimpleUploadedFile(name, CASES.replace("C1", "D1").encode()))
    load(cast)
    assert _files_outside(cast) == before
    assert "evil" not in cast.audit.folder.audit_file.read_text("utf-8")


def test_a_link_in_an_archive_is_not_followed(cast: Cast) -> None:
    made, link = io.BytesIO(), zipfile.ZipInfo("cases.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    _hand_in(cast, SimpleUploadedFile("cases.zip", made.getvalue()))
    load(cast)
    told = [path for path in cast.audit.folder.path.rglob("*") if path.is_symlink()]
    assert told == []
    assert not [
        path for path in cast.audit.folder.path.rglob("*") if path.is_file() and b"root:" in path.read_bytes()
    ]


@pytest.mark.parametrize("kind", ["zip", "gz", "xlsx", "zip in zip"])
def test_what_unpacks_without_end_is_refused(cast: Cast, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RATIO_FROM", 2**20)
    page = _hand_in(cast, SimpleUploadedFile(f"cases.{'zip' if ' ' in kind else kind}", _bomb(kind)))
    assert "was received and kept" not in page
    assert not cast.audit.records.filter(kind="source").exists()
    assert list((settings.HOME.uploads / "incoming").glob("*")) == []


def test_a_paper_or_a_template_that_unpacks_without_end_is_refused(cast: Cast) -> None:
    bomb = _bomb("xlsx")
    paper = cast.client("ada").post(
        reverse("reports_record", args=[cast.audit.pk]), {"file": SimpleUploadedFile("x.xlsx", bomb)}
    )
    assert paper.status_code == 200
    _give(cast, bomb)
    assert not _template(cast)


@pytest.mark.parametrize("line", INJECTED)
def test_a_word_template_carries_nothing_out(cast: Cast, line: str) -> None:
    document, made = Document(), io.BytesIO()
    document.add_paragraph(line)
    document.save(made)
    page = _give(cast, made.getvalue())
    assert not _template(cast)
    assert "uid=" not in page and "root:" not in page


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b"<svg onload='alert(1)'/>"),
        ("a.html", b"<script>alert(1)</script>"),
        ("a.xhtml", b"<html/>"),
        ("a.txt", b"<script>alert(1)</script>"),
        ("a.png", b"\x89PNG<script>alert(1)</script>"),
        ("a.xml", b"<?xml-stylesheet href='x'?><svg onload='alert(1)'/>"),
    ],
)
def test_a_page_or_picture_that_acts_is_not_taken_or_only_ever_saved(
    cast: Cast, name: str, content: bytes
) -> None:
    said = {
        "shows": "Late.",
        "obtained": "examined",
        "place": "tool",
        "event_on": "2026-03-04",
        "captured_at": "2026-05-04",
    }
    cast.client("ada").post(
        reverse("evidence_new", args=[cast.audit.pk]),
        {**said, "file": SimpleUploadedFile(name, content, content_type="text/html")},
    )
    for id in AuditJournal(cast.audit).current("evidence"):
        answer = cast.client("ada").get(reverse("evidence_file", args=[cast.audit.pk, id]))
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def _hand_in(cast: Cast, file: SimpleUploadedFile) -> str:
    url = reverse("imports_upload", args=[cast.audit.pk])
    return cast.client("ada").post(url, {"file": file}, follow=True).content.decode()


def _give(cast: Cast, content: bytes) -> str:
    url = reverse("reports_template", args=[cast.audit.organisation.pk])
    return cast.client("admin").post(url, {"file": SimpleUploadedFile("t.docx", content)}).content.decode()


def _template(cast: Cast) -> object:
    cast.audit.organisation.refresh_from_db()
    return cast.audit.organisation.template


def _zip(members: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return made.getvalue()


def _bomb(kind: str) -> bytes:
    much = b"a" * 20_000_000
    if kind == "gz":
        return gzip.compress(much)
    if kind == "xlsx":
        types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        return _zip(
            {
                "[Content_Types].xml": types,
                "xl/workbook.xml": "<workbook/>",
                "xl/worksheets/sheet1.xml": much.decode(),
            }
        )
    inner = _zip({"cases.csv": much.decode()})
    if kind == "zip":
        return inner
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("cases.zip", inner)
    return made.getvalue()


def _files_outside(cast: Cast) -> list[Path]:
    """Files of the home that stand in no place of this audit, and those that an escape would have made."""
    own = (cast.audit.folder.path, settings.HOME.uploads / cast.audit.pk)
    there = [
        path
        for path in settings.HOME.path.rglob("*")
        if path.is_file() and not any(path.is_relative_to(place) for place in own)
    ]
    return sorted(path for path in [*there, *Path("/tmp").glob("evil*")] if "sqlite3" not in path.name)
