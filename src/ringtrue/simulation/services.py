"""The services on offer: for whom, in which hours, by which teams, and what tends to go wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass

TARGET_MINUTES: Mapping[int, int] = {1: 240, 2: 480, 3: 1440, 4: 3000}
"""Agreed minutes to resolution by priority, the same for all services."""


@dataclass(frozen=True)
class Service:
    """A service of the catalogue.

    ``hours`` is the calendar of its targets, ``urgent_hours`` that of priorities 1 and 2. ``first_teams`` are the teams to which its
    incidents go at first, with weights; ``other_teams`` may get them later. ``sigma`` is the spread of resolution times on a log scale.
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
    sigma: float = 0.9
    answer_rate: float = 0.17

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
        "payroll", "Payroll", "critical", "Everybody is paid correctly and on time.", "office-hamburg", "office-hamburg", 640,
        {**_ALL, "people-culture": 2}, _EVERYBODY, {"payroll-apps": 0.36, "database": 0.08, "analytics": 0.06}, ("identity",),
        {"pay-engine": 3, "time-import": 2, "payslip-portal": 3, "tax-interface": 1}, 0.5, 0.92, 0.21,
    ),
    Service(
        "till-network", "Till network", "critical", "Shops can sell and take payment all day.", "retail-hours", "retail-hours", 700,
        {"stores-north": 1, "stores-south": 1}, ("stores-north", "stores-south", "finance", "head-office"),
        {"till-support": 0.4, "operations": 0.24, "network": 0.2, "field-service": 0.16}, ("database",),
        {"till-server": 3, "card-terminal": 3, "store-router": 2, "till-screen": 2},
    ),
    Service(
        "web-shop", "Web shop", "high", "Customers can find, order and pay at any hour.", "two-sites", "always", 630,
        {"e-commerce": 2, "canada": 1.2, "stores-north": 0.6, "stores-south": 0.6, "logistics": 0.6},
        ("e-commerce", "canada", "logistics", "head-office"), {"web-apps": 0.32, "operations": 0.14, "database": 0.12}, ("network",),
        {"checkout": 3, "product-search": 2, "payment-gateway": 2, "image-store": 1}, 0.42,
    ),
    Service(
        "e-mail", "E-mail", "high", "Staff reach each other and our partners in writing.", "two-sites", "two-sites", 630,
        _ALL, ("people-culture", "finance", "e-commerce", "canada"), {"messaging": 0.36, "identity": 0.14}, ("network",),
        {"mail-server": 3, "mail-gateway": 2, "calendar-sync": 2, "spam-filter": 1}, 0.5,
    ),
    Service(
        "sign-in", "Sign-in", "high", "Staff start work with one sign-in, from anywhere.", "two-sites", "always", 620,
        _ALL, ("head-office", "canada", "logistics", "finance"), {"identity": 0.34, "operations": 0.14}, ("messaging", "network"),
        {"directory": 3, "token-service": 3, "vpn-gateway": 2, "badge-link": 1}, 0.52,
    ),
    Service(
        "workplace", "Workplace", "medium", "Every desk and counter has working equipment.", "office-hamburg", "office-hamburg", 640,
        _ALL, ("head-office", "stores-north", "stores-south", "people-culture"), {"workplace": 0.36, "field-service": 0.2},
        ("identity", "messaging"), {"notebook": 4, "printer": 3, "phone": 2, "docking-station": 1}, 0.44,
    ),
    Service(
        "warehouse", "Warehouse", "high", "Goods leave the warehouse on the day they are ordered.", "retail-hours", "retail-hours", 560,
        {"logistics": 2, "stores-north": 0.5, "stores-south": 0.5, "e-commerce": 0.8},
        ("logistics", "stores-north", "stores-south", "e-commerce"),
        {"warehouse-apps": 0.42, "operations": 0.22, "database": 0.16, "network": 0.1, "field-service": 0.1}, (),
        {"picking-app": 3, "label-printer": 2, "stock-interface": 2, "conveyor-control": 1},
    ),
    Service(
        "reporting", "Reporting", "low", "Decisions rest on yesterday's figures.", "office-hamburg", "office-hamburg", 110,
        {"finance": 1, "head-office": 1, "people-culture": 0.6}, ("finance",), {"analytics": 0.5, "database": 0.25}, ("payroll-apps", "web-apps"),
        {"data-store": 2, "dashboard": 3}, 0.25, 0.9, 0.14,
    ),
)  # fmt: skip
BY_ID: Mapping[str, Service] = {service.id: service for service in SERVICES}
