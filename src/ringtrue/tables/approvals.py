"""Who approved what, and when."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="approvals",
    meaning="Who approved or refused what and when, one row for each decision of one approver.",
    columns=(
        Column(name="id", meaning="The approval's id in the tool.", required=True),
        Column(
            name="object_kind",
            meaning="What sort of thing was decided on.",
            required=True,
            values=("change", "document", "requirement", "target", "agreement", "control_record"),
        ),
        Column(
            name="object",
            meaning="The id of the thing decided on; for one version of a document its id, a space"
            " and the version.",
            required=True,
        ),
        Column(
            name="requester",
            meaning="Who asked for the approval.",
            references="parties",
        ),
        Column(name="approver", meaning="Who took the decision.", required=True, references="parties"),
        Column(name="decision", meaning="What was decided, such as approved or rejected."),
        Column(
            name="decided_at",
            meaning="When it was decided, as the record claims.",
            type=ColumnType.TIME,
            required=True,
        ),
        Column(
            name="recorded_at",
            meaning="When the tool wrote the decision, as a stamp that nobody types in.",
            type=ColumnType.TIME,
        ),
    ),
)
