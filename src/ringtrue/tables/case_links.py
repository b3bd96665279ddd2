"""Links between cases, changes and problems."""

from ringtrue.tables.declaration import Column, Table

_KINDS = ("case", "change", "problem")

TABLE = Table(
    name="case_links",
    meaning="Links between cases, changes and problems that people or the tool have set,"
    " one row for each link.",
    unique_id=False,
    columns=(
        Column(name="from", meaning="The id of the record that the link starts from.", required=True),
        Column(
            name="from_kind",
            meaning="What sort of record it starts from; a problem is also a row of the table cases.",
            values=_KINDS,
        ),
        Column(name="to", meaning="The id of the record that the link leads to.", required=True),
        Column(
            name="to_kind",
            meaning="What sort of record it leads to; a problem is also a row of the table cases.",
            values=_KINDS,
        ),
        Column(
            name="kind",
            meaning="How the link reads from the first record to the second: it is caused by it,"
            " is resolved by it,"
            " is the problem behind it, its duplicate, its child, or merely related to it.",
            required=True,
            values=("caused_by", "resolved_by", "problem_of", "duplicate_of", "child_of", "related"),
        ),
    ),
)
