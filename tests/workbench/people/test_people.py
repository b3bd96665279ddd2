"""Persons: the language is theirs to change, the name that signs their work is not; invitations work once."""

from django.urls import reverse

from ringtrue.workbench.people.models import Invitation, Person
from tests.workbench.cast import PASSWORD, Cast


def test_the_name_that_signs_cannot_be_changed(cast: Cast) -> None:
    cast.client("ben").post(reverse("person"), {"language": "de", "name": "Ada"})
    ben = Person.objects.get(email="ben@example.org")
    assert (ben.name, ben.language) == ("Ben", "de")


def test_an_invitation_works_once(cast: Cast) -> None:
    _, token = Invitation.make(
        email="New@example.org", organisation=cast.audit.organisation, audit=cast.audit, role="auditor"
    )
    url = reverse("invitation", args=[token])
    assert "Payments" in cast.client(None).get(url).content.decode()
    joined = cast.client(None).post(url, {"name": "Newton", "password": PASSWORD})
    assert joined.headers["Location"] == reverse("audits")
    assert cast.audit.memberships.filter(person__email="new@example.org", role="auditor").exists()
    assert cast.client(None).get(url).status_code == 404


def test_somebody_else_cannot_take_up_an_invitation_of_a_known_person(cast: Cast) -> None:
    _, token = Invitation.make(
        email="dan@example.org", organisation=cast.audit.organisation, audit=cast.audit, role="auditor"
    )
    url = reverse("invitation", args=[token])
    assert cast.client("cleo").get(url).status_code == 403
    assert cast.client("dan").post(url).status_code == 302
    assert cast.audit.memberships.filter(person=cast.people["dan"]).exists()


def test_a_weak_password_is_told_and_nobody_joins(cast: Cast) -> None:
    _, token = Invitation.make(
        email="new@example.org", organisation=cast.audit.organisation, audit=cast.audit, role="auditor"
    )
    page = cast.client(None).post(reverse("invitation", args=[token]), {"name": "N", "password": "password"})
    assert page.status_code == 200
    assert not Person.objects.filter(email="new@example.org").exists()


def test_the_login_offers_no_account_to_strangers(cast: Cast) -> None:
    page = cast.client(None).get(reverse("account_login")).content.decode()
    assert "by invitation" in page
    assert reverse("account_signup") not in page


def test_a_wrong_password_and_an_unknown_address_are_told_alike(cast: Cast) -> None:
    told = set()
    for email in ("ada@example.org", "nobody@example.org"):
        answer = cast.client(None).post(
            reverse("account_login"), {"login": email, "password": "wrong wrong wrong"}
        )
        told.add(answer.content.decode().split('class="summary-of-errors"')[1].split("</ul>")[0])
    assert len(told) == 1
