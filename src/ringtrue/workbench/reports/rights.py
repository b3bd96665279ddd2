"""Who may do what here."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import ADMINISTRATOR, AUDITORS, LEAD, NOBODY, READERS, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "reports": Right(read=READERS, act=AUDITORS),
    "reports_file": Right(read=READERS),
    "reports_papers": Right(read=READERS, act=AUDITORS),
    "reports_paper": Right(read=READERS),
    "reports_record": Right(read=NOBODY, act=AUDITORS),
    "reports_seal": Right(read=READERS, act=frozenset({LEAD})),
    "reports_template": Right(read=frozenset({ADMINISTRATOR}), act=frozenset({ADMINISTRATOR})),
}
PLACES = (Place("reports", _("Reports"), 110),)
