"""What the organisation has set out to reach."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import AS_UNIT_SAYS

TABLE = Table(
    name="objectives",
    meaning="What the organisation has set out to reach with its service management,"
    " one row for each objective.",
    columns=(
        Column(name="id", meaning="The id by which measures name this objective.", required=True),
        Column(
            name="statement", meaning="What is to be reached, in the organisation's words.", required=True
        ),
        Column(name="owner", meaning="Who is accountable for reaching it.", references="parties"),
        Column(
            name="service",
            meaning="The service it is about; empty if it is about the whole system.",
            references="services",
        ),
        Column(name="priority", meaning="How it ranks among the objectives, as the organisation says."),
        Column(
            name="target",
            meaning="The value that is to be reached.",
            type=ColumnType.NUMBER,
            unit=AS_UNIT_SAYS,
        ),
        Column(
            name="reading",
            meaning="The value that was last measured.",
            type=ColumnType.NUMBER,
            unit=AS_UNIT_SAYS,
        ),
        Column(name="unit", meaning="The unit of target and reading."),
        Column(name="state", meaning="How far it has come, as the organisation says."),
        Column(name="starts_at", meaning="When the work towards it begins.", type=ColumnType.TIME),
        Column(name="ends_at", meaning="When it is to be reached.", type=ColumnType.TIME),
    ),
)
