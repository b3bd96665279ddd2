"""What is promised: to customers, and by suppliers."""

from collections.abc import Iterator
from datetime import date, timedelta

from ringtrue.simulation.calendar import HOUR, moment
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.catalogue import PROVIDER, SUPPLIED
from ringtrue.simulation.papers.rows import Row, Rows
from ringtrue.simulation.papers.thread_texts import AVAILABILITY
from ringtrue.simulation.people import People, Person
from ringtrue.simulation.services import SERVICES, TARGET_MINUTES, Service

IN_FORCE = moment(date(2025, 10, 1))
SUPPLIER_SHARE = 0.8
"""A supplier has promised to be done in this share of the time that the customer was promised."""


def head(people: People, unit: str) -> Person:
    """The head of a unit, who speaks for it as a customer."""
    return next(person for person in people.customers if person.group == unit and person.leads)


def agreed(place: int) -> int:
    """When the agreement of the service at this place of the catalogue was signed."""
    return moment(date(2025, 9, 8) + timedelta(days=2 * place), f"{9 + place % 6}:20")


def agreements(organisation: Organisation) -> Rows:
    """One agreement with the customer for each service, and one with each supplier."""
    people = organisation.people
    rows: list[Row] = [
        {
            "id": f"SLA-{service.id}",
            "kind": "sla",
            "service": service.id,
            "customer": service.customer_units[0],
            "supplier": PROVIDER,
            "signed_by": head(people, service.customer_units[0]).id,
            "agreed_at": agreed(place),
            "recorded_at": agreed(place) + 2 * HOUR,
            "valid_from": IN_FORCE,
            "satisfaction_target": 0.8,
            "review_days": 92,
        }
        for place, service in enumerate(SERVICES)
    ]
    for place, (service_id, supplier) in enumerate(SUPPLIED.items()):
        rows.append(
            {
                "id": f"UC-{supplier}",
                "kind": "underpinning_contract",
                "service": service_id,
                "customer": PROVIDER,
                "supplier": supplier,
                "signed_by": people.offices["cio"].id,
                "agreed_at": agreed(place + 2),
                "recorded_at": agreed(place + 2) + HOUR,
                "valid_from": IN_FORCE,
                "review_days": 182,
            }
        )
    return rows


def targets(organisation: Organisation) -> Rows:
    """The numbers in the agreements."""
    rows = [row for place, service in enumerate(SERVICES) for row in _promised(service, agreed(place))]
    return rows + [row for place, key in enumerate(SUPPLIED) for row in _supplied(key, agreed(place + 2))]


def target_id(service: str, priority: int) -> str:
    """The id of the target for incidents of a priority."""
    return f"{service}-p{priority}"


def _promised(service: Service, agreed_at: int) -> Iterator[Row]:
    common = {
        "agreement": f"SLA-{service.id}",
        "service": service.id,
        "valid_from": IN_FORCE,
        "recorded_at": agreed_at + 3 * HOUR,
    }
    for priority, minutes in TARGET_MINUTES.items():
        yield {
            **common,
            **_times(priority, minutes, service.calendar(priority)),
            "id": target_id(service.id, priority),
            "requirement": f"R-{service.id}-support",
            "attainment_target": 0.95,
        }
    yield {
        **common,
        **_availability(AVAILABILITY[service.id], service.urgent_hours),
        "id": f"{service.id}-availability",
        "requirement": f"R-{service.id}-availability",
    }


def _supplied(service_id: str, agreed_at: int) -> Iterator[Row]:
    service = next(service for service in SERVICES if service.id == service_id)
    supplier = SUPPLIED[service_id]
    common = {
        "agreement": f"UC-{supplier}",
        "service": service_id,
        "valid_from": IN_FORCE,
        "recorded_at": agreed_at + 2 * HOUR,
    }
    if supplier == "carrier-nord":
        yield {**common, **_availability(99.9, service.urgent_hours), "id": f"{supplier}-availability"}
        return
    for priority, minutes in TARGET_MINUTES.items():
        times = _times(priority, round(minutes * SUPPLIER_SHARE), service.calendar(priority))
        yield {**common, **times, "id": f"{supplier}-p{priority}"}


def _times(priority: int, minutes: int, calendar: str) -> Row:
    return {
        "metric": "resolution_minutes",
        "case_kind": "incident",
        "priority": str(priority),
        "operator": "<=",
        "value": minutes,
        "unit": "minutes",
        "calendar": calendar,
        "pause_states": ("waiting_user", "waiting_supplier"),
    }


def _availability(percent: float, calendar: str) -> Row:
    return {
        "metric": "availability_percent",
        "operator": ">=",
        "value": percent,
        "unit": "percent",
        "calendar": calendar,
    }
