"""The clauses that were looked at, as OSCAL's reviewed controls."""

from collections.abc import Iterable

from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.pieces import Piece, line


def reviewed_controls(given: Given) -> Piece:
    """Every clause of every edition that the run knows, a selection for each edition."""
    by_edition: dict[str, list[str]] = {}
    for clause in given.results.clauses:
        by_edition.setdefault(clause.criteria, []).append(given.control(clause.criteria, clause.id))
    titles = {one.id: one.title for one in given.results.audit.editions}
    selections = [
        {"description": line(titles.get(edition, edition), "The criteria"), **_included(controls)}
        for edition, controls in by_edition.items()
    ]
    return {
        "description": "Clauses by number. Which of them were judged, and by what, is told by the observations of the type clause.",
        "control-selections": selections or [{"include-all": {}}],
    }


def related_controls(controls: Iterable[str]) -> Piece | None:
    """The controls on which an activity bears; None if there is none."""
    found = list(controls)
    return {"control-selections": [_included(found)]} if found else None


def _included(controls: Iterable[str]) -> Piece:
    return {"include-controls": [{"control-id": one} for one in dict.fromkeys(controls)]}
