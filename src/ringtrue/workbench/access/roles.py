"""What a page declares of its rights, and how the roles are named.

Each app has ``rights.py`` with ``RIGHTS``: for each name of its addresses, the roles that may read (GET) and that may act (POST).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings

LEAD, AUDITOR, EXPERT = "lead_auditor", "auditor", "technical_expert"
OBSERVER, CONTACT = "observer", "auditee_contact"
ROLES = (LEAD, AUDITOR, EXPERT, OBSERVER, CONTACT)
"""The roles of an audit."""

ADMINISTRATOR = "administrator"
"""Who administrates the organisation."""

PERSON, ANYBODY = "person", "anybody"
"""Everybody who is logged in; everybody, logged in or not."""

AUDITORS = frozenset({LEAD, AUDITOR})
TEAM = frozenset({LEAD, AUDITOR, EXPERT})
READERS = frozenset({LEAD, AUDITOR, EXPERT, OBSERVER})
EVERYONE = frozenset(ROLES)
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Right:
    """Who may read a page and who may act on it. An empty set: the page has no such thing, or nobody may."""

    read: frozenset[str]
    act: frozenset[str] = NOBODY

    def roles(self, method: str) -> frozenset[str]:
        """The roles that may use this method of HTTP."""
        return self.read if method in ("GET", "HEAD", "OPTIONS") else self.act


@cache
def rights() -> Mapping[str, Right]:
    """The right of every named address of the workbench."""
    found: dict[str, Right] = {}
    for app in settings.INSTALLED_APPS:
        if app.startswith("ringtrue.workbench.") and find_spec(f"{app}.rights"):
            found |= import_module(f"{app}.rights").RIGHTS
    return found
