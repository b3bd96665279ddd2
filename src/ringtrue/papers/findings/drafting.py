"""Drafts a finding from a lead of the last run into the journal: without a grade, with the records behind it as evidence to verify."""

from dataclasses import dataclass

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.event_days import event_days
from ringtrue.engine.records.journal import Journal
from ringtrue.engine.running.last_run import last_run
from ringtrue.method.findings.draft import Draft, Record, draft_from
from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.errors import WrongUse
from ringtrue.model.finding import Requirement
from ringtrue.papers.findings.numbers import highest, numbered
from ringtrue.papers.findings.read import source_hashes
from ringtrue.papers.findings.records import Records, records_of
from ringtrue.reports.language import words
from ringtrue.reports.working_papers import RunFolder

MOST_RECORDS = 10
"""Records that are proposed as evidence; which of them stand for the others is for the auditor to judge."""


@dataclass(frozen=True)
class Drafted:
    """A draft that was recorded: its number, its words, its evidence, and the requirements that it may rest on."""

    id: str
    statement: str
    evidence: tuple[str, ...]
    candidates: tuple[Requirement, ...]


def draft_finding(
    folder: AuditFolder,
    lead: str,
    by: str,
    at: str,
    language: str = "en",
    most: int = MOST_RECORDS,
    journal: Journal | None = None,
) -> Drafted:
    """Record a draft from a lead. WrongUse if the run has no such lead, or a finding came of it already.

    ``journal``: where the audit's records are kept; the audit folder's own where none is given.
    """
    journal = journal or Journal(folder)
    records = records_of(folder, journal)
    _check(records, lead)
    draft = _draft(folder, records, lead, by, at, language, most)
    new = [("evidence", one.id, one) for one in draft.proposals]
    entries = [
        NewEntry(
            kind=kind, id=id, by=by, at=at, reason=f"draft from the lead {lead}", content=to_content(one)
        )
        for kind, id, one in [*new, ("finding", draft.finding.id, draft.finding)]
    ]
    journal.append(entries)
    return Drafted(draft.finding.id, draft.finding.statement, draft.finding.evidence, draft.candidates)


def _draft(
    folder: AuditFolder, records: Records, lead: str, by: str, at: str, language: str, most: int
) -> Draft:
    found, procedure = records.leads[lead]
    assert records.results is not None
    return draft_from(
        found,
        procedure,
        records.criteria,
        _behind(folder, lead, most),
        id=next(numbered("F", records.findings)),
        first_evidence=highest(records.evidence) + 1,
        by=by,
        at=at,
        run=records.results.run,
        hashes=source_hashes(records),
        told=words(language),
    )


def _behind(folder: AuditFolder, lead: str, most: int) -> list[Record]:
    """The first records behind the lead, with the day of each."""
    run = last_run(folder)
    assert run is not None
    found = list(RunFolder(run).records([lead], most))
    days = event_days(
        folder, [(one.source_file, one.source_row) for one in found if one.source_file and one.source_row]
    )
    return [
        Record(
            item_kind=one.item_kind,
            item=one.item,
            reason=one.reason,
            source_file=one.source_file,
            source_row=one.source_row,
            happened_on=days.get((one.source_file or "", one.source_row or 0)),
        )
        for one in found
    ]


def _check(records: Records, lead: str) -> None:
    if records.results is None:
        raise WrongUse("nothing was run here yet. Run `ringtrue run` first.")
    if lead not in records.leads:
        from difflib import get_close_matches

        near = get_close_matches(lead, records.leads, 3)
        hint = f" Did you mean {', '.join(near)}?" if near else " The report and results.json name the leads."
        raise WrongUse(f"the last run has no lead {lead}.{hint}")
    there = next((one.id for one in records.findings.values() if one.lead == lead), None)
    if there:
        raise WrongUse(f"{there} came of this lead already. Go on with it in `ringtrue paper … findings`.")
