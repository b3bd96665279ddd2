"""Lets a request with a token in, or not: 401 without a token that works, 404 for another audit, 403 without the scope or the right."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from ninja.security import HttpBearer

from ringtrue.workbench.machines.limit import count
from ringtrue.workbench.machines.models import MARK, Token
from ringtrue.workbench.machines.rights import ENDPOINTS


class Door(HttpBearer):
    """The one place where it is decided, before anything of a request's body is read."""

    def authenticate(self, request: Any, token: str) -> Token | None:
        """The token, and the request stands as one of its member in its audit."""
        found = Token.usable(token) if token.startswith(MARK) and len(token) < 100 else None
        if found is None:
            return None
        count(found.pk)
        match = request.resolver_match
        endpoint, audit = ENDPOINTS[(match.url_name, request.method)], match.kwargs.get("audit")
        if audit not in (None, found.membership.audit_id) or _strange(match.kwargs):
            raise Http404
        if endpoint.scope not in found.scopes:
            raise PermissionDenied(f'The token lacks the scope "{endpoint.scope}".')
        if found.membership.role not in endpoint.roles(request.method):
            raise PermissionDenied("Your role in this audit may not do this.")
        request.user, request.membership = found.membership.person, found.membership
        request.audit, request.organisation = found.membership.audit, found.membership.audit.organisation
        request.administrates = False
        found.seen()
        return found


def _strange(named: dict[str, Any]) -> bool:
    """Whether an address names something that no database takes."""
    return any("\x00" in str(one) for one in named.values())
