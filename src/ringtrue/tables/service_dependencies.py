"""What each service rests on."""

from ringtrue.tables.declaration import Column, Table

TABLE = Table(
    name="service_dependencies",
    meaning="What each service rests on: other services, configuration items and suppliers,"
    " one row for each tie.",
    unique_id=False,
    columns=(
        Column(
            name="service",
            meaning="The service that needs the other thing in order to work.",
            required=True,
            references="services",
        ),
        Column(
            name="depends_on",
            meaning="The id of what it needs: a service, a configuration item or a party, as the kind says.",
            required=True,
        ),
        Column(
            name="kind",
            meaning="What sort of thing it needs; a supplier may be internal or external.",
            values=("service", "configuration_item", "supplier"),
        ),
    ),
)
