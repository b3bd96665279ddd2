"""Days on which a calendar's hours do not count."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="holidays",
    meaning="Days on which the hours of a calendar do not count, one row for each calendar and day.",
    unique_id=False,
    columns=(
        Column(
            name="calendar",
            meaning="The calendar whose hours do not count on that day.",
            required=True,
            references="calendars",
        ),
        Column(
            name="day",
            meaning="The day, as a date in the calendar's own time zone.",
            type=ColumnType.DATE,
            required=True,
        ),
    ),
)
