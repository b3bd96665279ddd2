"""What people observed: evidence and interviews."""

from collections.abc import Iterator, Mapping
from typing import Any

from ringtrue.model.evidence import Evidence, Obtained
from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.pieces import Piece, line, moment, props, prose, string, subjects, without_empty

METHODS: Mapping[Obtained, str] = {
    "examined": "EXAMINE",
    "observed": "EXAMINE",
    "confirmed": "EXAMINE",
    "interviewed": "INTERVIEW",
    "recomputed": "TEST",
}
"""How evidence was obtained, in OSCAL's three words: watching work and a third party's confirmation count as examining."""


def recorded(given: Given) -> Iterator[Piece]:
    """Evidence, then interviews, in the order in which they were recorded."""
    for one in given.evidence.values():
        yield _evidence(given, one)
    for id, interview in given.interviews.items():
        yield _interview(given, id, interview)


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
    if not place and one.source_file:
        place = f"sources/{one.source_file}"
    told = ", ".join(
        string(part)
        for part in (one.record, one.source_file and f"{one.source_file} row {one.source_row}", one.place)
        if part
    )
    return without_empty({"href": given.href(place) if place else None, "description": prose(told) or "-"})


def _interview(given: Given, id: str, one: Mapping[str, Any]) -> Piece:
    role = str(one.get("role") or "not known")
    person = one.get("party")
    who = given.people.party(person)
    return without_empty(
        {
            "uuid": given.ids.thing("interview", id),
            "title": line(f"Interview {id}"),
            "description": line(
                f"Interview with {given.people.pseudonym(person) or 'somebody'} as {role.replace('_', ' ')}."
            ),
            "props": props({"interview": id, "role": role, "held-at": one.get("held_at")}),
            "methods": ["INTERVIEW"],
            "types": ["interview"],
            "origins": given.people.origins(one.get("auditor")),
            "subjects": [
                *([{"subject-uuid": who, "type": "party"}] if who else []),
                *subjects([given.component(one.get("service"))]),
            ],
            "collected": moment(str(one.get("held_at") or "")) or given.known_until,
        }
    )
