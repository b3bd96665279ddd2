"""The thread from needs to requirements to measures."""

from datetime import date, timedelta

from ringtrue.simulation.calendar import HOUR, moment
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.agreements import agreed, head
from ringtrue.simulation.papers.reviews import last_review
from ringtrue.simulation.papers.rows import Rows
from ringtrue.simulation.papers.thread_texts import NEEDS, wishes
from ringtrue.simulation.services import SERVICES

SECOND_OPINIONS = {"M-warehouse-capacity": "activity", "M-web-shop-security": "output"}
"""Where the second rater sees another kind of measure."""


def needs(organisation: Organisation) -> Rows:
    """Three needs of each service, each of another customer."""
    return [
        {
            "id": f"N-{service.id}-{number + 1}",
            "service": service.id,
            "party": _customer(organisation, service.customer_units, number),
            "statement": statement,
            "importance": service.criticality if number == 0 else "medium",
            "captured_at": moment(date(2025, 6, 2) + timedelta(days=3 * place), f"{10 + number}:30"),
            "confirmed_at": last_review(service.id),
        }
        for place, service in enumerate(SERVICES)
        for number, statement in enumerate(NEEDS[service.id])
    ]


def _customer(organisation: Organisation, units: tuple[str, ...], number: int) -> str:
    if number == 0:
        return head(organisation.people, units[0]).id
    others = [
        person for person in organisation.people.customers if person.group in units and not person.leads
    ]
    return others[number].id


def requirements(organisation: Organisation) -> Rows:
    """What each service must do or be, agreed with the head of the customer's unit."""
    return [
        {
            "id": f"R-{service.id}-{wish.facet}",
            "service": service.id,
            "needs": (f"N-{service.id}-{wish.need}",),
            "facet": "other" if wish.facet == "support" else wish.facet,
            "statement": wish.statement,
            "metric": wish.metric,
            "operator": wish.operator,
            "target": wish.target,
            "unit": wish.unit,
            "source_party": head(organisation.people, service.customer_units[0]).id,
            "agreed_at": agreed(place),
            "confirmed_at": last_review(service.id),
            "changed_at": agreed(place) - 20 * 24 * HOUR,
            "review_days": 365,
            "tested_at": moment(date(2026, 3, 3) + timedelta(days=9 * place + 2 * number), "14:00"),
            "test_interval_days": 365,
        }
        for place, service in enumerate(SERVICES)
        for number, wish in enumerate(wishes(service.id, service.id not in organisation.without_outcome))
    ]


def measures(organisation: Organisation) -> Rows:
    """One measure for each requirement."""
    return [
        {
            "id": measure_id(service.id, wish.facet),
            "service": service.id,
            "requirements": (f"R-{service.id}-{wish.facet}",),
            "name": wish.measure,
            "definition": f"Monthly, {wish.metric.replace('_', ' ')}, from the tool's own records",
            "kind": wish.kind,
            "kind_second_rater": SECOND_OPINIONS.get(measure_id(service.id, wish.facet), wish.kind),
            "unit": wish.unit,
            "direction": "up" if wish.operator == ">=" else "down",
            "target": wish.target,
        }
        for service in SERVICES
        for wish in wishes(service.id, service.id not in organisation.without_outcome)
    ]


def measure_id(service: str, facet: str) -> str:
    """The id of the measure of a requirement."""
    return f"M-{service}-{facet}"
