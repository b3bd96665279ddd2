"""Changes to services and their components."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="changes",
    meaning="Changes to services and their components, planned or carried out, one row each.",
    columns=(
        Column(name="id", meaning="The number under which people speak of the change.", required=True),
        Column(name="service", meaning="The service that is changed.", references="services"),
        Column(
            name="class",
            meaning="How it is authorised: in advance for its sort (standard), one by one (normal),"
            " or at once because of urgent harm (emergency).",
            values=("standard", "normal", "emergency"),
        ),
        Column(
            name="major",
            meaning="Whether it brings a new or greatly changed service by the organisation's own rule.",
            type=ColumnType.BOOLEAN,
        ),
        Column(name="requester", meaning="Who asked for the change.", references="parties"),
        Column(name="implementer", meaning="Who carried it out.", references="parties"),
        Column(name="created_at", meaning="When the change was recorded.", type=ColumnType.TIME),
        Column(name="planned_start", meaning="When the work was to begin.", type=ColumnType.TIME),
        Column(name="started_at", meaning="When the work really began.", type=ColumnType.TIME),
        Column(name="ended_at", meaning="When the work really ended.", type=ColumnType.TIME),
        Column(
            name="tested",
            meaning="Whether it was tested before it went live.",
            type=ColumnType.BOOLEAN,
        ),
        Column(
            name="backout",
            meaning="Whether a way back was prepared before the start; not whether it was needed.",
            type=ColumnType.BOOLEAN,
        ),
        Column(
            name="reviewed_at",
            meaning="When its result was looked at after it had ended.",
            type=ColumnType.TIME,
        ),
        Column(name="outcome", meaning="How it ended, as the tool says, such as successful or backed out."),
        Column(name="intended_outcome", meaning="What the customer was to gain from it."),
        Column(
            name="achieved_outcome",
            meaning="What the customer gained in fact, as reported after the change.",
        ),
    ),
)
