"""What was answered in interviews, and how well it was understood."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="answers",
    meaning="What was answered in interviews, one row for each question and rater.",
    unique_id=False,
    columns=(
        Column(
            name="interview",
            meaning="The interview in which it was said.",
            required=True,
            references="interviews",
        ),
        Column(
            name="question",
            meaning="The question that was answered.",
            required=True,
            references="questions",
        ),
        Column(name="text", meaning="The answer as the auditor noted it."),
        Column(
            name="score",
            meaning="How well the answer shows understanding, from 0 (none) to 4 (full);"
            " passed from 2.5 in the mean of the raters.",
            type=ColumnType.NUMBER,
            unit="points from 0 to 4",
        ),
        Column(
            name="rater",
            meaning="Who gave the score; each rater scores without knowing the other's.",
            references="parties",
        ),
        Column(
            name="corroborated_by",
            meaning="The record or observation that bears the answer out; empty if there is none yet.",
        ),
    ),
)
