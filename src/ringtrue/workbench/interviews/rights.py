"""Who may do what here."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import NOBODY, READERS, TEAM, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "interviews": Right(read=READERS),
    "interviews_new": Right(read=TEAM, act=TEAM),
    "interviews_rating": Right(read=TEAM, act=TEAM),
    "interviews_interview": Right(read=READERS, act=TEAM),
    "interviews_check": Right(read=NOBODY, act=TEAM),
}
PLACES = (Place("interviews", _("Interviews"), 70),)
