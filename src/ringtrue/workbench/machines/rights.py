"""Who may do what here. The interface asks for a token instead of a login; what a token's member may do is what the page of that name allows."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.access.roles import ANYBODY, EVERYONE, NOBODY, Right, rights
from ringtrue.workbench.pages.navigation import Place


@dataclass(frozen=True)
class Endpoint:
    """What a request needs: a token with ``scope``, of a member whose role may use the page ``like`` in the same way."""

    scope: str
    like: str

    def roles(self, method: str) -> frozenset[str]:
        """The roles that may."""
        return rights()[self.like].roles(method)


ENDPOINTS = {
    ("machines_audits", "GET"): Endpoint("read", "audit"),
    ("machines_audit", "GET"): Endpoint("read", "audit"),
    ("machines_sources", "GET"): Endpoint("read", "imports"),
    ("machines_sources", "POST"): Endpoint("import", "imports_upload"),
    ("machines_load", "POST"): Endpoint("import", "imports_load"),
    ("machines_job", "GET"): Endpoint("read", "jobs_job"),
    ("machines_runs", "GET"): Endpoint("read", "runs"),
    ("machines_runs", "POST"): Endpoint("run", "runs_start"),
    ("machines_leads", "GET"): Endpoint("read", "leads"),
    ("machines_lead", "GET"): Endpoint("read", "leads_lead"),
    ("machines_findings", "GET"): Endpoint("read", "findings"),
    ("machines_findings", "POST"): Endpoint("write", "findings_new"),
    ("machines_findings_draft", "POST"): Endpoint("write", "findings_draft"),
    ("machines_finding", "GET"): Endpoint("read", "findings_one"),
}
"""By the name of the address and the method."""

OPEN = Right(read=frozenset({ANYBODY}), act=frozenset({ANYBODY}))
RIGHTS = {
    "machines": Right(read=EVERYONE, act=EVERYONE),
    "machines_revoke": Right(read=NOBODY, act=EVERYONE),
    "machines_openapi": Right(read=frozenset({ANYBODY})),
    "machines_nothing": OPEN,
    **{name: OPEN for name, _method in ENDPOINTS},
}
PLACES = (Place("machines", _("Interface"), 130),)
