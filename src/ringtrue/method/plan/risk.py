"""How much speaks for auditing a service: its criticality, its leads, how long ago it was audited, how much it changed.

Four notes from 0 to 3, added up; the sum is an order of looking, not a measure of risk. The steps are our default [D]
and are shown beside the weight, so that an auditor can set another one by hand.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ringtrue.model.plan import ServiceInPlan

CRITICALITY = {"critical": 3, "high": 2, "medium": 1, "low": 0}
UNKNOWN = 2
"""What is not known of a service counts like a high value, so that silence hides nothing."""
LEADS = (1, 3, 6)
YEARS = (1, 2, 3)
HIGHEST = 12


def weight(service: ServiceInPlan, on: date, busiest: int) -> int:
    """The weight of a service, 0 to 12, on that day. ``busiest`` is the most changes that any service had."""
    return (
        _criticality(service.criticality)
        + _step(service.leads, LEADS)
        + _age(service.last_audit, on)
        + _change(service.changes, busiest)
    )


def weighted(services: Iterable[ServiceInPlan], on: date) -> tuple[ServiceInPlan, ...]:
    """The services with their weights, the heaviest first, then by their ids."""
    known = tuple(services)
    busiest = max((one.changes for one in known), default=0)
    told = [replace(one, weight=weight(one, on, busiest)) for one in known]
    return tuple(sorted(told, key=lambda one: (-one.weight, one.service)))


def _criticality(value: str | None) -> int:
    return CRITICALITY.get(value or "", UNKNOWN)


def _step(value: float, steps: tuple[float, ...]) -> int:
    return sum(value >= step for step in steps)


def _age(last: str | None, on: date) -> int:
    """Full years since the last audit; never audited, or not known, counts like three."""
    if last is None:
        return 3
    return _step((on - date.fromisoformat(last[:10])).days / 365.25, YEARS)


def _change(changes: int, busiest: int) -> int:
    """By the share of the changes of the service that had most of them: none, some, half, nearly as many."""
    if not changes:
        return 0
    share = changes / busiest
    return 3 if share >= 0.8 else 2 if share >= 0.5 else 1
