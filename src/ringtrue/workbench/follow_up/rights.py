"""Who may do what here. Which steps are whose, the method says: the auditee answers, the auditors judge."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import AUDITORS, CONTACT, EVERYONE, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "follow_up": Right(read=EVERYONE),
    "follow_up_finding": Right(read=EVERYONE, act=AUDITORS | {CONTACT}),
}
PLACES = (Place("follow_up", _("Follow-up"), 100),)
