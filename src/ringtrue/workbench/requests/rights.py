"""Who may do what here. Auditee contacts see the requests that are made to them."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import AUDITORS, CONTACT, EVERYONE, NOBODY, Right
from ringtrue.workbench.pages.navigation import Place

CONTACTS = frozenset({CONTACT})
RIGHTS = {
    "requests": Right(read=EVERYONE),
    "requests_new": Right(read=AUDITORS, act=AUDITORS),
    "requests_request": Right(read=EVERYONE),
    "requests_workbook": Right(read=EVERYONE),
    "requests_upload": Right(read=CONTACTS, act=CONTACTS),
    "requests_answer": Right(read=NOBODY, act=CONTACTS),
    "requests_judge": Right(read=NOBODY, act=AUDITORS),
}
PLACES = (Place("requests", _("Requests"), 20),)
