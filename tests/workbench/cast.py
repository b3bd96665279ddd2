"""Who plays in the tests: lead auditor Ada, team auditor Ben, auditee contact Cleo, expert Eve, observer Otto, stranger Dan."""

from dataclasses import dataclass

from django.test import Client

from ringtrue.api import audit_file_text, write_audit_file
from ringtrue.workbench.audits.models import Audit, Membership, Role
from ringtrue.workbench.audits.states import move
from ringtrue.workbench.organisations.models import Administrator, Organisation
from ringtrue.workbench.people.models import Person

PASSWORD = "correct horse battery"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ROLES = {
    "ada": Role.LEAD_AUDITOR,
    "ben": Role.AUDITOR,
    "eve": Role.TECHNICAL_EXPERT,
    "otto": Role.OBSERVER,
    "cleo": Role.AUDITEE_CONTACT,
}


@dataclass(frozen=True)
class Cast:
    """An audit, and a browser of each person. ``admin`` administrates the organisation; ``dan`` has part in another audit only."""

    audit: Audit
    other: Audit
    people: dict[str, Person]

    def client(self, name: str | None) -> Client:
        """A browser in which that person is logged in; None: nobody."""
        client = Client()
        if name:
            client.force_login(self.people[name], backend=BACKEND)
        return client


def make_cast() -> Cast:
    """Everybody, and two audits of two organisations."""
    names = [*ROLES, "admin", "dan"]
    people = {one: Person.objects.create_user(f"{one}@example.org", PASSWORD, one.title()) for one in names}
    ours, theirs = (Organisation.objects.create(name=name) for name in ("Northwind", "Elsewhere"))
    Administrator.objects.create(organisation=ours, person=people["admin"])
    audit, other = _audit(ours, "Payments"), _audit(theirs, "Another")
    for name, role in ROLES.items():
        Membership.objects.create(audit=audit, person=people[name], role=role)
    Membership.objects.create(audit=other, person=people["dan"], role=Role.LEAD_AUDITOR)
    return Cast(audit, other, people)


def _audit(organisation: Organisation, title: str) -> Audit:
    audit = Audit.objects.create(organisation=organisation, title=title)
    write_audit_file(audit.folder, audit_file_text(title, "UTC", organisation.name))
    move(audit, "initiated", "organisation_administrator", "Admin", "begun")
    return audit
