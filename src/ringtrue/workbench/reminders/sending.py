"""Sends reminders: to each person one mail, of what the person was not reminded of yet."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.people.models import Person
from ringtrue.workbench.reminders.due import OVER, Due, due
from ringtrue.workbench.reminders.models import Reminder

Waiting = dict[Person, list[tuple[Audit, Due]]]


@dataclass(frozen=True)
class Mail:
    """A mail to one person."""

    person: Person
    subject: str
    text: str


def waiting(today: date, within: int) -> Waiting:
    """What each person was not reminded of yet."""
    told = set(Reminder.objects.values_list("audit_id", "person_id", "kind", "record", "due_on"))
    found: Waiting = defaultdict(list)
    for audit in Audit.objects.exclude(state__in=OVER).order_by("pk"):
        for one in due(audit, today, within):
            for member in one.members:
                key = (audit.pk, member.person_id, one.kind, one.record, one.on)
                if key not in told and member.person.is_active:
                    found[member.person].append((audit, one))
    return found


def mail_of(person: Person, items: list[tuple[Audit, Due]], address: str) -> Mail:
    """The mail, in the person's language."""
    with translation.override(person.language or settings.LANGUAGE_CODE):
        audits: dict[str, list[Due]] = defaultdict(list)
        places = {}
        for audit, one in items:
            audits[audit.title].append(one)
            places[audit.title] = f"{address.rstrip('/')}/audits/{audit.pk}/" if address else ""
        shown = [(title, places[title], found) for title, found in audits.items()]
        text = render_to_string("reminders/mail.txt", {"person": person, "audits": shown})
        return Mail(person, _("Due in your audits"), text)


def send(mail: Mail, items: list[tuple[Audit, Due]]) -> None:
    """Send it and write down that it was sent; where it could not be sent, nothing is written down."""
    with transaction.atomic():
        Reminder.objects.bulk_create(
            Reminder(audit=audit, person=mail.person, kind=one.kind, record=one.record, due_on=one.on)
            for audit, one in items
        )
        send_mail(mail.subject, mail.text, None, [mail.person.email])
