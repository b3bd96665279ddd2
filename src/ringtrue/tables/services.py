"""The services that the provider offers, as its catalogue lists them."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import LEVELS

TABLE = Table(
    name="services",
    meaning="The services that the provider offers, as its catalogue lists them, one row each.",
    columns=(
        Column(name="id", meaning="The service's id in the catalogue.", required=True),
        Column(name="name", meaning="The name by which customers know it.", required=True),
        Column(
            name="owner",
            meaning="Who is accountable for the service from end to end.",
            references="parties",
        ),
        Column(
            name="criticality",
            meaning="How much its loss would hurt the customer.",
            values=LEVELS,
        ),
        Column(
            name="status",
            meaning="Where it is in its life: being designed, in use by customers, or withdrawn.",
            values=("live", "design", "retired"),
        ),
        Column(
            name="live_from",
            meaning="When customers could first use it.",
            type=ColumnType.TIME,
        ),
        Column(
            name="intended_outcome",
            meaning="The result that the customer is to get from it, in the catalogue's words;"
            " a list of technical components is none.",
        ),
        Column(name="parent", meaning="The service of which this one is a part.", references="services"),
        Column(
            name="calendar",
            meaning="The hours in which the service is promised, its service hours.",
            references="calendars",
        ),
    ),
)
