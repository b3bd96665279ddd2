"""Who may do what here."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import AUDITORS, NOBODY, READERS, TEAM, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "samples": Right(read=READERS),
    "samples_new": Right(read=AUDITORS, act=AUDITORS),
    "samples_sample": Right(read=READERS),
    "samples_draw": Right(read=NOBODY, act=AUDITORS),
    "samples_extend": Right(read=NOBODY, act=AUDITORS),
    "samples_record": Right(read=READERS, act=TEAM),
}
PLACES = (Place("samples", _("Samples"), 60),)
