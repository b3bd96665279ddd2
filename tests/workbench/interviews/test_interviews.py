"""Interviews: who is to be heard, what suits, what was answered; a question that does not suit is told before it is put."""

import pytest
from django.urls import reverse

from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast
from tests.workbench.ran import run_it

pytestmark = pytest.mark.slow


LEADING = "Don't you agree that changes are safe and quick?"
OPEN = "How do you learn that a change went wrong?"
SCRIPT = "<script>alert(1)</script>"


def opened(cast: Cast, role: str = "practitioner", service: str = "", person: str = "ben") -> int:
    """An interview is opened; its number."""
    said = {"role": role, "service": service, "day": "2026-05-04", "clock": "09:30", "team": "desk"}
    answer = cast.client(person).post(reverse("interviews_new", args=[cast.audit.pk]), said)
    assert answer.status_code == 302
    return int(answer.headers["Location"].rstrip("/").rsplit("/", 1)[1])


def page(cast: Cast, number: int) -> str:
    return reverse("interviews_interview", args=[cast.audit.pk, number])


def first_question(cast: Cast, number: int) -> str:
    return str(cast.client("ben").get(page(cast, number)).context["asked"][0].id)


def answer(cast: Cast, number: int, person: str = "ben", version: int = 0, text: str = "By the log.") -> str:
    said = {
        "question": first_question(cast, number),
        "text": text,
        "corroborated_by": "E-001",
        "version": version,
    }
    return cast.client(person).post(page(cast, number), said, follow=True).content.decode()


def own(cast: Cast, number: int, text: str, **more: str) -> str:
    said = {"own": text, "text": "Somebody calls.", **more}
    return cast.client("ben").post(page(cast, number), said, follow=True).content.decode()


def test_each_service_in_scope_has_a_place_for_each_role_and_leads_ask_for_some(cast: Cast) -> None:
    run_it(cast)
    told = cast.client("otto").get(reverse("interviews", args=[cast.audit.pk])).context["coverage"]
    assert len(told.lines) > 1
    assert all(len(line.places) == 9 for line in told.lines)
    assert told.missing > 0
    assert told.filled == 0


def test_a_held_interview_fills_its_place_and_no_other(cast: Cast) -> None:
    run_it(cast)
    before = cast.client("otto").get(reverse("interviews", args=[cast.audit.pk])).context["coverage"]
    service = before.lines[1].service
    opened(cast, "customer", service)
    after = cast.client("otto").get(reverse("interviews", args=[cast.audit.pk])).context["coverage"]
    held = [
        (line.service, place.role, place.held) for line in after.lines for place in line.places if place.held
    ]
    assert held == [(service, "customer", 1)]


def test_a_sheet_has_what_the_leads_ask_this_role_of_this_service(cast: Cast) -> None:
    run_it(cast)
    told = cast.client("ada").get(reverse("interviews", args=[cast.audit.pk])).context["coverage"]
    service, role = next(
        (line.service, place.role) for line in told.lines[1:] for place in line.places if place.leads
    )
    asked = cast.client("ada").get(page(cast, opened(cast, role, service))).context["asked"]
    assert any(one.why for one in asked)
    assert all(role in one.question.allowed_roles for one in asked)


def test_an_interview_and_its_answer_are_records_of_the_trail(cast: Cast) -> None:
    number = opened(cast)
    question = first_question(cast, number)
    answer(cast, number)
    journal = AuditJournal(cast.audit)
    held = journal.current("interview")["I-001"].content
    assert (held["role"], held["held_at"], held["team"], held["auditor"]) == (
        "practitioner",
        "2026-05-04T09:30",
        "desk",
        "Ben",
    )
    noted = journal.current("answer")[f"I-001|{question}"].content
    assert (noted["text"], noted["corroborated_by"]) == ("By the log.", "E-001")
    assert question in journal.current("question")


def test_the_second_of_two_who_note_an_answer_is_told_and_nothing_is_lost(cast: Cast) -> None:
    number = opened(cast)
    answer(cast, number)
    said = answer(cast, number, person="ada", text="By the phone.")
    assert "Nothing was overwritten" in said
    assert "By the phone." in said
    assert [one.content["text"] for one in AuditJournal(cast.audit).current("answer").values()] == [
        "By the log."
    ]


