"""What provider, customers and suppliers have agreed on in writing."""

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.vocabulary import SHARE

TABLE = Table(
    name="agreements",
    meaning="What the provider has agreed on in writing with its customers and suppliers, one row each.",
    columns=(
        Column(name="id", meaning="The id by which targets name this agreement.", required=True),
        Column(
            name="kind",
            meaning="With whom it is made: sla with a customer, ola with an internal supplier,"
            " underpinning_contract with an external one.",
            required=True,
            values=("sla", "ola", "underpinning_contract"),
        ),
        Column(name="service", meaning="The service that it is about.", references="services"),
        Column(
            name="customer",
            meaning="Who receives what is agreed: the customer of an sla, the provider in the other kinds.",
            references="parties",
        ),
        Column(
            name="supplier",
            meaning="Who delivers what is agreed; in an sla that is the provider, often left empty.",
            references="parties",
        ),
        Column(
            name="signed_by",
            meaning="Who accepted it for the receiving side.",
            references="parties",
        ),
        Column(name="agreed_at", meaning="When both sides accepted it.", type=ColumnType.TIME),
        Column(
            name="recorded_at",
            meaning="When the tool wrote the record, as a stamp that nobody types in.",
            type=ColumnType.TIME,
        ),
        Column(name="valid_from", meaning="From when it is in force.", type=ColumnType.TIME),
        Column(
            name="valid_to",
            meaning="Until when it is in force; empty if no end is agreed.",
            type=ColumnType.TIME,
        ),
        Column(
            name="satisfaction_target",
            meaning="The share of satisfied answers that was agreed; 0.8 means 80 percent.",
            type=ColumnType.NUMBER,
            unit=SHARE,
        ),
        Column(
            name="review_days",
            meaning="After how many days both sides agreed to review the service again.",
            type=ColumnType.NUMBER,
            unit="days",
        ),
    ),
)
