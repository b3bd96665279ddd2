"""Pseudonyms of persons: numbers that say nothing, the same in every output of a run; the key stays in the audit folder."""

from duckdb import DuckDBPyConnection

_PLACES = {
    "all_cases": ("requester", "assignee", "closed_by"),
    "all_case_events": ("actor",),
    "approvals": ("requester", "approver"),
    "changes": ("requester", "implementer"),
    "control_records": ("performed_by", "approved_by"),
    "survey_responses": ("party",),
    "complaints": ("party",),
    "actions": ("owner",),
    "services": ("owner",),
    "controls": ("owner",),
    "documents": ("owner",),
    "role_assignments": ("party",),
}
"""The columns that hold persons."""


def build_pseudonyms(database: DuckDBPyConnection) -> None:
    """Create ``pseudonyms`` (person, pseudonym): everybody who is named anywhere, in the order of a hash of the name.

    Teams, units, companies, mailboxes and automation keep their names.
    """
    named = " union ".join(
        f"select {column} as person from {table} where {column} is not null"
        for table, columns in _PLACES.items()
        for column in columns
    )
    database.execute(
        f"""create or replace temp table pseudonyms as
        with named as ({named}),
        kinds as (select id, any_value(kind) as kind from parties group by id)
        select
            person,
            case
                when kinds.kind is null or kinds.kind = 'person'
                then 'person ' || row_number() over (order by kinds.kind is null or kinds.kind = 'person' desc, md5(person), person)
                else person
            end as pseudonym
        from named left join kinds on kinds.id = named.person order by person"""
    )
