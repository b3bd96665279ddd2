"""Adds evidence to the trail: judged by the method, its content kept by its hash."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ringtrue.api import source_hashes
from ringtrue.method.findings.evidence import evidence_refusals
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Refusal
from ringtrue.model.place import file_of
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.evidence.uploads import keep
from ringtrue.workbench.trail.desk import entry, write_new
from ringtrue.workbench.trail.known import known_records

DAYS = ("event_on", "event_until", "document_on", "captured_at")


def evidence_of(said: Mapping[str, Any], by: str) -> Evidence:
    """The evidence that a form says, not yet numbered."""
    told = {name: value or None for name, value in said.items() if name not in ("file", *DAYS)}
    days = {name: said[name].isoformat() if said.get(name) else None for name in DAYS}
    return Evidence(**{**told, **days, "id": "", "collected_by": by})


def refusals_of(audit: Audit, evidence: Evidence) -> tuple[Refusal, ...]:
    """Every reason why it cannot be taken."""
    known = known_records(audit)
    found = list(evidence_refusals(evidence, known.names))
    if evidence.source_file and not file_of(evidence.source_file, source_hashes(audit.folder)):
        told = f'"{evidence.source_file}" is not among the sources of this audit.'
        found.append(Refusal("source", told, "Write the name as it was imported, or give the file itself."))
    if evidence.lead and evidence.lead not in known.leads:
        found.append(
            Refusal("lead", f"The last run has no lead {evidence.lead}.", "Copy its id from the leads.")
        )
    return tuple(found)


def add(audit: Audit, evidence: Evidence, given: Any, by: str) -> str:
    """Keep its content, if there is any, and record it; its number. EvidenceRefused if the content cannot be kept."""
    if given:
        kept = keep(audit, given)
        evidence = replace(evidence, file=kept.file, sha256=kept.sha256, size=kept.size)
    elif evidence.source_file:
        hashes = source_hashes(audit.folder)
        evidence = replace(evidence, sha256=hashes.get(file_of(evidence.source_file, hashes) or ""))
    return write_new(
        audit,
        "evidence",
        "E",
        lambda id: entry("evidence", id, replace(evidence, id=id), by, "evidence added"),
    )
