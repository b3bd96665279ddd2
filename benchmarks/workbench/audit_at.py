"""An audit in a workbench that a script works on: made beside the server, reached by the interface."""

import json

from tests.workbench.served import Served

from ringtrue.api.remote import RemoteAudit

MAKE = """
import json, secrets
from datetime import timedelta
from django.utils import timezone
from ringtrue.api import audit_file_text, write_audit_file
from ringtrue.workbench.audits.models import Audit, Membership
from ringtrue.workbench.audits.states import move
from ringtrue.workbench.machines.models import Scope, Token
from ringtrue.workbench.organisations.models import Organisation
from ringtrue.workbench.people.models import Person
audit = Audit.objects.create(organisation=Organisation.objects.first(), title="Payments")
write_audit_file(audit.folder, audit_file_text("Payments", "UTC", "Northwind"))
move(audit, "initiated", "organisation_administrator", "Ada", "begun")
member = Membership.objects.create(audit=audit, person=Person.objects.first(), role="lead_auditor")
until = timezone.now() + timedelta(days=1)
print(json.dumps([audit.pk, Token.make(membership=member, name="t", scopes=list(Scope.values), expires_at=until)[1]]))
"""


def audit_at(site: Served) -> tuple[str, RemoteAudit]:
    """A new audit, by its id and as the interface shows it."""
    from urllib.parse import urlsplit

    id, token = json.loads(site.script(MAKE))
    return id, RemoteAudit(urlsplit(f"{site.url}/api/v1/audits/{id}"), token)
