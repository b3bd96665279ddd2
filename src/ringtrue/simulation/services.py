"""The services on offer: for whom, in which hours, by which teams, and what tends to go wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TARGET_MINUTES: Mapping[int, int] = {1: 240, 2: 480, 3: 1440, 4: 3000}
"""Agreed minutes to resolution by priority, the same for all services."""

PRIORITIES: Mapping[int, float] = {1: 0.02, 2: 0.12, 3: 0.56, 4: 0.3}
STEADY_PRIORITIES: Mapping[int, float] = {1: 0.02, 2: 0.06, 3: 0.76, 4: 0.16}


@dataclass(frozen=True)
class Service:
    """A service of the catalogue.

    ``hours`` is the calendar of its targets, ``urgent_hours`` that of priorities 1 and 2. ``first_teams`` are the teams to which its
    incidents go at first, with weights; ``other_teams`` may get them later. ``median`` is half of all resolution times as a share of the
    target, ``sigma`` their spread on a log scale: together they leave about 2.5 % late.
    """

    id: str
    name: str
    criticality: str
    outcome: str
    hours: str
    urgent_hours: str
    incidents_a_year: int
    units: Mapping[str, float]
    customer_units: tuple[str, ...]
    first_teams: Mapping[str, float]
    other_teams: tuple[str, ...]
    items: Mapping[str, float]
    desk_first: float = 0.0
    answer_rate: float = 0.17
    median: float = 0.168
    sigma: float = 0.9
    priorities: Mapping[int, float] = field(default_factory=lambda: PRIORITIES)

    def calendar(self, priority: int) -> str:
        """The calendar in which a target of this priority counts."""
        return self.urgent_hours if priority <= 2 else self.hours

    @property
    def teams(self) -> tuple[str, ...]:
        """All teams that work for it."""
        return tuple(dict.fromkeys((*self.first_teams, *self.other_teams)))


_ALL = {
    "people-culture": 1, "finance": 1, "stores-north": 1.5, "stores-south": 1.5, "logistics": 1.2, "e-commerce": 1, "head-office": 1,
    "canada": 1.4,
}  # fmt: skip
_EVERYBODY = tuple(_ALL)

SERVICES: tuple[Service, ...] = (
    Service(
        id="payroll",
        name="Payroll",
        criticality="critical",
        outcome="Everybody is paid correctly and on time.",
        hours="office-hamburg",
        urgent_hours="office-hamburg",
        incidents_a_year=640,
        units={**_ALL, "people-culture": 2},
        customer_units=_EVERYBODY,
        first_teams={"payroll-apps": 0.36, "database": 0.08, "analytics": 0.06},
        other_teams=("identity",),
        items={"pay-engine": 3, "time-import": 2, "payslip-portal": 3, "tax-interface": 1},
        desk_first=0.5,
        answer_rate=0.25,
    ),
    Service(
        id="till-network",
        name="Till network",
        criticality="critical",
        outcome="Shops can sell and take payment all day.",
        hours="retail-hours",
        urgent_hours="retail-hours",
        incidents_a_year=720,
        units={"stores-north": 1, "stores-south": 1},
        customer_units=("stores-north", "stores-south", "finance", "head-office"),
        first_teams={"till-support": 0.4, "operations": 0.24, "network": 0.2, "field-service": 0.16},
        other_teams=("database",),
        items={"till-server": 3, "card-terminal": 3, "store-router": 2, "till-screen": 2},
        desk_first=0.0,
        answer_rate=0.17,
        median=0.44,
        sigma=0.41,
        priorities=STEADY_PRIORITIES,
    ),
    Service(
        id="web-shop",
        name="Web shop",
        criticality="high",
        outcome="Customers can find, order and pay at any hour.",
        hours="two-sites",
        urgent_hours="always",
        incidents_a_year=630,
        units={"e-commerce": 2, "canada": 1.2, "stores-north": 0.6, "stores-south": 0.6, "logistics": 0.6},
        customer_units=("e-commerce", "canada", "logistics", "head-office"),
        first_teams={"web-apps": 0.32, "operations": 0.14, "database": 0.12},
        other_teams=("network",),
        items={"checkout": 3, "product-search": 2, "payment-gateway": 2, "image-store": 1},
        desk_first=0.42,
    ),
    Service(
        id="e-mail",
        name="E-mail",
        criticality="high",
        outcome="Staff reach each other and our partners in writing.",
        hours="two-sites",
        urgent_hours="two-sites",
        incidents_a_year=600,
        units=_ALL,
        customer_units=("people-culture", "finance", "e-commerce", "canada"),
        first_teams={"messaging": 0.36, "identity": 0.14},
        other_teams=("network",),
        items={"mail-server": 3, "mail-gateway": 2, "calendar-sync": 2, "spam-filter": 1},
        desk_first=0.5,
    ),
    Service(
        id="sign-in",
        name="Sign-in",
        criticality="high",
        outcome="Staff start work with one sign-in, from anywhere.",
        hours="two-sites",
        urgent_hours="always",
        incidents_a_year=620,
        units=_ALL,
        customer_units=("head-office", "canada", "logistics", "finance"),
        first_teams={"identity": 0.34, "operations": 0.14},
        other_teams=("messaging", "network"),
        items={"directory": 3, "token-service": 3, "vpn-gateway": 2, "badge-link": 1},
        desk_first=0.52,
    ),
    Service(
        id="workplace",
        name="Workplace",
        criticality="medium",
        outcome="Every desk and counter has working equipment.",
        hours="office-hamburg",
        urgent_hours="office-hamburg",
        incidents_a_year=640,
        units=_ALL,
        customer_units=("head-office", "stores-north", "stores-south", "people-culture"),
        first_teams={"workplace": 0.36, "field-service": 0.2},
        other_teams=("identity", "messaging"),
        items={"notebook": 4, "printer": 3, "phone": 2, "docking-station": 1},
        desk_first=0.44,
    ),
    Service(
        id="warehouse",
        name="Warehouse",
        criticality="high",
        outcome="Goods leave the warehouse on the day they are ordered.",
        hours="retail-hours",
        urgent_hours="retail-hours",
        incidents_a_year=640,
        units={"logistics": 2, "stores-north": 0.5, "stores-south": 0.5, "e-commerce": 0.8},
        customer_units=("logistics", "stores-north", "stores-south", "e-commerce"),
        first_teams={
            "warehouse-apps": 0.42,
            "operations": 0.22,
            "database": 0.16,
            "network": 0.1,
            "field-service": 0.1,
        },
        other_teams=(),
        items={"picking-app": 3, "label-printer": 2, "stock-interface": 2, "conveyor-control": 1},
        desk_first=0.0,
        answer_rate=0.17,
        median=0.45,
        sigma=0.4,
        priorities=STEADY_PRIORITIES,
    ),
    Service(
        id="reporting",
        name="Reporting",
        criticality="low",
        outcome="Decisions rest on yesterday's figures.",
        hours="office-hamburg",
        urgent_hours="office-hamburg",
        incidents_a_year=110,
        units={"finance": 1, "head-office": 1, "people-culture": 0.6},
        customer_units=("finance",),
        first_teams={"analytics": 0.5, "database": 0.25},
        other_teams=("payroll-apps", "web-apps"),
        items={"data-store": 2, "dashboard": 3},
        desk_first=0.25,
        answer_rate=0.14,
    ),
)
BY_ID: Mapping[str, Service] = {service.id: service for service in SERVICES}
