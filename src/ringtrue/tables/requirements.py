"""What a service must do or be, as agreed."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import AS_UNIT_SAYS

TABLE = Table(
    name="requirements",
    meaning="What a service must do or be, as agreed with those who need it, one row for each requirement.",
    columns=(
        Column(
            name="id", meaning="The id by which targets and measures name this requirement.", required=True
        ),
        Column(name="service", meaning="The service that must fulfil it.", references="services"),
        Column(
            name="needs",
            meaning="The needs that it answers.",
            type=ColumnType.LIST,
            references="needs",
        ),
        Column(
            name="facet",
            meaning="The side of value it is about: utility is what the service does,"
            " the others how reliably and how well it does it.",
            values=(
                "utility",
                "availability",
                "capacity",
                "security",
                "continuity",
                "experience",
                "sustainability",
                "other",
            ),
        ),
        Column(name="statement", meaning="What must hold, in the organisation's words.", required=True),
        Column(name="metric", meaning="What is measured to know whether it holds."),
        Column(
            name="operator",
            meaning="How the reading compares with the target where the requirement holds:"
            " <=, <, >=, > or =.",
        ),
        Column(
            name="target",
            meaning="The value that the reading is compared with.",
            type=ColumnType.NUMBER,
            unit=AS_UNIT_SAYS,
        ),
        Column(name="unit", meaning="The unit of the target, such as minutes or percent."),
        Column(
            name="source_party",
            meaning="Who asked for it, which may be a customer, a law-giver or the provider itself;"
            " not who typed it in.",
            references="parties",
        ),
        Column(
            name="agreed_at",
            meaning="When the customer and the provider agreed on it.",
            type=ColumnType.TIME,
        ),
        Column(
            name="confirmed_at",
            meaning="When the customer last confirmed that it still holds.",
            type=ColumnType.TIME,
        ),
        Column(
            name="changed_at",
            meaning="When its substance last changed; a corrected spelling or a new date does not count.",
            type=ColumnType.TIME,
        ),
        Column(
            name="review_days",
            meaning="After how many days the organisation's own rule wants it confirmed again.",
            type=ColumnType.NUMBER,
            unit="days",
        ),
        Column(
            name="tested_at",
            meaning="When a test last showed whether it is fulfilled, such as a restore or a load test.",
            type=ColumnType.TIME,
        ),
        Column(
            name="test_interval_days",
            meaning="After how many days the organisation's own rule wants it tested again.",
            type=ColumnType.NUMBER,
            unit="days",
        ),
    ),
)
