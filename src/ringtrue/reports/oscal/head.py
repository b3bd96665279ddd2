"""What stands at the head and the end of both files: metadata, and the resources that they point to."""

from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.limits import remarks
from ringtrue.reports.oscal.pieces import Piece, line, props, string, without_empty

OSCAL_VERSION = "1.1.3"


def metadata(given: Given, title: str) -> Piece:
    """Title, version (the run's id), roles and parties, and what OSCAL cannot express."""
    audit, people = given.results.audit, given.people
    organisation = {
        "uuid": given.ids.thing("party", "organisation"),
        "type": "organization",
        "name": string(audit.organisation, "the organisation audited"),
    }
    return without_empty(
        {
            "title": line(f"{title}: {audit.title}"),
            "last-modified": given.known_until,
            "version": string(given.results.run),
            "oscal-version": OSCAL_VERSION,
            "props": props(
                {
                    "run": given.results.run,
                    "ringtrue-version": given.results.version,
                    "timezone": audit.timezone,
                    "period-from": audit.period[0] if audit.period else None,
                    "period-to": audit.period[1] if audit.period else None,
                    "records-from": audit.records[0] if audit.records else None,
                    "records-to": audit.records[1] if audit.records else None,
                    "method": audit.method.id if audit.method else None,
                }
            ),
            "roles": [{"id": "auditee", "title": "auditee"}, *people.roles()],
            "parties": [organisation, *people.parties()],
            "responsible-parties": [
                {"role-id": "auditee", "party-uuids": [organisation["uuid"]]},
                *people.responsible(),
            ],
            "remarks": remarks(),
        }
    )


def back_matter(given: Given) -> Piece:
    """The sources with their hashes, the criteria, and the service management system itself."""
    return {"resources": [_system(given), *_criteria(given), *_sources(given)]}


def _system(given: Given) -> Piece:
    return {
        "uuid": given.ids.thing("resource", "system"),
        "title": line(
            f"Service management system of {given.results.audit.organisation or 'the organisation'}"
        ),
        "description": "What is audited. There is no system security plan of it.",
    }


def _criteria(given: Given) -> list[Piece]:
    return [
        without_empty(
            {
                "uuid": given.ids.thing("criteria", one.id),
                "title": line(one.title),
                "props": props({"criteria": one.id, "edition": one.edition, "amendment": one.amendment}),
                "citation": {"text": line(one.attribution or one.title)},
            }
        )
        for one in given.results.audit.editions
    ]


def _sources(given: Given) -> list[Piece]:
    return [
        without_empty(
            {
                "uuid": given.ids.said("source", one.file),
                "title": line(one.file),
                "props": props(
                    {
                        "rows": one.rows,
                        "loaded": one.loaded,
                        "rejected": one.rejected,
                        "issues": one.issues,
                        "importer": one.importer,
                        "error": one.error,
                    }
                ),
                "rlinks": [
                    {
                        "href": given.href(
                            one.file if one.file.startswith("records/") else f"sources/{one.file}"
                        ),
                        "hashes": [{"algorithm": "SHA-256", "value": one.sha256}],
                    }
                ],
                "remarks": "\n\n".join(map(line, one.assumptions)),
            }
        )
        for one in given.results.sources
    ]
