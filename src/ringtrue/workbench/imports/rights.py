"""Who may do what here. Auditee contacts hand files in through requests."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import AUDITORS, NOBODY, READERS, TEAM, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "imports": Right(read=READERS),
    "imports_upload": Right(read=TEAM, act=TEAM),
    "imports_load": Right(read=NOBODY, act=AUDITORS),
    "imports_issues": Right(read=READERS),
    "imports_source": Right(read=READERS, act=AUDITORS),
    "imports_file": Right(read=TEAM),
    "imports_mapping": Right(read=TEAM, act=TEAM),
    "imports_mapping_text": Right(read=TEAM, act=TEAM),
}
PLACES = (Place("imports", _("Imports"), 30),)
