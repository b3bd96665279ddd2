"""Events around the services that should make people look again."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="context_events",
    meaning="Events around the services that change needs or explain a pattern, one row each.",
    columns=(
        Column(name="id", meaning="The event's id in the list of such events.", required=True),
        Column(
            name="kind",
            meaning="What sort of event it was.",
            required=True,
            values=(
                "contract",
                "reorganisation",
                "law",
                "major_incident",
                "demand",
                "campaign",
                "migration",
                "freeze",
                "transfer",
                "external_audit",
            ),
        ),
        Column(
            name="service",
            meaning="The service that it touched; empty if it touched all of them.",
            references="services",
        ),
        Column(name="at", meaning="When it happened or began.", type=ColumnType.TIME, required=True),
        Column(
            name="until",
            meaning="When it was over; empty if it was a single moment.",
            type=ColumnType.TIME,
        ),
        Column(name="note", meaning="What happened, in a few words."),
    ),
)
