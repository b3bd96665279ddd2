"""Who may do what here."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import AUDITORS, NOBODY, READERS, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "runs": Right(read=READERS),
    "runs_start": Right(read=NOBODY, act=AUDITORS),
    "runs_compare": Right(read=READERS),
    "runs_settings": Right(read=READERS),
    "runs_settings_of": Right(read=AUDITORS, act=AUDITORS),
    "runs_run": Right(read=READERS),
}
PLACES = (Place("runs", _("Runs"), 40),)
