"""Who is who: teams and their staff, those who answer for things, customers, users, suppliers and one program."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ringtrue.simulation.calendar import moment
from ringtrue.simulation.dice import Dice
from ringtrue.simulation.names import first_and_family, user_id


@dataclass(frozen=True)
class Person:
    """A human being. ``group`` is the team or unit to which it belongs; ``leads`` marks its head."""

    id: str
    name: str
    group: str
    language: str
    site: str
    role: str
    leads: bool = False
    active_from: int | None = None
    active_to: int | None = None

    def is_active(self, at: int) -> bool:
        """Whether it had joined and had not left at this moment."""
        return (self.active_from is None or self.active_from <= at) and (
            self.active_to is None or at < self.active_to
        )


@dataclass(frozen=True)
class Team:
    """A team of the provider and its roster."""

    id: str
    name: str
    roster: str
    size: int
    site: str = "Hamburg"


@dataclass(frozen=True)
class Unit:
    """A part of the group that the provider serves."""

    id: str
    name: str
    users: int
    sites: Mapping[str, float]


TEAMS: tuple[Team, ...] = (
    Team("desk-hamburg", "Service Desk Hamburg", "office-hamburg", 7),
    Team("desk-montreal", "Service Desk Montréal", "office-montreal", 5, "Montréal"),
    Team("operations", "Operations Centre", "always", 6),
    Team("payroll-apps", "Payroll Applications", "office-hamburg", 3),
    Team("till-support", "Till Support", "retail-hours", 4),
    Team("network", "Network", "always", 4),
    Team("field-service", "Field Service", "retail-hours", 4),
    Team("web-apps", "Web Applications", "two-sites", 3),
    Team("database", "Database", "always", 3),
    Team("messaging", "Messaging", "two-sites", 3),
    Team("identity", "Identity", "two-sites", 3),
    Team("workplace", "Workplace Devices", "office-hamburg", 4),
    Team("warehouse-apps", "Warehouse Applications", "retail-hours", 3),
    Team("analytics", "Analytics", "office-hamburg", 3),
)

UNITS: tuple[Unit, ...] = (
    Unit("people-culture", "People and Culture", 40, {"Hamburg": 0.9, "Montréal": 0.1}),
    Unit("finance", "Finance", 40, {"Hamburg": 0.9, "Montréal": 0.1}),
    Unit("stores-north", "Stores North", 75, {"Kiel": 0.4, "Lübeck": 0.3, "Rostock": 0.3}),
    Unit("stores-south", "Stores South", 75, {"München": 0.5, "Nürnberg": 0.3, "Ulm": 0.2}),
    Unit("logistics", "Logistics", 60, {"Hamburg": 0.5, "Kassel": 0.5}),
    Unit("e-commerce", "E-Commerce", 40, {"Hamburg": 0.7, "Montréal": 0.3}),
    Unit("head-office", "Head Office", 40, {"Hamburg": 1.0}),
    Unit("canada", "Northwind Canada", 50, {"Montréal": 1.0}),
)

OFFICES: Mapping[str, str] = {
    "cio": "Head of IT", "quality": "Quality and Audit Liaison", "incidents": "Incident Process Owner",
    "changes": "Change Process Owner", "levels": "Service Level Process Owner", "security": "Security Officer",
}  # fmt: skip
"""Those who answer for processes and for the whole."""

SUPPLIERS: Mapping[str, str] = {"printfix": "PrintFix Hardware GmbH", "carrier-nord": "Carrier Nord AG"}


@dataclass(frozen=True)
class People:
    """Everybody, by what they are. ``offices`` and ``owners`` map an office or a service to those who held it, in order."""

    staff: tuple[Person, ...]
    customers: tuple[Person, ...]
    users: tuple[Person, ...]
    offices: Mapping[str, Person]
    owners: Mapping[str, tuple[Person, ...]]

    def of_team(self, team: str, at: int) -> list[Person]:
        """The members of a team at a moment."""
        return [person for person in self.staff if person.group == team and person.is_active(at)]

    def owner(self, service: str, at: int) -> Person:
        """Who answers for a service at a moment."""
        return next(person for person in self.owners[service] if person.is_active(at))

    def language(self, person: str) -> str:
        """The language in which somebody writes."""
        return self._languages[person]

    @cached_property
    def _languages(self) -> Mapping[str, str]:
        return {person.id: person.language for person in self.everybody()}

    def everybody(self) -> tuple[Person, ...]:
        """All persons, in a fixed order."""
        owners = [person for held in self.owners.values() for person in held]
        return (*self.staff, *self.offices.values(), *owners, *self.customers, *self.users)


LEAVERS: Mapping[str, date] = {
    "desk-hamburg": date(2026, 1, 31), "network": date(2026, 3, 31), "till-support": date(2026, 5, 31), "analytics": date(2025, 12, 31),
}  # fmt: skip
"""Teams of which one member leaves on that day, and is replaced on the next."""

OWNER_LEAVES: Mapping[str, date] = {"warehouse": date(2026, 2, 28)}
"""Services whose owner leaves on that day, and is replaced."""


def everybody(dice: Dice, services: tuple[str, ...]) -> People:
    """All persons of the organisation, with unlike user ids."""
    taken: set[str] = set()
    staff = [person for team in TEAMS for person in _team(dice.of(team.id), team, taken)]
    offices = {key: _person(dice.of(key), "management", "de", "Hamburg", "office", taken) for key in OFFICES}
    owners = {service: tuple(_owners(dice.of("owner", service), service, taken)) for service in services}
    customers = [
        one for unit in UNITS for one in _unit(dice.of("customers", unit.id), unit, 6, "customer", taken)
    ]
    users = [
        one for unit in UNITS for one in _unit(dice.of("users", unit.id), unit, unit.users, "user", taken)
    ]
    return People(tuple(staff), tuple(customers), tuple(users), offices, owners)


def _person(dice: Dice, group: str, language: str, site: str, role: str, taken: set[str]) -> Person:
    first, family = first_and_family(dice, language)
    return Person(user_id(first, family, taken), f"{first} {family}", group, language, site, role)


def _language(dice: Dice, site: str) -> str:
    return dice.weighted({"fr": 0.45, "en": 0.55} if site == "Montréal" else {"de": 0.72, "en": 0.28})


def _team(dice: Dice, team: Team, taken: set[str]) -> Iterator[Person]:
    for place in range(team.size):
        one = dice.of(place)
        person = _person(one, team.id, _language(one, team.site), team.site, "staff", taken)
        yield from _replaced(
            one, replace(person, leads=place == 0), LEAVERS.get(team.id) if place == 1 else None, taken
        )


def _owners(dice: Dice, service: str, taken: set[str]) -> Iterator[Person]:
    person = _person(dice, "management", _language(dice, "Hamburg"), "Hamburg", "owner", taken)
    yield from _replaced(dice, person, OWNER_LEAVES.get(service), taken)


def _replaced(dice: Dice, person: Person, leaves: date | None, taken: set[str]) -> Iterator[Person]:
    if leaves is None:
        yield person
        return
    at = moment(leaves, "24:00")
    yield replace(person, active_to=at)
    successor = _person(dice.of("successor"), person.group, person.language, person.site, person.role, taken)
    yield replace(successor, leads=person.leads, active_from=at)


def _unit(dice: Dice, unit: Unit, size: int, role: str, taken: set[str]) -> Iterator[Person]:
    for place in range(size):
        one = dice.of(place)
        site = one.weighted(unit.sites)
        person = _person(one, unit.id, _language(one, site), site, role, taken)
        yield replace(person, leads=place == 0 and role == "customer")
