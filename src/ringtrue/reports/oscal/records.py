"""What people observed: evidence, samples, interviews with their answers."""

from collections.abc import Iterator, Mapping

from ringtrue.model.evidence import Evidence, Obtained
from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.interviews import interviewed
from ringtrue.reports.oscal.pieces import Piece, line, moment, props, prose, string, without_empty
from ringtrue.reports.oscal.samples import sampled

METHODS: Mapping[Obtained, str] = {
    "examined": "EXAMINE",
    "observed": "EXAMINE",
    "confirmed": "EXAMINE",
    "interviewed": "INTERVIEW",
    "recomputed": "TEST",
}
"""How evidence was obtained, in OSCAL's three words: watching work and a third party's confirmation count as examining."""


def recorded(given: Given) -> Iterator[Piece]:
    """Evidence, samples, interviews and answers, each in the order in which they were recorded."""
    for one in given.evidence.values():
        yield _evidence(given, one)
    yield from sampled(given)
    yield from interviewed(given)


def evidence_id(given: Given, id: str) -> str:
    """The id of the observation of a piece of evidence."""
    return given.ids.thing("evidence", id)


def _evidence(given: Given, one: Evidence) -> Piece:
    numbers = {
        "evidence": one.id,
        "obtained": one.obtained,
        "event-on": one.event_on,
        "event-until": one.event_until,
        "document-on": one.document_on,
        "captured-at": one.captured_at,
        "verified": one.is_verified,
        "verified-at": one.verified_at,
        "place": one.place,
        "given-by": one.party,
        "record": one.record,
        "source-file": one.source_file,
        "source-row": one.source_row,
        "sha256": one.sha256,
        "lead": one.lead,
    }
    return without_empty(
        {
            "uuid": evidence_id(given, one.id),
            "title": line(f"Evidence {one.id}"),
            "description": prose(one.shows) or "-",
            "props": props(numbers),
            "methods": [METHODS[one.obtained]],
            "types": ["evidence"],
            "origins": given.people.origins(
                one.collected_by, one.verified_by if one.verified_by != one.collected_by else None
            ),
            "relevant-evidence": [_kept(given, one)],
            "collected": moment(one.captured_at) or given.known_until,
        }
    )


def _kept(given: Given, one: Evidence) -> Piece:
    """The content kept in the audit folder, else the source row, else the place where it was seen."""
    place = f"records/evidence/{one.sha256}" if one.sha256 else None
    href = given.href(place) if place else None
    if not place and one.source_file:
        href = given.href_of_source(one.source_file)
    told = ", ".join(
        string(part)
        for part in (one.record, one.source_file and f"{one.source_file} row {one.source_row}", one.place)
        if part
    )
    return without_empty({"href": href, "description": prose(told) or "-"})
