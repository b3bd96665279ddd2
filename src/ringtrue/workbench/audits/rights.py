"""Who may do what here."""

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import (
    ADMINISTRATOR,
    EVERYONE,
    LEAD,
    NOBODY,
    PERSON,
    READERS,
    Right,
)
from ringtrue.workbench.pages.navigation import Place

RIGHTS = {
    "audits": Right(read=frozenset({PERSON})),
    "audit_new": Right(read=frozenset({ADMINISTRATOR}), act=frozenset({ADMINISTRATOR})),
    "audit": Right(read=EVERYONE | {ADMINISTRATOR}),
    "audit_state": Right(read=NOBODY, act=frozenset({LEAD})),
    "team": Right(read=READERS | {ADMINISTRATOR}),
    "team_invite": Right(read=frozenset({LEAD, ADMINISTRATOR}), act=frozenset({LEAD, ADMINISTRATOR})),
    "team_change": Right(read=NOBODY, act=frozenset({LEAD, ADMINISTRATOR})),
}
PLACES = (Place("audit", _("Overview"), 0), Place("team", _("Team"), 5))
