"""Plan, evidence, findings and what became of leads."""

from collections.abc import Mapping as Named
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ringtrue.engine.audit.audit_folder import AuditFolder, write_whole
from ringtrue.engine.records.journal import Journal

if TYPE_CHECKING:
    from ringtrue.engine.records.evidence_store import Stored
    from ringtrue.model.evidence import Evidence
    from ringtrue.model.finding import Disposition
    from ringtrue.model.plan import Plan, ServiceInPlan
    from ringtrue.papers.findings.drafting import Drafted
    from ringtrue.papers.findings.records import Records


def draft_finding(
    folder: AuditFolder,
    lead: str,
    by: str,
    at: str,
    language: str = "en",
    most: int = 10,
    journal: Journal | None = None,
) -> "Drafted":
    """Record a draft of a finding from a lead of the last run, with at most so many records as evidence to verify."""
    from ringtrue.papers.findings.drafting import draft_finding as draft

    return draft(folder, lead, by, at, language, most, journal)


def add_evidence(folder: AuditFolder, path: Path, told: Named[str, Any], by: str, at: str) -> "Evidence":
    """Keep a file as evidence and record what is ``told`` of it, by the fields of Evidence."""
    from ringtrue.papers.findings.adding import add_evidence as add

    return add(folder, path, told, by, at)


def records(folder: AuditFolder, journal: Journal | None = None) -> "Records":
    """The findings, evidence, dispositions, responses and the plan of an audit, and what is known when one of them is judged."""
    from ringtrue.papers.findings.records import records_of

    return records_of(folder, journal or Journal(folder))


def keep_evidence(folder: AuditFolder, path: Path) -> "Stored":
    """Keep the content of a file by its hash; EvidenceRefused if it cannot be. Nothing is recorded by it."""
    from ringtrue.engine.records.evidence_store import EvidenceStore

    return EvidenceStore(folder).put(path)


def kept_evidence(folder: AuditFolder, sha256: str) -> Path:
    """Where the content of that hash stands. ValueError if the hash is none."""
    from ringtrue.engine.records.evidence_store import EvidenceStore

    return EvidenceStore(folder).path_of(sha256)


def proposed_plan(folder: AuditFolder, journal: Journal | None = None, language: str = "en") -> "Plan":
    """The plan as it was recorded last; else one that holds what the audit folder knows, its services weighed by risk."""
    from ringtrue.papers.paper import Wanted
    from ringtrue.papers.plan.write import current_plan

    return current_plan(
        Wanted(folder=folder, journal=journal or Journal(folder), language=language, options={})
    )


def proposed_services(folder: AuditFolder) -> tuple["ServiceInPlan", ...]:
    """The services of the catalogue as the records weigh them now, whatever was planned."""
    from ringtrue.papers.paper import Wanted
    from ringtrue.papers.plan.write import weighed_services

    return weighed_services(Wanted(folder=folder, journal=Journal(folder), language="en", options={}))


def change_plan(folder: AuditFolder, plan: "Plan") -> None:
    """Write what a plan says of period, criteria and scope into ``audit.toml``; runs from then on judge by it. WrongUse where it cannot be done.

    The scope is written where a service is left out.
    """
    from ringtrue.engine.audit.plan_text import with_plan

    inside = [one.service for one in plan.services if one.in_scope]
    scope = inside if len(inside) < len(plan.services) else []
    text = folder.audit_file.read_text("utf-8-sig")
    write_whole(folder.audit_file, with_plan(text, plan.criteria, scope, plan.period))


def dispose(
    folder: AuditFolder,
    lead: str,
    outcome: str,
    reason: str,
    by: str,
    at: str,
    journal: Journal | None = None,
) -> "Disposition":
    """Record what became of a lead: ``verified``, ``explained`` or ``not_pursued``."""
    from ringtrue.papers.findings.adding import dispose as record_disposition

    return record_disposition(folder, lead, outcome, reason, by, at, journal)
