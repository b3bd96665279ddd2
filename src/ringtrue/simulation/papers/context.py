"""Events around the services."""

from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.rows import Rows


def context_events(organisation: Organisation) -> Rows:
    """All events in order of time."""
    found = sorted(organisation.events, key=lambda event: (event.at, event.kind))
    return [
        {
            "id": f"E{place:02}",
            "kind": event.kind,
            "service": event.service or None,
            "at": event.at,
            "until": event.until,
            "note": event.note,
        }
        for place, event in enumerate(found, 1)
    ]