def test_an_answer_that_was_read_can_be_changed(cast: Cast) -> None:
    number = opened(cast)
    answer(cast, number)
    version = cast.audit.records.get(kind="answer").version
    answer(cast, number, version=version, text="By both.")
    assert cast.audit.records.get(kind="answer").content["text"] == "By both."


def test_a_leading_question_is_told_while_it_is_written(cast: Cast) -> None:
    url = reverse("interviews_check", args=[cast.audit.pk, opened(cast)])
    told = cast.client("ben").post(url, {"own": LEADING}).content.decode()
    assert "leading" in told
    assert "double-barrelled" in told
    assert "<html" not in told


def test_a_question_that_the_role_cannot_answer_is_told(cast: Cast) -> None:
    url = reverse("interviews_check", args=[cast.audit.pk, opened(cast, "customer")])
    told = cast.client("ben").post(url, {"own": "Which SQL joins do you tune in the database server?"})
    fits = cast.client("ben").post(url, {"own": "What do you need this service for?"})
    assert "caution" in told.content.decode()
    assert "Nothing speaks against" in fits.content.decode()


def test_a_question_with_faults_is_recorded_only_when_it_is_said_to_have_been_put_so(cast: Cast) -> None:
    number = opened(cast)
    assert "leading" in own(cast, number, LEADING)
    assert not cast.audit.records.filter(kind="answer").exists()
    own(cast, number, LEADING, anyway="on")
    assert cast.audit.records.get(kind="question").content["text"] == LEADING


def test_an_open_question_of_ones_own_is_recorded_at_once_and_only_once(cast: Cast) -> None:
    number = opened(cast)
    assert OPEN in own(cast, number, OPEN, concept="consequence")
    assert "put in this interview already" in own(cast, number, OPEN)
    assert cast.audit.records.get(kind="question").content["concept"] == "consequence"
    assert cast.audit.records.filter(kind="answer").count() == 1


def test_a_question_that_is_not_on_the_sheet_is_not_taken(cast: Cast) -> None:
    number = opened(cast)
    said = {"question": "nowhere/1", "text": "x", "version": 0}
    told = cast.client("ben").post(page(cast, number), said, follow=True).content.decode()
    assert "not on the sheet" in told
    assert not cast.audit.records.filter(kind="answer").exists()


@pytest.mark.parametrize("field", ["own", "text", "corroborated_by"])
def test_what_is_written_is_never_a_script(cast: Cast, field: str) -> None:
    number = opened(cast)
    said = {"own": OPEN, "text": "x", "corroborated_by": "y", "anyway": "on", field: f"{SCRIPT} What is it?"}
    told = cast.client("ben").post(page(cast, number), said, follow=True).content.decode()
    checked = cast.client("ben").post(reverse("interviews_check", args=[cast.audit.pk, number]), said)
    assert SCRIPT not in told + checked.content.decode()
    assert "&lt;script&gt;" in told


@pytest.mark.parametrize(
    "wrong", [{"role": "auditor"}, {"service": "'; drop table"}, {"day": "never"}, {"role": ""}]
)
def test_no_interview_is_opened_of_what_there_is_not(cast: Cast, wrong: dict[str, str]) -> None:
    said = {"role": "customer", "service": "", "day": "2026-05-04", **wrong}
    answer = cast.client("ada").post(reverse("interviews_new", args=[cast.audit.pk]), said)
    assert answer.status_code == 200
    assert not cast.audit.records.filter(kind="interview").exists()


def test_an_interview_of_another_audit_is_not_there(cast: Cast) -> None:
    number = opened(cast)
    other = reverse("interviews_interview", args=[cast.other.pk, number])
    assert cast.client("dan").get(other).status_code == 404
    assert cast.client("dan").get(page(cast, number)).status_code == 404


def test_an_observer_reads_and_notes_nothing_and_the_auditee_sees_nothing(cast: Cast) -> None:
    number = opened(cast)
    assert cast.client("otto").get(page(cast, number)).status_code == 200
    assert cast.client("otto").post(page(cast, number), {"own": OPEN, "text": "x"}).status_code == 403
    assert cast.client("cleo").get(page(cast, number)).status_code == 403
