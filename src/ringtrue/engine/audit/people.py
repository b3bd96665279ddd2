"""Who is a person in an audit, and what is none: by the tables, and by the pseudonyms of the last run."""

from dataclasses import dataclass

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.database.connect import connection
from ringtrue.engine.running.last_run import last_run
from ringtrue.model.sql import literal

WORK_ROLES = ("service_owner", "process_owner", "practitioner")
"""Roles that make a service or process somebody's own work."""


@dataclass(frozen=True)
class People:
    """Persons as (id, name); ids and names of teams, services and the like; (person, service) of who works on what.

    ``named`` are persons that only other tables name, by what is written there.
    """

    persons: tuple[tuple[str, str | None], ...] = ()
    others: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    works: tuple[tuple[str, str], ...] = ()


def people_of(folder: AuditFolder) -> People:
    """The people of an audit; nobody where nothing was imported yet."""
    if not folder.tables.exists():
        return People()
    with connection("1GB") as database:
        attach_tables(database, folder.tables, {})
        persons = database.execute(
            "select distinct id, name from parties where kind = 'person' order by all"
        ).fetchall()
        others = database.execute(
            """select distinct unnest([id, name]) as one from parties where kind <> 'person'
            union select distinct unnest([id, name]) from services
            union select distinct unnest([id, name]) from configuration_items order by one nulls last"""
        ).fetchall()
        works = database.execute(
            f"""select distinct unnest([role_assignments.party, parties.name]) as person, role_assignments.service as service
            from role_assignments left join parties on parties.id = role_assignments.party
            where role_assignments.service is not null and role in ({", ".join(map(literal, WORK_ROLES))})
            order by all"""
        ).fetchall()
        run = last_run(folder)
        key = run / "pseudonyms.parquet" if run else None
        known = {id for id, _ in persons}
        named = (
            database.execute(
                f"select person from read_parquet({literal(str(key))}) where pseudonym like 'person %' order by person"
            ).fetchall()
            if key and key.exists()
            else []
        )
    return People(
        persons=tuple(persons),
        others=tuple(one for (one,) in others if one),
        named=tuple(one for (one,) in named if one not in known),
        works=tuple((person, service) for person, service in works if person),
    )
