"""The questions of the audit, and who may be asked them."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import ROLES

TABLE = Table(
    name="questions",
    meaning="The questions that auditors put in interviews, and which roles can answer them, one row each.",
    columns=(
        Column(name="id", meaning="The id by which answers name this question.", required=True),
        Column(name="text", meaning="The words in which the question is put.", required=True),
        Column(name="lesson", meaning="Which of the audit's lessons it serves, such as L3."),
        Column(
            name="clauses",
            meaning="The numbers of the clauses that it bears on.",
            type=ColumnType.LIST,
        ),
        Column(
            name="allowed_roles",
            meaning="The roles that can know the answer, in the fixed words of role_assignments.role;"
            " others are not to be asked.",
            type=ColumnType.LIST,
            values=ROLES,
        ),
        Column(
            name="concept",
            meaning="What has to be understood to answer it well, such as whom one's work serves.",
        ),
        Column(
            name="open",
            meaning="Whether it leaves the answer open, rather than asking for yes or no.",
            type=ColumnType.BOOLEAN,
        ),
        Column(name="expected_evidence", meaning="Which records or observations would bear the answer out."),
    ),
)
