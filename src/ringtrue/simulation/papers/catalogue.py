"""Who is there, what is on offer, who holds which role, and which hours count."""

from collections.abc import Iterator
from datetime import date

from ringtrue.simulation.calendar import moment
from ringtrue.simulation.history import SYSTEM
from ringtrue.simulation.hours import CALENDARS
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.rows import Row, Rows
from ringtrue.simulation.people import SUPPLIERS, TEAMS, UNITS, Person
from ringtrue.simulation.services import SERVICES

PROVIDER, GROUP = "northwind-services", "northwind-group"
SUPPLIED = {"workplace": "printfix", "till-network": "carrier-nord"}
"""Services that rest on an external supplier."""

PROCESSES = {
    "incidents": "incident management", "changes": "change enablement", "levels": "service level management",
    "security": "information security",
}  # fmt: skip
LONG_AGO = moment(date(2024, 1, 1))


def services(organisation: Organisation) -> Rows:
    """The catalogue."""
    return [
        {
            "id": service.id,
            "name": service.name,
            "owner": organisation.people.owner(service.id, organisation.export).id,
            "criticality": service.criticality,
            "status": "live",
            "live_from": LONG_AGO,
            "intended_outcome": None if service.id in organisation.without_outcome else service.outcome,
            "calendar": service.urgent_hours,
        }
        for service in SERVICES
    ]


def parties(organisation: Organisation) -> Rows:
    """Companies, units, teams, persons and the tool's own account."""
    companies = [(PROVIDER, "Northwind Services", True), (GROUP, "Northwind Group", False)]
    companies += [(key, name, False) for key, name in SUPPLIERS.items()]
    rows: list[Row] = [
        {"id": key, "name": name, "kind": "company", "provider_side": ours} for key, name, ours in companies
    ]
    rows.append(
        {"id": "management", "name": "Management", "kind": "team", "parent": PROVIDER, "provider_side": True}
    )
    rows += [
        {
            "id": team.id,
            "name": team.name,
            "kind": "team",
            "parent": PROVIDER,
            "provider_side": True,
            "calendar": team.roster,
        }
        for team in TEAMS
    ]
    rows += [
        {"id": unit.id, "name": unit.name, "kind": "unit", "parent": GROUP, "provider_side": False}
        for unit in UNITS
    ]
    rows.append({"id": SYSTEM, "name": "Tool", "kind": "automation", "provider_side": True})
    return rows + [_person(person) for person in organisation.people.everybody()]


def _person(person: Person) -> Row:
    return {
        "id": person.id,
        "name": person.name,
        "kind": "person",
        "parent": person.group,
        "provider_side": person.role in ("staff", "office", "owner"),
        "active_from": person.active_from,
        "active_to": person.active_to,
    }


def role_assignments(organisation: Organisation) -> Rows:
    """Who is customer, user, sponsor, owner, practitioner or supplier of what."""
    return [*_provider_roles(organisation), *_customer_roles(organisation)]


def _provider_roles(organisation: Organisation) -> Iterator[Row]:
    people = organisation.people
    yield {"party": people.offices["cio"].id, "role": "top_management", "duty": "A", "valid_from": LONG_AGO}
    yield {"party": people.offices["quality"].id, "role": "auditor", "valid_from": LONG_AGO}
    for key, process in PROCESSES.items():
        yield {
            "party": people.offices[key].id,
            "role": "process_owner",
            "process": process,
            "duty": "A",
            "valid_from": LONG_AGO,
        }
    for service, held in people.owners.items():
        for owner in held:
            since = owner.active_from or LONG_AGO
            yield {
                "party": owner.id, "role": "service_owner", "service": service, "duty": "A", "valid_from": since, "valid_to": owner.active_to,
            }  # fmt: skip
    for person in people.staff:
        since = person.active_from or LONG_AGO
        yield {
            "party": person.id,
            "role": "practitioner",
            "duty": "R",
            "valid_from": since,
            "valid_to": person.active_to,
        }
    for service, supplier in SUPPLIED.items():
        yield {"party": supplier, "role": "external_supplier", "service": service, "valid_from": LONG_AGO}


def _customer_roles(organisation: Organisation) -> Iterator[Row]:
    people = organisation.people
    sponsor = next(person for person in people.customers if person.group == "finance" and not person.leads)
    for service in SERVICES:
        yield {"party": sponsor.id, "role": "sponsor", "service": service.id, "valid_from": LONG_AGO}
        for person in people.customers:
            if person.group in service.customer_units:
                yield {"party": person.id, "role": "customer", "service": service.id, "valid_from": LONG_AGO}
        for person in people.users:
            if person.group in service.units:
                yield {"party": person.id, "role": "user", "service": service.id}


def calendars(organisation: Organisation) -> Rows:
    """The hours of each calendar, one row a weekday."""
    return [
        {"id": calendar.id, "zone": calendar.zone, "weekday": weekday, "opens": opens, "closes": closes}
        for calendar in CALENDARS.values()
        for weekday, (opens, closes) in calendar.week.items()
    ]


def holidays(organisation: Organisation) -> Rows:
    """The days on which they are closed."""
    return [
        {"calendar": calendar.id, "day": day} for calendar in CALENDARS.values() for day in calendar.holidays
    ]
