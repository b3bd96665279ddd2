"""Who completed which training."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="training_records",
    meaning="Who was to take or completed which training, one row for each person and course.",
    unique_id=False,
    columns=(
        Column(name="party", meaning="The person who is to be trained.", required=True, references="parties"),
        Column(name="course", meaning="The training, by its name or number.", required=True),
        Column(
            name="completed_at",
            meaning="When it was completed; empty if it was not.",
            type=ColumnType.TIME,
        ),
    ),
)
