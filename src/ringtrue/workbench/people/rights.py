"""Who may do what here."""

from ringtrue.workbench.access.roles import ANYBODY, PERSON, Right

RIGHTS = {
    "person": Right(read=frozenset({PERSON}), act=frozenset({PERSON})),
    "invitation": Right(read=frozenset({ANYBODY}), act=frozenset({ANYBODY})),
}
