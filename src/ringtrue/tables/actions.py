"""What was decided and done about something."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="actions",
    meaning="What was decided and done about complaints, findings, missed targets and the like,"
    " one row each.",
    columns=(
        Column(name="id", meaning="The action's id in the action log.", required=True),
        Column(
            name="kind",
            meaning="What it is: a decision, the mending of one instance (correction), the removal of a cause"
            " (corrective_action), or an improvement.",
            required=True,
            values=("decision", "correction", "corrective_action", "improvement"),
        ),
        Column(
            name="origin_kind",
            meaning="What sort of record it answers.",
            values=("complaint", "survey", "review", "finding", "problem", "audit", "measure"),
        ),
        Column(name="origin", meaning="The id of the record that it answers."),
        Column(name="service", meaning="The service that it concerns.", references="services"),
        Column(name="clause", meaning="The number of the clause on which the finding behind it rests."),
        Column(name="cause", meaning="The cause that was found, in the organisation's words."),
        Column(
            name="measures",
            meaning="The measures that led to it or that show its effect.",
            type=ColumnType.LIST,
            references="measures",
        ),
        Column(
            name="raised_at",
            meaning="When the matter that it answers was put on the table.",
            type=ColumnType.TIME,
        ),
        Column(
            name="decided_at",
            meaning="When somebody entitled decided what to do.",
            type=ColumnType.TIME,
        ),
        Column(name="done_at", meaning="When it was carried out.", type=ColumnType.TIME),
        Column(
            name="checked_at",
            meaning="When somebody checked whether it had the wanted effect;"
            " seeing that it was done is no such check.",
            type=ColumnType.TIME,
        ),
        Column(
            name="effective",
            meaning="Whether that check found the wanted effect; empty if nobody checked.",
            type=ColumnType.BOOLEAN,
        ),
        Column(name="owner", meaning="Who is accountable for carrying it out.", references="parties"),
    ),
)
