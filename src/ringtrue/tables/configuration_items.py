"""The components under configuration control."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="configuration_items",
    meaning="The components under configuration control from which services are made, one row each.",
    columns=(
        Column(
            name="id",
            meaning="The configuration item's id in the configuration database.",
            required=True,
        ),
        Column(name="name", meaning="The name by which technicians know the component."),
        Column(name="kind", meaning="What sort of component it is, such as server, licence or application."),
        Column(
            name="service",
            meaning="The service that it supports first of all; further ones stand in service_dependencies.",
            references="services",
        ),
        Column(name="status", meaning="Where the component is in its life, as the tool says."),
        Column(
            name="verified_at",
            meaning="When somebody last checked the record against the real component;"
            " a mere change of the record is no check.",
            type=ColumnType.TIME,
        ),
    ),
)
