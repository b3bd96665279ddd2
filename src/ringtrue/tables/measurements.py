"""The readings of the measures."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="measurements",
    meaning="The readings of the measures, one row for each measure and period.",
    unique_id=False,
    columns=(
        Column(name="measure", meaning="The measure that was read.", required=True, references="measures"),
        Column(
            name="period_start",
            meaning="The beginning of the time that the reading covers.",
            type=ColumnType.TIME,
            required=True,
        ),
        Column(
            name="period_end",
            meaning="The end of the time that the reading covers.",
            type=ColumnType.TIME,
            required=True,
        ),
        Column(
            name="value",
            meaning="The reading that was reported, never recomputed.",
            type=ColumnType.NUMBER,
            required=True,
            unit="as the measure's column unit says",
        ),
        Column(
            name="reported_status",
            meaning="The colour that the report showed for it, whatever the value says.",
            values=("green", "amber", "red"),
        ),
    ),
)
