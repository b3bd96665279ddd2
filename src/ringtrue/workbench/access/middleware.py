"""Enforces the table of rights before a page is reached.

Everything of an audit or an organisation is found through it (``request.audit``, ``request.organisation``); who has no part in it gets
404, so that nobody learns what there is; who has a part but not the right gets 403. A page without a right is refused to all.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from ringtrue.workbench.access.roles import ADMINISTRATOR, ANYBODY, LEAD, PERSON, rights
from ringtrue.workbench.audits.models import Audit, Membership
from ringtrue.workbench.organisations.models import Organisation

OF_OTHERS = ("account_", "mfa_", "openid_connect", "socialaccount_login")
"""Names of addresses that allauth brings and guards itself."""


class Rights:
    """The middleware."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing to do before the address is known."""
        return self.respond(request)

    def process_view(
        self, request: Any, view: Any, args: Any, kwargs: Mapping[str, Any]
    ) -> HttpResponse | None:
        """Let a request through, send it to the login, or refuse it."""
        match = request.resolver_match
        name = match.view_name if match else ""
        if getattr(view, "guards_itself", False) or name.startswith(OF_OTHERS):
            return None
        right = rights().get(name)
        if right is None:
            raise PermissionDenied
        allowed = right.roles(request.method or "")
        request.came_in = ANYBODY in allowed
        if request.came_in:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        _find(request, kwargs)
        held = roles_held(request)
        if not held & allowed:
            raise PermissionDenied
        request.came_in = True
        return _second_factor(request, held, name)


def roles_held(request: HttpRequest) -> frozenset[str]:
    """The roles in which a person stands before the page asked for."""
    held = {PERSON}
    if getattr(request, "membership", None):
        held.add(request.membership.role)  # type: ignore[attr-defined]
    if getattr(request, "administrates", False):
        held.add(ADMINISTRATOR)
    return frozenset(held)


def _find(request: Any, kwargs: Mapping[str, Any]) -> None:
    """Find the audit or organisation that an address names, for those who have part in it."""
    request.audit = request.organisation = request.membership = None
    request.administrates = False
    if "audit" in kwargs:
        request.audit = _or_404(
            Audit.objects.select_related("organisation").filter(pk=kwargs["audit"]).first()
        )
        request.organisation = request.audit.organisation
        request.membership = Membership.objects.filter(
            audit=request.audit, person=request.user, left_at=None
        ).first()
    elif "organisation" in kwargs:
        request.organisation = _or_404(Organisation.objects.filter(pk=kwargs["organisation"]).first())
    if request.organisation:
        request.administrates = request.organisation.administrators.filter(person=request.user).exists()
        if not (request.membership or request.administrates):
            raise Http404


def _or_404(found: Any) -> Any:
    if found is None:
        raise Http404
    return found


def _second_factor(request: Any, held: frozenset[str], name: str) -> HttpResponse | None:
    """Where the site demands it, who leads or administrates sets up a second factor first."""
    if not settings.MFA_FOR_LEADS or not held & {LEAD, ADMINISTRATOR}:
        return None
    from allauth.mfa.utils import is_mfa_enabled

    return None if is_mfa_enabled(request.user) else redirect("mfa_activate_totp")
