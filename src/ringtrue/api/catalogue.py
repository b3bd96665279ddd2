"""What there is of procedures, importers, reports, papers and criteria."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ringtrue import plugins
from ringtrue.criteria.read import all_criteria

if TYPE_CHECKING:
    pass


def listed(what: str) -> list[dict[str, Any]]:
    """What there is of ``procedures``, ``importers``, ``reports``, ``papers`` or ``criteria``: id, title, and for procedures their settings."""
    if what == "procedures":
        return [
            {
                "id": one.declaration.id,
                "title": one.title,
                "needs": {table: list(columns) for table, columns in one.declaration.needs.items()},
                "settings": [vars(setting) for setting in one.declaration.settings],
            }
            for one in plugins.procedures()
        ]
    if what == "importers":
        return [{"id": one.name, "title": one.title} for one in plugins.importers()]
    if what == "criteria":
        return [
            {
                **asdict(one.edition_of),
                "clauses": [{"id": clause.id, "title": clause.title} for clause in one.clauses],
            }
            for one in all_criteria().values()
        ]
    if what == "papers":
        from ringtrue.papers.kinds import kinds

        return [{"id": one.kind, "title": one.title} for one in kinds().values()]
    return [
        {"id": one.id, "title": one.title, "suffix": one.suffix, "templates": list(one.templates)}
        for one in plugins.reports()
    ]
