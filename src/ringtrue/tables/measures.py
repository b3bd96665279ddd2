"""What the organisation measures about its services."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import AS_UNIT_SAYS

_KINDS = ("activity", "output", "outcome")

TABLE = Table(
    name="measures",
    meaning="What the organisation measures about its services, its indicators, one row for each measure.",
    columns=(
        Column(name="id", meaning="The id by which readings and reviews name this measure.", required=True),
        Column(
            name="service",
            meaning="The service it is about; empty if it is about the whole system.",
            references="services",
        ),
        Column(
            name="requirements",
            meaning="The requirements whose fulfilment it shows.",
            type=ColumnType.LIST,
            references="requirements",
        ),
        Column(
            name="objective",
            meaning="The objective whose progress it shows.",
            references="objectives",
        ),
        Column(name="name", meaning="What the reports call it.", required=True),
        Column(name="definition", meaning="How it is computed, and from what."),
        Column(
            name="kind",
            meaning="What it tells, as the first rater sees it: how much was done (activity),"
            " what was delivered (output), or what the customer got from it (outcome).",
            values=_KINDS,
        ),
        Column(
            name="kind_second_rater",
            meaning="The same judgement by a second person who did not know the first one's.",
            values=_KINDS,
        ),
        Column(name="unit", meaning="The unit of the readings and of the target."),
        Column(
            name="direction",
            meaning="Which way is better: up if higher readings are good, down if lower ones are.",
            values=("up", "down"),
        ),
        Column(
            name="target",
            meaning="The reading that is to be reached.",
            type=ColumnType.NUMBER,
            unit=AS_UNIT_SAYS,
        ),
    ),
)
