"""Interviews held in the audit."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import ROLES

TABLE = Table(
    name="interviews",
    meaning="Interviews that auditors held, one row for each interview in one role.",
    columns=(
        Column(name="id", meaning="The id by which answers name this interview.", required=True),
        Column(name="party", meaning="Who was interviewed.", references="parties"),
        Column(
            name="role",
            meaning="The role in which the person was asked, whatever other roles the person holds.",
            required=True,
            values=ROLES,
        ),
        Column(name="service", meaning="The service that was spoken about.", references="services"),
        Column(name="held_at", meaning="When the interview took place.", type=ColumnType.TIME, required=True),
        Column(name="auditor", meaning="Who asked the questions.", references="parties"),
    ),
)
