"""Records that a control was carried out."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="control_records",
    meaning="Records that a control was carried out, one row for each time.",
    columns=(
        Column(name="id", meaning="The record's id.", required=True),
        Column(
            name="control",
            meaning="The control that was carried out.",
            required=True,
            references="controls",
        ),
        Column(
            name="object",
            meaning="The id of the case, change or service on which it was carried out; empty if on none.",
        ),
        Column(
            name="performed_at",
            meaning="When it was carried out, as the record claims.",
            type=ColumnType.TIME,
            required=True,
        ),
        Column(
            name="recorded_at",
            meaning="When the tool wrote the record, as a stamp that nobody types in.",
            type=ColumnType.TIME,
        ),
        Column(name="performed_by", meaning="Who carried it out.", references="parties"),
        Column(name="approved_by", meaning="Who checked and accepted the record.", references="parties"),
    ),
)
