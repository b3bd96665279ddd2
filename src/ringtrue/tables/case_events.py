"""What happened to each case, step by step."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import CASE_STATES

TABLE = Table(
    name="case_events",
    meaning="What happened to each case, step by step, as the tool's history tells it,"
    " one row for each event.",
    unique_id=False,
    columns=(
        Column(name="case", meaning="The case to which it happened.", required=True, references="cases"),
        Column(
            name="at",
            meaning="When it happened, as the history claims.",
            type=ColumnType.TIME,
            required=True,
        ),
        Column(
            name="sequence",
            meaning="The place of the event among those of the same case and time, lowest first.",
            type=ColumnType.INTEGER,
        ),
        Column(
            name="recorded_at",
            meaning="When the tool wrote the event, as a stamp that nobody types in.",
            type=ColumnType.TIME,
        ),
        Column(
            name="activity",
            meaning="What was done, in one of the fixed words; a wait or a resolution begins with its event.",
            values=(
                "registered",
                "classified",
                "assigned",
                "work_started",
                "note",
                "message_to_user",
                "reply_from_user",
                "waiting",
                "resumed",
                "field_changed",
                "escalated",
                "linked",
                "resolved",
                "confirmed",
                "reopened",
                "closed",
            ),
        ),
        Column(name="raw_activity", meaning="What was done, in the tool's own words."),
        Column(
            name="state",
            meaning="Where the case stood after the event, in one of the fixed words.",
            values=CASE_STATES,
        ),
        Column(name="raw_state", meaning="Where the case stood after the event, in the tool's own words."),
        Column(
            name="actor",
            meaning="Who did it: a person of the provider, the user, or automation.",
            references="parties",
        ),
        Column(
            name="team",
            meaning="The team to which the case was assigned after the event; not the team of whoever acted.",
            references="parties",
        ),
        Column(
            name="acting_team",
            meaning="The team of whoever acted; not the team to which the case was assigned.",
            references="parties",
        ),
        Column(
            name="field",
            meaning="The field that was changed, by the name of its column in the table cases where it"
            " has one.",
        ),
        Column(name="old", meaning="What stood in the changed field before."),
        Column(name="new", meaning="What stood in the changed field afterwards."),
        Column(name="note", meaning="What was written with the event: a work note or a message."),
    ),
)
