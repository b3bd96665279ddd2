"""Meetings in which services and the system are reviewed."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="reviews",
    meaning="Meetings and audits in which services, changes or the whole system are reviewed, one row each.",
    columns=(
        Column(name="id", meaning="The review's id, as its minutes bear it.", required=True),
        Column(
            name="kind",
            meaning="What sort of review it was.",
            required=True,
            values=("service_review", "management_review", "internal_audit", "change_board"),
        ),
        Column(
            name="service",
            meaning="The service that was reviewed; empty if it was the whole system.",
            references="services",
        ),
        Column(name="held_at", meaning="When it took place.", type=ColumnType.TIME, required=True),
        Column(
            name="attendees",
            meaning="Who was present, not who was invited.",
            type=ColumnType.LIST,
            references="parties",
        ),
        Column(
            name="findings",
            meaning="How many findings it recorded; 0 says that there were none.",
            type=ColumnType.INTEGER,
            unit="findings",
        ),
        Column(
            name="decisions",
            meaning="How many decisions it recorded; 0 says that there were none.",
            type=ColumnType.INTEGER,
            unit="decisions",
        ),
        Column(
            name="measures_read",
            meaning="The measures whose readings were looked at in it.",
            type=ColumnType.LIST,
            references="measures",
        ),
    ),
)
