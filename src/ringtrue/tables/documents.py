"""The documents of the service management system."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="documents",
    meaning="The documents of the service management system, as their register lists them, one row each.",
    columns=(
        Column(name="id", meaning="The document's number in the register.", required=True),
        Column(name="title", meaning="What the document is called.", required=True),
        Column(name="kind", meaning="What sort of document it is, such as policy, procedure or plan."),
        Column(
            name="clauses",
            meaning="The numbers of the clauses that it serves.",
            type=ColumnType.LIST,
        ),
        Column(name="owner", meaning="Who is accountable for its content.", references="parties"),
        Column(name="status", meaning="Whether it is draft, in force or withdrawn, as the register says."),
        Column(
            name="review_days",
            meaning="After how many days the organisation's own rule wants it reviewed again.",
            type=ColumnType.NUMBER,
            unit="days",
        ),
    ),
)
