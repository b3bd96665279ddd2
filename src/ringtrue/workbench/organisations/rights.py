"""Who may do what here."""

from ringtrue.workbench.access.roles import ADMINISTRATOR, Right

RIGHTS = {"organisation": Right(read=frozenset({ADMINISTRATOR}), act=frozenset({ADMINISTRATOR}))}
