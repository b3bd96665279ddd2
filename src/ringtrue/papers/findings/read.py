"""Reads the finding log back: what can stand is taken, what cannot is named with its row and what to do."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ringtrue.method.findings.dispositions import disposition_refusals
from ringtrue.method.findings.evidence import evidence_refusals
from ringtrue.method.findings.known import Known
from ringtrue.method.findings.refuse import refusals
from ringtrue.model.entry import NewEntry, to_content
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Refusal
from ringtrue.model.place import file_of
from ringtrue.papers.filled import Problem
from ringtrue.papers.findings.forms import EVIDENCE, FINDINGS, LEADS
from ringtrue.papers.findings.numbers import numbered
from ringtrue.papers.findings.records import Records, records_of
from ringtrue.papers.findings.refused import refused
from ringtrue.papers.findings.rows import (
    disposition_from,
    evidence_from,
    finding_from,
    is_blank,
    with_clause_text,
)
from ringtrue.papers.paper import ReadBack, Reading
from ringtrue.reports.language import words

FINDING_COLUMNS = {
    "no_statement": "statement",
    "person_named": "statement",
    "person_in_reason": "grade_reason",
    "person_in_dissent": "dissent",
    "remedy": "statement",
    "no_requirement": "clause",
    "concern_is_no_nonconformity": "outcome_concern",
    "clause": "clause",
    "unknown_evidence": "evidence",
    "evidence_changed": "evidence",
    "no_verified_evidence": "evidence",
    "no_evidence": "evidence",
    "extent": "found",
    "no_grade": "grade",
    "no_grade_reason": "grade_reason",
    "no_grader": "graded_by",
    "hidden_breach": "grade",
    "no_author": "written_by",
    "own_review": "reviewed_by",
    "own_work": "written_by",
}
EVIDENCE_COLUMNS = {
    "incomplete": "shows",
    "obtained": "obtained",
    "date": "event_on",
    "verification": "verified_by",
    "source": "source_file",
}
LEAD_COLUMNS = {
    "unknown_lead": "lead",
    "outcome": "outcome",
    "no_reason": "reason",
    "no_name": "by",
    "person_named": "reason",
}


@dataclass
class Taken:
    """What was taken so far, and what was not."""

    entries: list[NewEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read(reading: Reading) -> ReadBack:
    """Evidence first, then what became of the leads, then the findings, which rest on both."""
    records = records_of(reading.folder, reading.journal)
    taken = Taken()
    evidence = read_evidence(reading, records, taken)
    known = replace(records.known, evidence={**records.evidence, **evidence})
    known = _dispositions(reading, records, known, taken)
    _findings(reading, records, known, taken)
    return ReadBack(entries=taken.entries, problems=taken.problems)


def read_evidence(reading: Reading, records: Records, taken: Taken) -> dict[str, Evidence]:
    """The evidence of the workbook that can stand, by its number."""
    told = words(reading.filled.about.get("language", "en"))
    rows, wrong = EVIDENCE.read(reading.filled, told)
    taken.problems += wrong
    found: dict[str, Evidence] = {}
    names = records.names
    fresh, hashes = numbered("E", [*records.evidence, *_ids(rows)]), source_hashes(records)
    for row, values in rows:
        if is_blank(values, "id"):
            continue
        id = values["id"] or _same(records.evidence, "shows", values["shows"]) or next(fresh)
        evidence = evidence_from(values, id, records.evidence.get(id), hashes)
        against = [
            *_meanwhile(reading, records, "evidence", id, evidence),
            *evidence_refusals(evidence, names),
        ]
        against += list(_source(evidence, hashes))
        taken.problems += refused(EVIDENCE, row, against, EVIDENCE_COLUMNS, told)
        if not against:
            found[id] = evidence
            taken.entries.append(_entry(reading, "evidence", id, evidence))
    return found


def source_hashes(records: Records) -> dict[str, str]:
    """The SHA-256 of each source file as it was received."""
    place = records.folder.sources / "sources.json"
    hashes: dict[str, str] = json.loads(place.read_text("utf-8"))["files"] if place.exists() else {}
    return hashes


def _dispositions(reading: Reading, records: Records, known: Known, taken: Taken) -> Known:
    told = words(reading.filled.about.get("language", "en"))
    rows, wrong = LEADS.read(reading.filled, told)
    taken.problems += wrong
    outcomes = dict(known.dispositions)
    for row, values in rows:
        if is_blank(values, "lead", "statement", "clauses"):
            continue
        run = reading.filled.about.get("run") or None
        before = records.dispositions.get(values["lead"] or "")
        disposition = disposition_from(values, reading.by, before.run if before else run)
        against = disposition_refusals(disposition, records.leads, known.names)
        taken.problems += refused(LEADS, row, against, LEAD_COLUMNS, told)
        if not against:
            outcomes[disposition.lead] = disposition.outcome
            taken.entries.append(_entry(reading, "disposition", disposition.id, disposition))
    return replace(known, dispositions=outcomes)


def _findings(reading: Reading, records: Records, known: Known, taken: Taken) -> None:
    told = words(reading.filled.about.get("language", "en"))
    rows, wrong = FINDINGS.read(reading.filled, told)
    taken.problems += wrong
    fresh = numbered("F", [*records.findings, *_ids(rows)])
    for row, values in rows:
        if is_blank(values, "id", "criteria", "written_by"):
            continue
        id = values["id"] or _same(records.findings, "statement", values["statement"]) or next(fresh)
        full = with_clause_text(values, records.criteria)
        finding = finding_from(full, id, reading.by, records.findings.get(id))
        against = [*_meanwhile(reading, records, "finding", id, finding), *refusals(finding, known)]
        taken.problems += refused(FINDINGS, row, against, FINDING_COLUMNS, told)
        if not against:
            taken.entries.append(_entry(reading, "finding", id, finding))


def _meanwhile(reading: Reading, records: Records, kind: str, id: str, new: object) -> Iterator[Refusal]:
    """Whether somebody else changed the record after this workbook was written."""
    entry = records.entries.get((kind, id))
    written = int(float(reading.filled.about.get("journal", "0") or 0))
    if entry is None or entry.seq <= written or entry.by == reading.by:
        return
    if to_content(new) != dict(entry.content):
        yield Refusal(
            "meanwhile",
            f"{id} was recorded by {entry.by} after this workbook was written.",
            "Write the paper again and fill in the new one; or give the row another number, if it is another record.",
        )


def _source(evidence: Evidence, hashes: Mapping[str, str]) -> Iterator[Refusal]:
    if evidence.source_file and not file_of(evidence.source_file, hashes):
        yield Refusal(
            "source",
            f'"{evidence.source_file}" is not among the sources of this audit.',
            "Write the name as it is in sources.json, or leave it empty and add the file with `ringtrue evidence`.",
        )


def _same(known: Mapping[str, Any], name: str, text: str | None) -> str | None:
    """The id of a record that says just this: a row without a number that is read twice is one record."""
    return next((id for id, one in known.items() if text and getattr(one, name) == text), None)


def _ids(rows: list[tuple[int, dict[str, Any]]]) -> list[str]:
    return [values["id"] for _, values in rows if values["id"]]


def _entry(reading: Reading, kind: str, id: str, record: object) -> NewEntry:
    return NewEntry(
        kind=kind, id=id, by=reading.by, at=reading.at, reason="finding log", content=to_content(record)
    )
