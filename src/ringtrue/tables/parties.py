"""The people, teams, units and companies that ask for, deliver or answer for services."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="parties",
    meaning="The people, teams, units and companies that ask for, deliver or answer for services,"
    " one row each.",
    columns=(
        Column(name="id", meaning="The id by which every other table names this party.", required=True),
        Column(name="name", meaning="The name under which people know it; hidden in reports for persons."),
        Column(
            name="kind",
            meaning="What sort of party it is; automation is a program that acts in the tool by itself.",
            values=("person", "team", "unit", "company", "shared_mailbox", "automation"),
        ),
        Column(
            name="parent",
            meaning="The team, unit or company to which it belongs directly.",
            references="parties",
        ),
        Column(
            name="provider_side",
            meaning="Whether it stands on the provider's side: its own people and internal suppliers do,"
            " customers, users and external suppliers do not.",
            type=ColumnType.BOOLEAN,
        ),
        Column(
            name="calendar",
            meaning="The hours in which a team works, its roster, and not the hours that a service promises.",
            references="calendars",
        ),
        Column(
            name="active_from",
            meaning="When the party joined or was set up; empty if it always was there.",
            type=ColumnType.TIME,
        ),
        Column(
            name="active_to",
            meaning="When the party left or was dissolved; empty while it is still there.",
            type=ColumnType.TIME,
        ),
    ),
)
