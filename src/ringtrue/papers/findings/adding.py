"""Adds evidence with its content, and says what became of a lead: into the journal."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.evidence_store import EvidenceStore
from ringtrue.engine.records.journal import Journal
from ringtrue.method.findings.dispositions import disposition_refusals
from ringtrue.method.findings.evidence import evidence_refusals
from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.errors import FindingRefused, WrongUse
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Disposition, Outcome, Refusal
from ringtrue.papers.findings.numbers import numbered
from ringtrue.papers.findings.records import records_of


def add_evidence(folder: AuditFolder, path: Path, told: Mapping[str, Any], by: str, at: str) -> Evidence:
    """Keep a file as evidence and record what is ``told`` of it, by the fields of Evidence.

    FindingRefused with every reason if the record cannot stand; then the file is not kept. EvidenceRefused if the file cannot be.
    """
    journal = Journal(folder)
    records = records_of(folder, journal)
    evidence = Evidence(
        **{
            "id": next(numbered("E", records.evidence)),
            "collected_by": by,
            "captured_at": at,
            "file": path.name,
            **{name: value for name, value in told.items() if value is not None},
        }
    )
    _accept(evidence.id, evidence_refusals(evidence, records.names))
    if evidence.lead and evidence.lead not in records.leads:
        raise WrongUse(
            f"the last run has no lead {evidence.lead}. The report and results.json name the leads."
        )
    stored = EvidenceStore(folder).put(path)
    kept = Evidence(**{**vars(evidence), "sha256": stored.sha256, "size": stored.size})
    _append(journal, "evidence", kept.id, kept, by, at, "evidence added")
    return kept


def dispose(
    folder: AuditFolder,
    lead: str,
    outcome: str,
    reason: str,
    by: str,
    at: str,
    journal: Journal | None = None,
) -> Disposition:
    """Record what became of a lead of the last run; FindingRefused with every reason if that cannot stand.

    ``journal``: where the audit's records are kept; the audit folder's own where none is given.
    """
    journal = journal or Journal(folder)
    records = records_of(folder, journal)
    run = records.results.run if records.results else None
    disposition = Disposition(
        id=lead, lead=lead, outcome=cast(Outcome, outcome), reason=reason, by=by, run=run
    )
    _accept(lead, disposition_refusals(disposition, records.leads, records.names))
    _append(journal, "disposition", lead, disposition, by, at, reason)
    return disposition


def _accept(id: str, refusals: tuple[Refusal, ...]) -> None:
    if refusals:
        raise FindingRefused(id, [str(one) for one in refusals], tuple(one.rule for one in refusals))


def _append(journal: Journal, kind: str, id: str, record: object, by: str, at: str, reason: str) -> None:
    journal.append([NewEntry(kind=kind, id=id, by=by, at=at, reason=reason, content=to_content(record))])
