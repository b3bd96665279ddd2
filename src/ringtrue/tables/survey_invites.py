"""Invitations to say how satisfied one is."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import ROLES

TABLE = Table(
    name="survey_invites",
    meaning="Invitations to a survey, answered or not, one row for each invitation.",
    columns=(
        Column(name="id", meaning="The id by which an answer names its invitation.", required=True),
        Column(
            name="case",
            meaning="The case after which the invitation was sent; empty in a survey about a whole service.",
            references="cases",
        ),
        Column(name="service", meaning="The service that was asked about.", references="services"),
        Column(name="party", meaning="Who was invited.", references="parties"),
        Column(
            name="role",
            meaning="The role in which the party was asked; a user's view is not a customer's.",
            values=ROLES,
        ),
        Column(name="sent_at", meaning="When the invitation was sent.", type=ColumnType.TIME),
    ),
)
