"""What each service is needed for, and how that is measured."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Wish:
    """A requirement with its measure. ``need`` is the number of the need that it answers; ``reach`` is how far readings go from the target."""

    facet: str
    need: int
    statement: str
    metric: str
    operator: str
    target: float
    unit: str
    measure: str
    kind: str
    reach: float


NEEDS: Mapping[str, tuple[str, str, str]] = {
    "payroll": ("Our people must get the right pay on the right day.", "Questions about pay are answered while they matter.", "Pay data stay private and survive a disaster."),
    "till-network": ("We must be able to sell in every shop, all day.", "A dead till is back before the queue leaves.", "Card data are safe, and a shop can sell when the line is down."),
    "web-shop": ("Visitors must be able to order and pay at any hour.", "Pages are quick enough that nobody leaves.", "Customer data are safe and orders are never lost."),
    "e-mail": ("We must reach each other and partners without delay.", "Mail works on each device we use.", "No mail is lost and none is read by others."),
    "sign-in": ("Our people must start work in the morning without waiting.", "A locked account is free within minutes.", "Nobody gets in who should not."),
    "workplace": ("Everybody must have equipment that works.", "Broken equipment is replaced before work stops.", "Lost devices give nothing away."),
    "warehouse": ("Orders must leave the house on the day.", "Scanners and printers keep pace with the line.", "Stock figures are right and survive a failure."),
    "reporting": ("We must see yesterday's figures by eight.", "Reports open quickly in the morning.", "Figures are seen by those entitled only."),
}  # fmt: skip
"""Three needs a service: the outcome, the way it works day by day, protection."""

OUTCOMES: Mapping[str, tuple[str, str, float, str]] = {
    "payroll": ("Pay is right at the first run.", "correct_first_run_percent", 99.0, "Pay slips right at the first run"),
    "till-network": ("Shops lose no sales to the tills.", "selling_hours_percent", 99.3, "Selling hours with all tills"),
    "web-shop": ("Orders that are begun can be finished.", "finished_orders_percent", 97.0, "Begun orders that could be finished"),
    "e-mail": ("Mail arrives within five minutes.", "arrived_in_5_minutes_percent", 98.0, "Mail that arrives in five minutes"),
    "sign-in": ("People are signed in within a minute.", "signed_in_in_a_minute_percent", 98.0, "Sign-ins within a minute"),
    "workplace": ("People can work on the day they report.", "working_same_day_percent", 92.0, "People able to work the same day"),
    "warehouse": ("Orders leave on the day.", "left_same_day_percent", 96.0, "Orders that left on the day"),
    "reporting": ("Figures are there by eight.", "ready_by_eight_percent", 96.0, "Mornings with figures by eight"),
}  # fmt: skip

AVAILABILITY: Mapping[str, float] = {
    "payroll": 99.5, "till-network": 99.6, "web-shop": 99.7, "e-mail": 99.5, "sign-in": 99.7, "workplace": 99.0, "warehouse": 99.5,
    "reporting": 98.5,
}  # fmt: skip


def wishes(service: str, with_outcome: bool) -> tuple[Wish, ...]:
    """The requirements of a service; without an agreed outcome its first need is answered by availability alone."""
    statement, metric, target, measure = OUTCOMES[service]
    outcome = Wish("utility", 1, statement, metric, ">=", target, "percent", measure, "outcome", 100 - target)
    up = AVAILABILITY[service]
    others = (
        Wish("availability", 2 if with_outcome else 1, "The service is up in its hours.", "availability_percent", ">=", up, "percent",
             "Availability", "output", 100 - up),
        Wish("capacity", 2, "It answers quickly at the busiest hour.", "seconds_at_peak", "<=", 2.0, "seconds",
             "Seconds to answer at the busiest hour", "output", 0.8),
        Wish("security", 3, "Critical patches are in within 14 days.", "patched_in_14_days_percent", ">=", 95.0, "percent",
             "Critical patches in within 14 days", "activity", 5.0),
        Wish("continuity", 3, "Data can be brought back.", "backups_successful_percent", ">=", 98.0, "percent",
             "Successful backups", "output", 2.0),
        Wish("support", 2, "Incidents are resolved in the agreed time.", "resolved_in_time_percent", ">=", 95.0, "percent",
             "Incidents resolved in time", "output", 5.0),
    )  # fmt: skip
    return (outcome, *others) if with_outcome else others
