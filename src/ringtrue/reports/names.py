"""How things are called in a report: services, objects, roles, items, and the names of files and anchors."""

import re
from collections.abc import Mapping
from hashlib import sha256

from ringtrue.model.plural import plural_of
from ringtrue.model.result import Lead, Results
from ringtrue.reports.text import plain
from ringtrue.tables.wording import value_in_words

_PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")


def service_names(results: Results) -> dict[str, str]:
    """Service ids and their names; a name that two services share is told apart by the id."""
    names = [service.name for service in results.services]
    return {
        service.id: plain(
            service.name if names.count(service.name) == 1 else f"{service.name} ({service.id})", 80
        )
        for service in results.services
    }


def object_name(lead: Lead, services: Mapping[str, str]) -> str:
    """What a lead is about: a service by its name, anything else by kind and id."""
    kind, id = lead.object.kind, lead.object.id
    if kind == "service":
        return services.get(id, plain(id, 80))
    if kind == id:
        return f"the whole {spaced(kind)}"
    named = " | ".join(value_in_words(part) for part in plain(id, 120).split("|"))
    return f"{spaced(kind)} {named}"


def spaced(word: str) -> str:
    """A word of the data as prose: ``service_owner`` is ``service owner``."""
    return plain(word, 80).replace("_", " ")


def items(kind: str) -> str:
    """The plural of an item kind, as ``plural_of``."""
    return plural_of(spaced(kind) or "item")


def safe_name(id: str) -> str:
    """The id as a name that is safe for files and anchors on any system, and different for different ids."""
    if _PLAIN_NAME.fullmatch(id):
        return id
    slug = re.sub(r"[^a-z0-9._]+", "-", id.lower()).strip("-.")[:64] or "lead"
    return f"{slug}-{sha256(id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def lead_anchor(id: str) -> str:
    """The anchor of a lead on a page."""
    return f"lead-{safe_name(id)}"


def rows_file(run: str, lead: str) -> str:
    """Where all records behind a lead, or all deviating items of a procedure, are written, beside the report. A run's folder never holds another run's rows."""
    return f"rows/{safe_name(run)}/{safe_name(lead)}.csv"
