"""Meetings and audits in which services and the whole system are looked at."""

from collections.abc import Iterator
from datetime import date, timedelta

from ringtrue.simulation.calendar import moment
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.agreements import head
from ringtrue.simulation.papers.rows import Row, Rows
from ringtrue.simulation.papers.thread_texts import wishes
from ringtrue.simulation.people import OFFICES
from ringtrue.simulation.services import SERVICES, Service

QUARTERS = (date(2025, 11, 10), date(2026, 2, 9), date(2026, 5, 11), date(2026, 8, 10))
MANAGEMENT = (date(2026, 1, 21), date(2026, 7, 22))
AUDITS = (date(2025, 11, 26), date(2026, 5, 27))


def reviews(organisation: Organisation) -> Rows:
    """Service reviews every quarter, management reviews and internal audits twice a year."""
    rows = [*_service_reviews(organisation), *_whole(organisation)]
    return sorted(rows, key=lambda row: (row["held_at"], row["id"]))


def last_review(service: str) -> int:
    """When the service was last reviewed."""
    return _held(QUARTERS[-1], service)


def _held(first: date, service: str) -> int:
    place = [one.id for one in SERVICES].index(service)
    return moment(first + timedelta(days=place if place < 5 else place + 2), f"{10 + place % 3 * 2}:00")


def _service_reviews(organisation: Organisation) -> Iterator[Row]:
    for quarter, first in enumerate(QUARTERS, 1):
        for service in SERVICES:
            held = _held(first, service.id)
            dice = organisation.dice.of("review", service.id, quarter)
            yield {
                "id": f"SR-{service.id}-{quarter}",
                "kind": "service_review",
                "service": service.id,
                "held_at": held,
                "attendees": (
                    organisation.people.owner(service.id, held).id,
                    organisation.people.offices["levels"].id,
                    head(organisation.people, service.customer_units[0]).id,
                ),
                "findings": dice.weighted({0: 0.7, 1: 0.3}),
                "decisions": dice.weighted({1: 0.7, 2: 0.3}),
                "measures_read": _measures(organisation, service),
            }


def _measures(organisation: Organisation, service: Service) -> tuple[str, ...]:
    with_outcome = service.id not in organisation.without_outcome
    return tuple(f"M-{service.id}-{wish.facet}" for wish in wishes(service.id, with_outcome))


def _whole(organisation: Organisation) -> Iterator[Row]:
    people = organisation.people
    support = tuple(f"M-{service.id}-support" for service in SERVICES)
    for place, day in enumerate(MANAGEMENT, 1):
        everybody = tuple(people.offices[key].id for key in OFFICES)
        yield {
            "id": f"MR-{place}", "kind": "management_review", "held_at": moment(day, "13:00"), "attendees": everybody,
            "findings": 1, "decisions": 3, "measures_read": support,
        }  # fmt: skip
    for place, day in enumerate(AUDITS, 1):
        present = tuple(people.offices[key].id for key in ("quality", "incidents", "changes", "levels"))
        yield {
            "id": f"IA-{place}", "kind": "internal_audit", "held_at": moment(day, "09:00"), "attendees": present,
            "findings": 3, "decisions": 1, "measures_read": (),
        }  # fmt: skip
