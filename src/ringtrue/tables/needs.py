"""What customers and other parties need, in their own words."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import LEVELS

TABLE = Table(
    name="needs",
    meaning="What customers and other parties need from a service,"
    " before it is made into a requirement, one row each.",
    columns=(
        Column(name="id", meaning="The id by which requirements name this need.", required=True),
        Column(
            name="service",
            meaning="The service from which the need is to be met.",
            references="services",
        ),
        Column(
            name="party",
            meaning="Who has the need, not who wrote it down.",
            references="parties",
        ),
        Column(name="statement", meaning="The need in the words of the one who has it.", required=True),
        Column(
            name="importance",
            meaning="How much it would hurt the party if the need were not met.",
            values=LEVELS,
        ),
        Column(
            name="captured_at",
            meaning="When the need was first heard and written down.",
            type=ColumnType.TIME,
        ),
        Column(
            name="confirmed_at",
            meaning="When the party last confirmed that it still needs this.",
            type=ColumnType.TIME,
        ),
    ),
)
