"""Evidence requests: asked, seen by those asked, answered with files, accepted or returned with a reason."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from ringtrue.workbench.imports.sources import sources_of
from ringtrue.workbench.people.models import Person
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import BACKEND, PASSWORD, Cast
from tests.workbench.handing_in import csv

ASKED = {"title": "Incidents of April", "text": "All of them.", "tables": ["cases"], "due_on": "2026-12-01"}


def test_who_is_asked_sees_the_request_and_hands_a_file_in(cast: Cast) -> None:
    _ask(cast)
    assert "Incidents of April" in _page(cast, "cleo", "requests")
    page = cast.client("cleo").post(_url(cast, "requests_upload"), {"file": csv()}, follow=True)
    assert "was received and kept" in page.content.decode()
    (source,) = sources_of(cast.audit)
    assert (source.by, source.request) == ("Cleo", "R-001")
    assert _state(cast)["files"] == [source.id]


def test_an_answer_is_accepted(cast: Cast) -> None:
    _ask(cast)
    cast.client("cleo").post(_url(cast, "requests_upload"), {"file": csv()})
    cast.client("cleo").post(_url(cast, "requests_answer"), {"answer": "here they are"})
    assert _state(cast)["state"] == "answered"
    cast.client("ben").post(_url(cast, "requests_judge"), {"step": "accepted"})
    assert _state(cast)["state"] == "accepted"
    told = [(one.by, one.content["state"]) for one in AuditJournal(cast.audit).history("request", "R-001")]
    assert told == [("Ada", "open"), ("Cleo", "open"), ("Cleo", "answered"), ("Ben", "accepted")]


def test_an_answer_is_returned_with_what_lacks_and_can_be_given_again(cast: Cast) -> None:
    _ask(cast)
    cast.client("cleo").post(_url(cast, "requests_answer"), {"answer": "there are none"})
    cast.client("ben").post(_url(cast, "requests_judge"), {"step": "returned", "reason": "May lacks"})
    assert "Returned: May lacks" in _page(cast, "cleo", "requests_request")
    cast.client("cleo").post(_url(cast, "requests_answer"), {"answer": "now"})
    assert _state(cast)["state"] == "answered"


def test_a_return_without_a_reason_is_refused_in_words(cast: Cast) -> None:
    _ask(cast)
    cast.client("cleo").post(_url(cast, "requests_answer"), {"answer": "there are none"})
    page = cast.client("ada").post(_url(cast, "requests_judge"), {"step": "returned"}, follow=True)
    assert "returned without a reason" in page.content.decode()
    assert _state(cast)["state"] == "answered"


def test_nothing_handed_in_and_nothing_said_is_no_answer(cast: Cast) -> None:
    _ask(cast)
    page = cast.client("cleo").post(_url(cast, "requests_answer"), {"answer": " "}, follow=True)
    assert "nothing was handed in" in page.content.decode()
    assert _state(cast)["state"] == "open"


def test_a_file_that_is_refused_leaves_the_request_as_it_was(cast: Cast) -> None:
    _ask(cast)
    page = cast.client("cleo").post(_url(cast, "requests_upload"), {"file": csv("x.csv", "<html><body>")})
    assert "it is a web page" in page.content.decode()
    assert _state(cast)["files"] == [] and sources_of(cast.audit) == []


def test_a_request_to_one_contact_is_not_there_for_another(cast: Cast) -> None:
    _ask(cast, contact="cleo@example.org")
    carl = Person.objects.create_user("carl@example.org", PASSWORD, "Carl")
    cast.audit.memberships.create(person=carl, role="auditee_contact")
    client = Client()
    client.force_login(carl, backend=BACKEND)
    assert "Incidents of April" not in client.get(reverse("requests", args=[cast.audit.pk])).content.decode()
    for name in ("requests_request", "requests_workbook", "requests_upload"):
        assert client.get(_url(cast, name)).status_code == 404
    assert client.post(_url(cast, "requests_upload"), {"file": csv()}).status_code == 404
    assert client.post(_url(cast, "requests_answer"), {"answer": "mine"}).status_code == 404
    assert sources_of(cast.audit) == []


def test_only_a_contact_of_this_audit_can_be_asked(cast: Cast) -> None:
    answer = cast.client("ada").post(
        reverse("requests_new", args=[cast.audit.pk]), {**ASKED, "contact": "dan@example.org"}
    )
    assert answer.status_code == 200
    assert not cast.audit.records.filter(kind="request").exists()


def test_the_workbook_asks_for_the_tables_that_are_wanted(cast: Cast) -> None:
    _ask(cast)
    answer = cast.client("cleo").get(_url(cast, "requests_workbook"))
    book = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content)))
    assert book.sheet_names == ["Please read first", "Cases", "About"]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="request-R-001.xlsx"'


def test_the_workbook_asks_for_everything_where_nothing_was_run_yet(cast: Cast) -> None:
    _ask(cast, tables=[])
    answer = cast.client("ada").get(_url(cast, "requests_workbook"))
    assert len(CalamineWorkbook.from_filelike(BytesIO(b"".join(answer.streaming_content))).sheet_names) > 20


@pytest.mark.parametrize("field", ["title", "text"])
def test_a_script_in_a_request_is_shown_as_text(cast: Cast, field: str) -> None:
    _ask(cast, **{field: "<script>alert(1)</script>"})
    page = _page(cast, "cleo", "requests_request")
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("person", ["cleo", "otto", "eve"])
def test_who_may_not_asks_nothing(cast: Cast, person: str) -> None:
    assert cast.client(person).post(reverse("requests_new", args=[cast.audit.pk]), ASKED).status_code == 403
    assert not cast.audit.records.filter(kind="request").exists()


def test_an_auditee_judges_no_answer_and_an_auditor_gives_none(cast: Cast) -> None:
    _ask(cast)
    assert cast.client("cleo").post(_url(cast, "requests_judge"), {"step": "accepted"}).status_code == 403
    assert cast.client("ada").post(_url(cast, "requests_answer"), {"answer": "x"}).status_code == 403


def _ask(cast: Cast, **other: object) -> None:
    said = {**ASKED, **other}
    assert cast.client("ada").post(reverse("requests_new", args=[cast.audit.pk]), said).status_code == 302


def _url(cast: Cast, name: str) -> str:
    return reverse(name, args=[cast.audit.pk, "R-001"])


def _page(cast: Cast, person: str, name: str) -> str:
    args = [cast.audit.pk] if name == "requests" else [cast.audit.pk, "R-001"]
    return cast.client(person).get(reverse(name, args=args)).content.decode()


def _state(cast: Cast) -> dict[str, object]:
    return cast.audit.records.get(kind="request", record="R-001").content
