"""Files handed in: kept with their hash and dates; what is no export is refused, and nothing of it stays."""

from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from ringtrue.workbench.imports.names import source_name
from ringtrue.workbench.imports.sources import file_of, sources_of
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import BACKEND, Cast
from tests.workbench.handing_in import CASES, csv, hand_in, only_source, packed, zip_bomb


def test_a_file_is_kept_as_it_was_received_with_its_hash_and_three_dates(cast: Cast) -> None:
    page = hand_in(cast, csv(), event_from="2026-04-01", event_until="2026-04-30", document_on="2026-05-02")
    one = only_source(cast.audit)
    assert "was received and kept" in page
    assert one.sha256 == sha256(CASES.encode()).hexdigest()
    assert file_of(cast.audit, one.sha256).read_text() == CASES
    assert (one.event_from, one.event_until, one.document_on) == ("2026-04-01", "2026-04-30", "2026-05-02")
    assert one.captured_at.startswith("20") and one.by == "Ada"


def test_who_handed_it_in_stands_in_the_trail(cast: Cast) -> None:
    hand_in(cast, csv(), "ben")
    (entry,) = AuditJournal(cast.audit).current("source").values()
    assert (entry.by, entry.content["shown"]) == ("Ben", "cases.csv")


def test_days_out_of_order_are_told_beside_their_field_and_nothing_is_kept(cast: Cast) -> None:
    page = hand_in(cast, csv(), event_from="2026-05-01", event_until="2026-04-01")
    assert "last day is before the first" in page
    _nothing_stays(cast)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (
            SimpleUploadedFile("cases.csv", b"<html><body><table>log in</table></body></html>"),
            "it is a web page",
        ),
        (SimpleUploadedFile("x.xml", b"<?xml version='1.0'?><svg onload='alert(1)'/>"), "it is a picture"),
        (SimpleUploadedFile("x.csv", b"%PDF-1.7 something"), "it is a PDF"),
        (SimpleUploadedFile("x.csv", bytes(range(32)) * 100), "bytes are no text"),
        (SimpleUploadedFile("x.exe", b"id,kind\n1,incident\n"), "its ending is not known"),
        (SimpleUploadedFile("x.csv", b""), "empty"),
        (SimpleUploadedFile("x.csv.gz", b"\x1f\x8b\x08 damaged"), "packed file is cut off"),
        (SimpleUploadedFile("x.zip", b"PK\x03\x04 damaged"), "packed file is damaged"),
    ],
)
def test_what_is_no_export_is_refused_with_the_reason(
    cast: Cast, file: SimpleUploadedFile, told: str
) -> None:
    assert told in hand_in(cast, file)
    _nothing_stays(cast)


@pytest.mark.slow
def test_a_zip_bomb_is_refused(cast: Cast) -> None:
    assert "grows more than 300 fold" in hand_in(cast, zip_bomb())
    _nothing_stays(cast)


def test_a_packed_export_is_taken(cast: Cast) -> None:
    hand_in(cast, packed())
    assert only_source(cast.audit).name == "cases.csv.gz"


@override_settings(MOST_UPLOAD_BYTES=1000)
def test_what_is_larger_than_the_site_takes_is_stopped(cast: Cast) -> None:
    assert "larger than this workbench takes" in hand_in(cast, csv(text=CASES * 20))
    _nothing_stays(cast)


def test_the_same_content_twice_is_told(cast: Cast) -> None:
    hand_in(cast, csv())
    assert "is here already" in hand_in(cast, csv("other.csv"), "ben")
    assert len(sources_of(cast.audit)) == 1


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/cron.csv", "cron.csv"),
        ("..\\..\\windows\\a.csv", "a.csv"),
        ("/etc/passwd", "passwd"),
        (".htaccess", "htaccess"),
        ("a\x00b\n.csv", "ab.csv"),
        ("<script>alert(1)</script>.csv", "script_.csv"),
        ("Störungen 2026 (April).csv", "Störungen 2026 (April).csv"),
        ("sources.json", "file-sources.json"),
        ("..", "file"),
        ("", "file"),
    ],
)
def test_a_name_is_never_a_path(given: str, name: str) -> None:
    assert source_name(given, []) == name


def test_two_files_of_one_name_both_stay(cast: Cast) -> None:
    hand_in(cast, csv())
    hand_in(cast, csv(text=CASES + "C9,incident,mail,new,2026-04-09T08:00Z,,\n"))
    assert [one.name for one in sources_of(cast.audit)] == ["cases.csv", "2/cases.csv"]


def test_a_script_in_a_name_is_shown_as_text(cast: Cast) -> None:
    page = hand_in(cast, csv("<img src=x onerror=alert(1)>.csv"))
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;.csv" in page


def test_a_file_is_only_ever_saved_never_shown(cast: Cast) -> None:
    hand_in(cast, csv())
    one = only_source(cast.audit)
    answer = cast.client("ada").get(f"/audits/{cast.audit.pk}/imports/{one.id}/file/")
    assert b"".join(answer.streaming_content).decode() == CASES
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_file_without_the_token_against_forgery_is_refused(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.people["ada"], backend=BACKEND)
    assert client.post(f"/audits/{cast.audit.pk}/imports/new/", {"file": csv()}).status_code == 403
    assert sources_of(cast.audit) == []
    assert _incoming() == []


@pytest.mark.parametrize("person", ["cleo", "otto", "dan", None])
def test_who_may_not_hands_in_nothing_and_not_a_byte_is_kept(cast: Cast, person: str | None) -> None:
    answer = cast.client(person).post(f"/audits/{cast.audit.pk}/imports/new/", {"file": csv()})
    assert answer.status_code == {"dan": 404, None: 302}.get(person, 403)
    _nothing_stays(cast)


def test_a_source_of_another_audit_is_not_found_here(cast: Cast) -> None:
    hand_in(cast, csv())
    one = only_source(cast.audit)
    assert cast.client("dan").get(f"/audits/{cast.other.pk}/imports/{one.id}/").status_code == 404


def _nothing_stays(cast: Cast) -> None:
    assert sources_of(cast.audit) == []
    assert _incoming() == []


def _incoming() -> list[Path]:
    return list((settings.HOME.uploads / "incoming").glob("*"))


def test_several_files_at_once_are_each_kept_or_refused_with_the_reason(cast: Cast) -> None:
    files = [csv(), SimpleUploadedFile("x.csv", b"<html><body>"), csv("changes.csv", "id,service\nX1,mail\n")]
    page = cast.client("ada").post(f"/audits/{cast.audit.pk}/imports/new/", {"file": files}, follow=True)
    assert [one.name for one in sources_of(cast.audit)] == ["cases.csv", "changes.csv"]
    assert "x.csv: it is a web page" in page.content.decode()
    assert _incoming() == []
