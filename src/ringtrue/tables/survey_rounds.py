"""Rounds of surveys and what was claimed from them."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import SHARE

TABLE = Table(
    name="survey_rounds",
    meaning="Rounds of surveys, how they were sent and what was claimed from them, one row each.",
    columns=(
        Column(name="id", meaning="The round's id in the survey tool.", required=True),
        Column(
            name="service",
            meaning="The service that was asked about; empty if all were.",
            references="services",
        ),
        Column(name="sent_from", meaning="When the first invitation went out.", type=ColumnType.TIME),
        Column(name="sent_to", meaning="When the last invitation went out.", type=ColumnType.TIME),
        Column(
            name="throttle_days",
            meaning="For how many days a person who was invited is not invited again.",
            type=ColumnType.NUMBER,
            unit="days",
        ),
        Column(
            name="claimed_share",
            meaning="The satisfied share that was reported from it; 0.9 means 90 percent.",
            type=ColumnType.NUMBER,
            unit=SHARE,
        ),
        Column(
            name="nonresponse_check",
            meaning="Whether anybody checked if those who did not answer think alike.",
            type=ColumnType.BOOLEAN,
        ),
    ),
)
