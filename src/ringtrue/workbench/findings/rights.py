"""Who may do what here. An auditee's contact meets only what was issued."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import AUDITORS, CONTACT, EVERYONE, LEAD, NOBODY, TEAM, Right
from ringtrue.workbench.pages.navigation import Place

ONLY_LEAD = frozenset({LEAD})
RIGHTS = {
    "findings": Right(read=EVERYONE),
    "findings_new": Right(read=AUDITORS, act=AUDITORS),
    "findings_draft": Right(read=NOBODY, act=AUDITORS),
    "findings_carry": Right(read=ONLY_LEAD, act=ONLY_LEAD),
    "findings_one": Right(read=EVERYONE),
    "findings_edit": Right(read=AUDITORS, act=AUDITORS),
    "findings_grade": Right(read=NOBODY, act=AUDITORS),
    "findings_review": Right(read=NOBODY, act=AUDITORS),
    "findings_dissent": Right(read=NOBODY, act=TEAM | {CONTACT}),
    "findings_issue": Right(read=NOBODY, act=ONLY_LEAD),
}
PLACES = (Place("findings", _("Findings"), 90),)
