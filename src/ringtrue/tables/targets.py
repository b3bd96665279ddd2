"""The numbers that were promised, and on which clock they count."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import AS_UNIT_SAYS, CASE_KINDS, CASE_STATES, SHARE

TABLE = Table(
    name="targets",
    meaning="The numbers that were promised in agreements or requirements, one row for each number.",
    columns=(
        Column(name="id", meaning="The id by which target runs name this target.", required=True),
        Column(name="agreement", meaning="The agreement that promises it.", references="agreements"),
        Column(name="service", meaning="The service for which it is promised.", references="services"),
        Column(
            name="requirement",
            meaning="The requirement that it makes measurable.",
            references="requirements",
        ),
        Column(
            name="metric",
            meaning="What is measured, with its unit in the word: resolution_minutes, response_minutes,"
            " availability_percent or a word of the organisation's own.",
            required=True,
        ),
        Column(
            name="case_kind",
            meaning="The kind of case it holds for; empty if for all kinds.",
            values=CASE_KINDS,
        ),
        Column(
            name="priority",
            meaning="The priority it holds for, written as the cases write theirs; empty if for all.",
        ),
        Column(
            name="operator",
            meaning="How the reading compares with the value where the target is met: <=, <, >=, > or =.",
        ),
        Column(
            name="value",
            meaning="The number that was promised.",
            type=ColumnType.NUMBER,
            required=True,
            unit=AS_UNIT_SAYS,
        ),
        Column(
            name="unit",
            meaning="The unit of the value; where it is empty, the metric's word names it.",
        ),
        Column(
            name="attainment_target",
            meaning="The share of cases that must meet the value; 0.95 means 95 percent.",
            type=ColumnType.NUMBER,
            unit=SHARE,
        ),
        Column(
            name="calendar",
            meaning="The hours in which the clock of this target runs; empty if it runs day and night.",
            references="calendars",
        ),
        Column(
            name="pause_states",
            meaning="The states of a case in which the clock of this target stands still,"
            " in the fixed words of case_events.state.",
            type=ColumnType.LIST,
            values=CASE_STATES,
        ),
        Column(name="valid_from", meaning="From when the target is in force.", type=ColumnType.TIME),
        Column(
            name="valid_to",
            meaning="Until when the target is in force; empty while it still is.",
            type=ColumnType.TIME,
        ),
        Column(
            name="recorded_at",
            meaning="When the tool wrote the record, as a stamp that nobody types in;"
            " later than valid_from means that it was backdated.",
            type=ColumnType.TIME,
        ),
    ),
)
