"""The services that the provider offers, as its catalogue lists them."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="services",
    meaning="The services that the provider offers, as its catalogue lists them.",
    columns=(
        Column(name="id", meaning="The service's id in the catalogue.", required=True),
        Column(name="name", meaning="The name by which customers know it.", required=True),
        Column(name="owner", meaning="Who is accountable for the service.", references="parties"),
        Column(
            name="criticality",
            meaning="How much its loss would hurt the customer.",
            values=("critical", "high", "medium", "low"),
        ),
        Column(name="status", meaning="Where it is in its life.", values=("live", "design", "retired")),
        Column(name="live_from", meaning="When it went live.", type=ColumnType.TIME),
        Column(name="intended_outcome", meaning="The result that the customer is to get, in the catalogue's words."),
        Column(name="parent", meaning="The service of which this one is a part.", references="services"),
        Column(name="calendar", meaning="The hours in which it is promised.", references="calendars"),
    ),
)
