"""The programme: managed by administrators, read by audit teams, over several audits and years."""

from typing import Any

from django.urls import reverse

from ringtrue.model.finding import Finding
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.programme.models import newest
from ringtrue.workbench.trail.desk import entry
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast


def send(cast: Cast, name: str, *args: str, **said: Any) -> Any:
    of = cast.audit.organisation
    usual = {"version": newest(of)[1], **said}
    return cast.client("admin").post(reverse(name, args=[of.pk, *args]), usual)


def begun(cast: Cast) -> None:
    send(
        cast, "programme_whole", objectives="Every service in three years", owner="Ada", first=2026, last=2028
    )
    said = {"title": "Payments", "quarter": "2026-Q4", "services": "pay, mail", "begun": cast.audit.pk}
    send(cast, "programme_audit", "new", **said)
    send(cast, "programme_audit", "new", title="Mail again", quarter="2027-q2", services="mail")


def read(cast: Cast, who: str) -> str:
    return cast.client(who).get(reverse("programme", args=[cast.audit.pk])).content.decode()


def test_audits_stand_by_quarter_and_services_by_years(cast: Cast) -> None:
    begun(cast)
    page = read(cast, "ben")
    assert page.index("2026-Q4") < page.index("2027-Q2")
    assert "<td>Q4</td><td>Q2</td>" in page
    assert "begun" in page


def test_a_quarter_that_is_none_is_refused_in_the_words_of_the_method(cast: Cast) -> None:
    begun(cast)
    page = send(cast, "programme_audit", "new", title="x", quarter="soon").content.decode()
    assert "no quarter" in page
    assert len(newest(cast.audit.organisation)[0].audits) == 2


def test_the_second_of_two_who_save_is_told(cast: Cast) -> None:
    begun(cast)
    page = send(cast, "programme_audit", "new", title="Late", quarter="2028-Q1", version=1).content.decode()
    assert "Somebody else saved the programme" in page
    assert "Late" in page


def test_an_audit_is_taken_out_and_every_version_stays(cast: Cast) -> None:
    begun(cast)
    send(cast, "programme_audit", "P1", title="Mail again", quarter="2027-Q2", remove="1")
    of = cast.audit.organisation
    assert [one.title for one in newest(of)[0].audits] == ["Payments"]
    assert of.programmes.count() == 4


def test_open_findings_are_told_to_the_team_and_carried_forward_by_the_lead(cast: Cast) -> None:
    begun(cast)
    finding = Finding(
        id="F-001", statement="Late.", written_by="Ben", grade="minor_nc", grade_reason="x", requirement=None
    )
    AuditJournal(cast.audit).append([entry("finding", "F-001", finding, "Ben", "written")])
    later = Audit.objects.create(organisation=cast.audit.organisation, title="Later")
    later.memberships.create(person=cast.people["ada"], role="lead_auditor")
    page = cast.client("ada").get(reverse("programme", args=[later.pk])).content.decode()
    link = f"{reverse('findings_carry', args=[later.pk])}?earlier={cast.audit.pk}"
    assert link in page
    assert "selected" in cast.client("ada").get(link).content.decode()


def test_who_may_not_enter(cast: Cast) -> None:
    url = reverse("programme", args=[cast.audit.pk])
    managed = reverse("programme_of", args=[cast.audit.organisation.pk])
    assert [cast.client(who).get(url).status_code for who in ("otto", "cleo", "dan")] == [200, 403, 404]
    assert [cast.client(who).get(managed).status_code for who in ("admin", "ada", "dan")] == [200, 404, 404]
