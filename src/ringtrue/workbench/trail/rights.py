"""Who may do what here: the lead and observers read; nobody writes."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import LEAD, OBSERVER, Right
from ringtrue.workbench.pages.navigation import Place

READ = frozenset({LEAD, OBSERVER})
RIGHTS = {
    "trail": Right(read=READ),
    "trail_verify": Right(read=READ),
    "trail_export": Right(read=frozenset({LEAD})),
}
PLACES = (Place("trail", _("Trail"), 120),)
