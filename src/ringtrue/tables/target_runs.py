"""How the tool timed its targets on each case."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="target_runs",
    meaning="How the tool timed its targets on each case, one row for each run of a clock.",
    unique_id=False,
    columns=(
        Column(name="case", meaning="The case that was timed.", required=True, references="cases"),
        Column(
            name="target",
            meaning="The target against which it was timed.",
            references="targets",
        ),
        Column(
            name="metric",
            meaning="What was timed, in the words of the targets, such as response_minutes.",
        ),
        Column(name="started_at", meaning="When the clock started.", type=ColumnType.TIME),
        Column(
            name="stopped_at",
            meaning="When the clock stopped for good; empty while it runs or pauses.",
            type=ColumnType.TIME,
        ),
        Column(
            name="due_at",
            meaning="When the target is missed, as the tool says now; some tools move it with every pause.",
            type=ColumnType.TIME,
        ),
        Column(
            name="original_due_at",
            meaning="When the target would have been missed without any pause, as set at the start.",
            type=ColumnType.TIME,
        ),
        Column(
            name="elapsed_minutes",
            meaning="The time that the tool counted, without the pauses.",
            type=ColumnType.NUMBER,
            unit="minutes",
        ),
        Column(
            name="paused_minutes",
            meaning="The time that the tool did not count because its clock was paused.",
            type=ColumnType.NUMBER,
            unit="minutes",
        ),
        Column(
            name="state",
            meaning="Where the clock stood at the time of the export.",
            values=("running", "paused", "met", "missed", "cancelled"),
        ),
        Column(
            name="reported_attained",
            meaning="Whether the tool claims that the target was met; never recomputed.",
            type=ColumnType.BOOLEAN,
        ),
    ),
)
