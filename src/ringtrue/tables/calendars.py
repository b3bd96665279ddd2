"""Hours of the week in which a promise or a team counts."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="calendars",
    meaning="Hours of the week in which a promise counts or a team works, one row for each span of hours;"
    " the rows of one calendar share its id.",
    unique_id=False,
    columns=(
        Column(name="id", meaning="The calendar's id, which all of its rows share.", required=True),
        Column(
            name="zone",
            meaning="The time zone in which its hours are meant, such as Europe/Paris.",
            required=True,
        ),
        Column(
            name="weekday",
            meaning="The day of the week, from 1 for Monday to 7 for Sunday.",
            type=ColumnType.INTEGER,
            required=True,
        ),
        Column(
            name="opens",
            meaning="The local time at which the span begins.",
            type=ColumnType.CLOCK,
            required=True,
        ),
        Column(
            name="closes",
            meaning="The local time at which the span ends; 24:00 is the midnight at the end of the day.",
            type=ColumnType.CLOCK,
            required=True,
        ),
    ),
)
