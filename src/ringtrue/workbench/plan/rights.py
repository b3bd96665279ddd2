"""Who may do what here. The lead auditor sets the plan; an auditor may draft it."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import AUDITORS, LEAD, NOBODY, READERS, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "plan": Right(read=READERS),
    "plan_about": Right(read=AUDITORS, act=AUDITORS),
    "plan_services": Right(read=AUDITORS, act=AUDITORS),
    "plan_member": Right(read=AUDITORS, act=AUDITORS),
    "plan_appointment": Right(read=AUDITORS, act=AUDITORS),
    "plan_set": Right(read=NOBODY, act=frozenset({LEAD})),
}
PLACES = (Place("plan", _("Plan"), 10),)
