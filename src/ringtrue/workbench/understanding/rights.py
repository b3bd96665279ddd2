"""Who may do what here. The self-test is open to whoever holds one of its links."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import ANYBODY, AUDITORS, NOBODY, READERS, Right
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "understanding": Right(read=READERS),
    "understanding_links": Right(read=AUDITORS, act=AUDITORS),
    "understanding_withdraw": Right(read=NOBODY, act=AUDITORS),
    "understanding_test": Right(read=frozenset({ANYBODY}), act=frozenset({ANYBODY})),
}
PLACES = (Place("understanding", _("Understanding"), 75),)
