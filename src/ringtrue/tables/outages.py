"""Times in which a service was not there for its users."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="outages",
    meaning="Times in which a service failed or was taken down, planned or not, one row each.",
    columns=(
        Column(name="id", meaning="The outage's id in the record of outages.", required=True),
        Column(name="service", meaning="The service that was down.", required=True, references="services"),
        Column(
            name="started_at",
            meaning="When the service stopped working, not when somebody noticed.",
            type=ColumnType.TIME,
            required=True,
        ),
        Column(
            name="ended_at",
            meaning="When the service worked again; empty while it is still down.",
            type=ColumnType.TIME,
        ),
        Column(
            name="user_visible",
            meaning="Whether users could notice it; a component that failed unnoticed is not visible.",
            type=ColumnType.BOOLEAN,
        ),
        Column(
            name="excluded",
            meaning="Whether the reports leave it out of the availability, as maintenance or otherwise.",
            type=ColumnType.BOOLEAN,
        ),
        Column(
            name="exclusion_announced_at",
            meaning="When customers were told that this time would not count.",
            type=ColumnType.TIME,
        ),
        Column(
            name="exclusion_recorded_at",
            meaning="When the tool wrote that this time does not count.",
            type=ColumnType.TIME,
        ),
    ),
)
