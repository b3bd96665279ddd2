"""The documents of the system, with what stands in them."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from ringtrue.simulation.calendar import DAY, MINUTE, moment
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.document_texts import DOCUMENTS, Document
from ringtrue.simulation.papers.rows import Row, Rows

REVIEW_DAYS = 365


def documents(organisation: Organisation) -> Rows:
    """The register of documents."""
    owner = owners(organisation)
    return [
        {
            "id": one.id,
            "title": one.title,
            "kind": one.kind,
            "clauses": one.clauses,
            "owner": owner[one.id],
            "status": "in force",
            "review_days": REVIEW_DAYS,
        }
        for one in DOCUMENTS
    ]


def owners(organisation: Organisation) -> Mapping[str, str]:
    """Who answers for each document."""
    return {one.id: organisation.people.offices[one.office].id for one in DOCUMENTS}


def document_versions(organisation: Organisation) -> Rows:
    """Two versions of each document, the second one rewritten in part."""
    return [row for place, one in enumerate(DOCUMENTS) for row in _versions(organisation, one, place)]


def _versions(organisation: Organisation, one: Document, place: int) -> Iterator[Row]:
    approver = organisation.people.offices["cio" if one.office != "cio" else "quality"].id
    dice = organisation.dice.of("document", one.id)
    second = organisation.begins + timedelta(days=14 + 29 * place)
    for version, day, text in (
        ("1.0", second - timedelta(days=dice.whole(250, 350)), f"{one.text} {one.earlier}"),
        ("2.0", second, f"{one.text} {one.later}"),
    ):
        approved = moment(day, f"{dice.whole(9, 16)}:{dice.whole(10, 59)}")
        yield {
            "document": one.id,
            "version": version,
            "text": text,
            "approved_by": approver,
            "approved_at": approved,
            "recorded_at": approved + dice.whole(1, 90) * MINUTE,
            "next_review_at": approved + REVIEW_DAYS * DAY,
        }
