"""Who may do what here."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import NOBODY, READERS, TEAM, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "evidence": Right(read=READERS),
    "evidence_new": Right(read=TEAM, act=TEAM),
    "evidence_one": Right(read=READERS),
    "evidence_verify": Right(read=NOBODY, act=TEAM),
    "evidence_file": Right(read=READERS),
}
PLACES = (Place("evidence", _("Evidence"), 80),)
