"""The versions of each document, with their text."""

from ringtrue.tables.declaration import Column, ColumnType, Table

TABLE = Table(
    name="document_versions",
    meaning="The versions of each document with their text, one row for each version.",
    unique_id=False,
    columns=(
        Column(
            name="document",
            meaning="The document of which it is a version.",
            required=True,
            references="documents",
        ),
        Column(
            name="version", meaning="The version's number or name, as the document bears it.", required=True
        ),
        Column(
            name="text",
            meaning="The whole text of this version; empty if the export left the content out.",
        ),
        Column(name="approved_by", meaning="Who released this version.", references="parties"),
        Column(
            name="approved_at",
            meaning="When it was released, as the document claims.",
            type=ColumnType.TIME,
        ),
        Column(
            name="recorded_at",
            meaning="When the tool wrote this version, as a stamp that nobody types in.",
            type=ColumnType.TIME,
        ),
        Column(
            name="next_review_at",
            meaning="When this version says that it is to be reviewed next.",
            type=ColumnType.TIME,
        ),
    ),
)
