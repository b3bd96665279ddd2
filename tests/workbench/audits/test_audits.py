"""Audits: begun, moved on by the lead, seen by those who take part."""

from django.urls import reverse

from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast


def test_one_sees_the_audits_in_which_one_takes_part(cast: Cast) -> None:
    assert "Payments" in cast.client("ben").get(reverse("audits")).content.decode()
    assert "Payments" not in cast.client("dan").get(reverse("audits")).content.decode()


def test_an_administrator_begins_an_audit_and_leads_it(cast: Cast) -> None:
    said = {"title": "Mail", "timezone": "Europe/Berlin", "lead": "admin@example.org"}
    answer = cast.client("admin").post(reverse("audit_new", args=[cast.audit.organisation.pk]), said)
    made = Audit.objects.get(title="Mail")
    assert answer.headers["Location"] == reverse("audit", args=[made.pk])
    assert 'title = "Mail"' in made.folder.audit_file.read_text("utf-8")
    assert [one.kind for one in AuditJournal(made).entries()] == ["state", "member"]


def test_a_period_that_ends_before_it_begins_is_told_beside_its_field(cast: Cast) -> None:
    said = {
        "title": "Mail",
        "timezone": "Nowhere",
        "lead": "admin@example.org",
        "begins": "2026-02-01",
        "ends": "2026-01-01",
    }
    page = (
        cast.client("admin")
        .post(reverse("audit_new", args=[cast.audit.organisation.pk]), said)
        .content.decode()
    )
    assert "ends before it begins" in page
    assert "no such time zone" in page


def test_the_lead_moves_the_audit_on_with_a_reason(cast: Cast) -> None:
    answer = cast.client("ada").post(
        reverse("audit_state", args=[cast.audit.pk]), {"to": "feasible", "reason": "data came"}
    )
    assert answer.status_code == 302
    assert Audit.objects.get(pk=cast.audit.pk).state == "feasible"
    assert AuditJournal(cast.audit).current("state")["audit"].reason == "data came"


def test_a_step_that_the_method_does_not_allow_is_refused_in_words(cast: Cast) -> None:
    page = cast.client("ada").post(
        reverse("audit_state", args=[cast.audit.pk]), {"to": "reported", "reason": "hurry"}, follow=True
    )
    assert "cannot become reported" in page.content.decode()
    assert Audit.objects.get(pk=cast.audit.pk).state == "initiated"


def test_the_last_lead_auditor_stays(cast: Cast) -> None:
    ada = cast.audit.memberships.get(person=cast.people["ada"])
    cast.client("ada").post(reverse("team_change", args=[cast.audit.pk, ada.pk]), {"role": "observer"})
    ada.refresh_from_db()
    assert ada.role == "lead_auditor"


def test_who_left_sees_nothing_any_more(cast: Cast) -> None:
    ben = cast.audit.memberships.get(person=cast.people["ben"])
    client = cast.client("ben")
    assert client.get(reverse("audit", args=[cast.audit.pk])).status_code == 200
    cast.client("ada").post(reverse("team_change", args=[cast.audit.pk, ben.pk]), {"role": ""})
    assert client.get(reverse("audit", args=[cast.audit.pk])).status_code == 404
