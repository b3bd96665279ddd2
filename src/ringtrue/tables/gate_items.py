"""What had to be there before a change went on."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="gate_items",
    meaning="What had to be handed over before a change went live, one row for each change and item.",
    unique_id=False,
    columns=(
        Column(
            name="change",
            meaning="The change at whose gate the item was asked for.",
            required=True,
            references="changes",
        ),
        Column(
            name="item",
            meaning="What was asked for, such as acceptance evidence or operating instructions.",
            required=True,
        ),
        Column(
            name="required",
            meaning="Whether this change needed the item by the organisation's own rule.",
            type=ColumnType.BOOLEAN,
        ),
        Column(
            name="present",
            meaning="Whether the item was there when the gate was passed.",
            type=ColumnType.BOOLEAN,
        ),
        Column(
            name="recorded_at",
            meaning="When the tool wrote that the item was there.",
            type=ColumnType.TIME,
        ),
        Column(
            name="sent_back",
            meaning="Whether the receiving side sent it back as incomplete.",
            type=ColumnType.BOOLEAN,
        ),
    ),
)
