"""Complaints about services."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import ROLES

TABLE = Table(
    name="complaints",
    meaning="Complaints about a service or about how it is delivered, one row each;"
    " an incident is no complaint.",
    columns=(
        Column(name="id", meaning="The complaint's number.", required=True),
        Column(name="service", meaning="The service that was complained about.", references="services"),
        Column(name="party", meaning="Who complained.", references="parties"),
        Column(name="role", meaning="The role in which the party complained.", values=ROLES),
        Column(
            name="received_at",
            meaning="When the complaint reached the provider.",
            type=ColumnType.TIME,
            required=True,
        ),
        Column(
            name="decided_at",
            meaning="When somebody decided what to do about it;"
            " an acknowledgement of receipt is no decision.",
            type=ColumnType.TIME,
        ),
        Column(name="outcome", meaning="What came of it, in the organisation's words."),
    ),
)
