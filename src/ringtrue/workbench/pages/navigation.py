"""The places of an audit, in the order of its method; each app names its own in ``rights.py`` as ``PLACE``."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from ringtrue.workbench.access.middleware import roles_held
from ringtrue.workbench.access.roles import rights


@dataclass(frozen=True)
class Place:
    """A place in the navigation: the name of its address, its words, and its order."""

    name: str
    words: str | Promise
    order: int


@cache
def all_places() -> tuple[Place, ...]:
    """Every place, in order."""
    found = []
    for app in settings.INSTALLED_APPS:
        if app.startswith("ringtrue.workbench.") and find_spec(f"{app}.rights"):
            found += getattr(import_module(f"{app}.rights"), "PLACES", ())
    return tuple(sorted(found, key=lambda place: place.order))


def places(request: HttpRequest) -> list[dict[str, object]]:
    """The places that a person may see in this audit, and at which of them the page is."""
    held, here = roles_held(request), request.resolver_match
    return [
        {
            "url": reverse(place.name, args=[request.audit.pk]),  # type: ignore[attr-defined]
            "words": place.words,
            "here": bool(here) and here.view_name.split("_")[0] == place.name.split("_")[0],
        }
        for place in all_places()
        if rights()[place.name].read & held
    ]
