"""What every page knows: the audit that it belongs to, the person's role in it, and where one can go."""

from typing import Any

from django.http import HttpRequest

from ringtrue.workbench.pages.navigation import places


def page(request: HttpRequest) -> dict[str, Any]:
    """The variables of the frame."""
    audit = getattr(request, "audit", None)
    membership = getattr(request, "membership", None)
    return {
        "audit": audit,
        "role": membership.role if membership else "",
        "role_name": membership.get_role_display() if membership else "",
        "places": places(request) if audit else (),
    }
