"""What is due is shown to whom it concerns, and a reminder goes once for each day on which something is due."""

from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from ringtrue.model.evidence_request import EvidenceRequest
from ringtrue.model.plan import Appointment, Plan
from ringtrue.workbench.people.models import Person
from ringtrue.workbench.reminders.due import due
from ringtrue.workbench.reminders.models import Reminder
from ringtrue.workbench.reminders.sending import mail_of, send, waiting
from ringtrue.workbench.trail.desk import entry
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast

TODAY = date(2026, 6, 1)


def asked(cast: Cast, due_on: str = "2026-06-03", **other: Any) -> None:
    one = EvidenceRequest(id="R-001", title="Incidents of May", due_on=due_on, **other)
    AuditJournal(cast.audit).append([entry("request", "R-001", one, "Ada", "asked")])


def planned(cast: Cast) -> None:
    schedule = [
        Appointment(
            day=day, starts="09:00", ends="10:00", activity="interview", subject="Mail", auditors=("Ben",)
        )
        for day in ("2026-05-01", "2026-06-02")
    ]
    plan = Plan(objectives=("x",), criteria=("y",), method="z", period=None, schedule=tuple(schedule))
    AuditJournal(cast.audit).append([entry("plan", "plan", plan, "Ada", "set")])


def sent(today: date = TODAY, within: int = 7) -> list[str]:
    for person, items in waiting(today, within).items():
        send(mail_of(person, items, "https://audit.example.org"), items)
    told = [one.to[0] for one in mail.outbox]
    mail.outbox.clear()
    return told


def test_the_contact_is_reminded_once_of_a_day(cast: Cast) -> None:
    asked(cast)
    assert [sent(), sent(), sent(date(2026, 6, 9))] == [["cleo@example.org"], [], []]


def test_a_new_day_is_reminded_of_anew(cast: Cast) -> None:
    asked(cast)
    sent()
    asked(cast, due_on="2026-06-08")
    assert sent() == ["cleo@example.org"]


def test_what_is_answered_or_far_away_reminds_nobody(cast: Cast) -> None:
    asked(cast, state="answered")
    assert sent() == []
    asked(cast, due_on="2026-09-01")
    assert sent() == []


def test_an_appointment_reminds_the_auditors_named_and_one_that_is_over_nobody(cast: Cast) -> None:
    planned(cast)
    assert [one.on for one in due(cast.audit, TODAY, 7)] == ["2026-06-02"]
    assert sent() == ["ben@example.org"]


def test_who_left_is_reminded_of_nothing(cast: Cast) -> None:
    asked(cast)
    cast.audit.memberships.filter(role="auditee_contact").update(left_at="2026-05-30T00:00Z")
    assert sent() == []


def test_a_closed_audit_reminds_nobody(cast: Cast) -> None:
    asked(cast)
    type(cast.audit).objects.filter(pk=cast.audit.pk).update(state="closed")
    assert sent() == []


def test_mail_that_could_not_be_sent_is_sent_next_time(cast: Cast, settings: Any) -> None:
    asked(cast)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    with pytest.raises(OSError):
        sent()
    assert not Reminder.objects.exists()


def test_mail_is_in_the_language_of_the_person_and_says_where_to_go(cast: Cast) -> None:
    asked(cast, due_on="2026-05-30")
    Person.objects.filter(email="cleo@example.org").update(language="de")
    (person, items) = next(iter(waiting(TODAY, 7).items()))
    text = mail_of(person, items, "https://audit.example.org/").text
    assert f"https://audit.example.org/audits/{cast.audit.pk}/" in text
    assert "R-001 Incidents of May" in text
    assert "überfällig" in text


def test_the_overview_shows_the_team_all_and_a_contact_only_the_own(cast: Cast) -> None:
    asked(cast, due_on="2020-01-01", contact="other@example.org")
    pages = {
        who: cast.client(who).get(reverse("audit", args=[cast.audit.pk])).content.decode()
        for who in ("ada", "cleo")
    }
    assert "Incidents of May" in pages["ada"]
    assert "Incidents of May" not in pages["cleo"]


def test_the_overview_says_what_is_next(cast: Cast) -> None:
    page = cast.client("ada").get(reverse("audit", args=[cast.audit.pk])).content.decode()
    assert "Hand in an export" in page
    asked(cast, state="answered")
    page = cast.client("ben").get(reverse("audit", args=[cast.audit.pk])).content.decode()
    assert "Judge 1 request that was answered" in page
