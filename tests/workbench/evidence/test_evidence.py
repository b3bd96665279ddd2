"""Evidence: added, verified, only ever given out as a download."""

import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast

SCRIPT = "<script>alert(1)</script>"


def said(**other: Any) -> dict[str, Any]:
    """What somebody says of a piece of evidence."""
    usual = {
        "shows": "The approval is dated after the start of the change.",
        "obtained": "examined",
        "place": "change tool",
        "event_on": "2026-03-04",
        "captured_at": "2026-05-04",
    }
    return {**usual, **other}


def add(cast: Cast, **other: Any) -> Any:
    return cast.client("ben").post(reverse("evidence_new", args=[cast.audit.pk]), said(**other))


def test_a_file_is_kept_by_its_content_and_given_out_only_as_a_download(cast: Cast) -> None:
    add(cast, file=SimpleUploadedFile("../../mail.txt", b"approved"))
    held = AuditJournal(cast.audit).current("evidence")["E-001"].content
    assert (held["file"], held["sha256"]) == ("mail.txt", hashlib.sha256(b"approved").hexdigest())
    answer = cast.client("ada").get(reverse("evidence_file", args=[cast.audit.pk, "E-001"]))
    assert b"".join(answer.streaming_content) == b"approved"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mail.txt"'
    assert answer.headers["Content-Type"] == "application/octet-stream"


@pytest.mark.parametrize("name", ["a.svg", "a.html", "a.exe", "a"])
def test_files_that_can_act_are_not_taken(cast: Cast, name: str) -> None:
    assert "not taken" in add(cast, file=SimpleUploadedFile(name, b"<svg/>")).content.decode()
    assert AuditJournal(cast.audit).current("evidence") == {}


def test_a_page_that_is_called_a_picture_is_not_taken(cast: Cast) -> None:
    answer = add(cast, file=SimpleUploadedFile("a.png", b"<html>"))
    assert "but it is none" in answer.content.decode()


def test_a_rule_of_the_method_is_told_beside_the_field(cast: Cast) -> None:
    page = add(cast, event_on="2026-06-01").content.decode()
    assert "lies after the date of capture" in page


def test_who_collected_and_who_verified_is_never_taken_from_a_form(cast: Cast) -> None:
    add(cast, collected_by="Ada", verified_by="Ada", verified_at="2026-05-05", sha256="0" * 64)
    held = AuditJournal(cast.audit).current("evidence")["E-001"].content
    assert (held["collected_by"], held["verified_by"], held["sha256"]) == ("Ben", None, None)


def test_a_member_verifies_what_was_shown(cast: Cast) -> None:
    add(cast)
    url, version = reverse("evidence_verify", args=[cast.audit.pk, "E-001"]), _version(cast)
    told = {"version": version, "compared": "the change record"}
    assert cast.client("ada").post(url, {**told, "version": version + 7}).status_code == 400
    assert cast.client("ada").post(url, told).status_code == 302
    assert AuditJournal(cast.audit).current("evidence")["E-001"].content["verified_by"] == "Ada"


def test_stored_script_is_text(cast: Cast) -> None:
    texts = dict.fromkeys(("shows", "place", "party", "record"), SCRIPT)
    add(cast, **texts, file=SimpleUploadedFile("<img src=x>.txt", b"x"))
    for url in (
        reverse("evidence", args=[cast.audit.pk]),
        reverse("evidence_one", args=[cast.audit.pk, "E-001"]),
    ):
        page = cast.client("ada").get(url).content.decode()
        assert SCRIPT not in page and "<img src=x>" not in page


def test_evidence_of_one_audit_is_not_found_through_another(cast: Cast) -> None:
    add(cast)
    for name in ("evidence_one", "evidence_file"):
        assert cast.client("dan").get(reverse(name, args=[cast.other.pk, "E-001"])).status_code == 404
        assert cast.client("dan").get(reverse(name, args=[cast.audit.pk, "E-001"])).status_code == 404


def _version(cast: Cast) -> int:
    return AuditJournal(cast.audit).current("evidence")["E-001"].seq
