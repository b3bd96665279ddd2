"""The controls that the organisation has set itself."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import ROLES

TABLE = Table(
    name="controls",
    meaning="The controls that the organisation has set itself and says it works by, one row each.",
    columns=(
        Column(name="id", meaning="The id by which control records name this control.", required=True),
        Column(name="document", meaning="The document that lays the control down.", references="documents"),
        Column(name="clause", meaning="The number of the clause that it serves."),
        Column(name="statement", meaning="What must be done, in the organisation's words.", required=True),
        Column(
            name="object_kind",
            meaning="What sort of thing it is carried out on.",
            values=("case", "change", "service"),
        ),
        Column(
            name="applies_to",
            meaning="Which of these things it holds for, as conditions column=value that must all be true;"
            " empty if for all.",
            type=ColumnType.LIST,
        ),
        Column(
            name="step",
            meaning="The step that must be there: an activity of case_events by its word, or any other name"
            " for what a control record on the thing shows.",
        ),
        Column(
            name="after_step",
            meaning="The step that must come before it; empty if the order does not matter.",
        ),
        Column(
            name="mandatory",
            meaning="Whether the step must be there each time.",
            type=ColumnType.BOOLEAN,
        ),
        Column(
            name="interval_days",
            meaning="After how many days it must be carried out again; empty if it follows events instead.",
            type=ColumnType.NUMBER,
            unit="days",
        ),
        Column(name="owner", meaning="Who is accountable for the control.", references="parties"),
        Column(
            name="entitled_roles",
            meaning="The roles whose holders may carry it out, in the fixed words of role_assignments.role.",
            type=ColumnType.LIST,
            values=ROLES,
        ),
        Column(
            name="recording_hours",
            meaning="Within how many hours the organisation's own rule wants it recorded.",
            type=ColumnType.NUMBER,
            unit="hours",
        ),
        Column(name="in_force_from", meaning="From when the control holds.", type=ColumnType.TIME),
        Column(
            name="in_force_to",
            meaning="Until when the control holds; empty while it still does.",
            type=ColumnType.TIME,
        ),
    ),
)
