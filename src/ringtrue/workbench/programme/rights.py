"""Who may do what here: an organisation's administrators manage its programme, audit teams read it."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import ADMINISTRATOR, READERS, Right
from ringtrue.workbench.pages.navigation import Place

ADMINISTRATORS = frozenset({ADMINISTRATOR})
RIGHTS = {
    "programme": Right(read=READERS | ADMINISTRATORS),
    "programme_of": Right(read=ADMINISTRATORS),
    "programme_whole": Right(read=ADMINISTRATORS, act=ADMINISTRATORS),
    "programme_audit": Right(read=ADMINISTRATORS, act=ADMINISTRATORS),
}
PLACES = (Place("programme", _("Programme"), 120),)
