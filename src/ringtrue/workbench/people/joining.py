"""What becomes of an invitation that is taken up."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from ringtrue.workbench.audits.models import Membership
from ringtrue.workbench.organisations.models import Administrator
from ringtrue.workbench.people.models import Invitation, Person


def join(invitation: Invitation, known: Person | None, said: Mapping[str, Any]) -> Person | None:
    """Use the invitation up and give what it promises. None if somebody used it in the same moment."""
    with transaction.atomic():
        used = Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=timezone.now())
        if not used:
            return None
        person = known or Person.objects.create_user(invitation.email, said["password"], said["name"])
        if invitation.administrates:
            Administrator.objects.get_or_create(organisation=invitation.organisation, person=person)
        if invitation.audit:
            Membership.objects.get_or_create(
                audit=invitation.audit, person=person, left_at=None, defaults={"role": invitation.role}
            )
    return person
