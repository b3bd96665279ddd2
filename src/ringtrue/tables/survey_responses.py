"""Answers to surveys."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import ROLES

_POINTS = "points of its own scale"

TABLE = Table(
    name="survey_responses",
    meaning="Answers to surveys, one row for each answer to one item.",
    columns=(
        Column(name="id", meaning="The answer's id in the survey tool.", required=True),
        Column(
            name="invite",
            meaning="The invitation that was answered; empty if nobody was invited.",
            references="survey_invites",
        ),
        Column(name="case", meaning="The case that was asked about.", references="cases"),
        Column(name="service", meaning="The service that was asked about.", references="services"),
        Column(name="party", meaning="Who answered.", references="parties"),
        Column(
            name="role",
            meaning="The role in which the party answered; a user's view is not a customer's.",
            values=ROLES,
        ),
        Column(
            name="item",
            meaning="The question that was answered; the same words in all roles make answers comparable.",
        ),
        Column(
            name="score",
            meaning="The points given, where more is better.",
            type=ColumnType.NUMBER,
            required=True,
            unit=_POINTS,
        ),
        Column(
            name="scale_min",
            meaning="The fewest points that could be given.",
            type=ColumnType.NUMBER,
            unit=_POINTS,
        ),
        Column(
            name="scale_max",
            meaning="The most points that could be given.",
            type=ColumnType.NUMBER,
            unit=_POINTS,
        ),
        Column(name="answered_at", meaning="When the answer was given.", type=ColumnType.TIME),
        Column(name="comment", meaning="What was written beside the points."),
    ),
)
