"""Who approved what."""

from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers.documents import document_versions, owners
from ringtrue.simulation.papers.rows import Row, Rows


def approvals(organisation: Organisation) -> Rows:
    """One approval for each change and each version of a document, in order of decision."""
    found: list[Row] = [
        {
            "object_kind": "change",
            "object": change.id,
            "requester": change.requester,
            "approver": change.approver,
            "decision": "approved",
            "decided_at": change.approved,
            "recorded_at": change.approved + organisation.dice.of("recorded", change.id).whole(1, 400),
        }
        for change in organisation.changes
    ]
    owner = owners(organisation)
    found += [
        {
            "object_kind": "document",
            "object": f"{row['document']} {row['version']}",
            "requester": owner[row["document"]],
            "approver": row["approved_by"],
            "decision": "approved",
            "decided_at": row["approved_at"],
            "recorded_at": row["recorded_at"],
        }
        for row in document_versions(organisation)
        if row["approved_at"] is not None
    ]
    found.sort(key=lambda row: (row["decided_at"], row["object"]))
    return [{"id": f"AP{place:04}", **row} for place, row in enumerate(found, 1)]
