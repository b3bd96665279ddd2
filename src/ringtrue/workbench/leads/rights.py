"""Who may do what here."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import AUDITORS, NOBODY, READERS, TEAM, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "leads": Right(read=READERS),
    "leads_claim": Right(read=READERS),
    "leads_lead": Right(read=READERS),
    "leads_rows": Right(read=READERS),
    "leads_disposition": Right(read=NOBODY, act=AUDITORS),
    "leads_explanation": Right(read=NOBODY, act=TEAM),
}
PLACES = (Place("leads", _("Leads"), 50),)
