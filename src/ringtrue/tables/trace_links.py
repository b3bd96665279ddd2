"""Links between needs, requirements, targets, measures and objectives."""

from ringtrue.tables.declaration import Column, Table

_KINDS = ("need", "requirement", "target", "measure", "objective")

TABLE = Table(
    name="trace_links",
    meaning="Links between needs, requirements, targets, measures and objectives, where they come as a file"
    " of their own; one row each.",
    unique_id=False,
    columns=(
        Column(
            name="from_kind",
            meaning="What sort of record the link starts from.",
            required=True,
            values=_KINDS,
        ),
        Column(name="from", meaning="The id of the record that the link starts from.", required=True),
        Column(
            name="to_kind",
            meaning="What sort of record the link leads to.",
            required=True,
            values=_KINDS,
        ),
        Column(name="to", meaning="The id of the record that the link leads to.", required=True),
    ),
)
