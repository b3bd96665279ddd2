"""Findings, evidence and dispositions as rows of the log, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from ringtrue.model.criteria import Clause, Criteria
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Disposition, Extent, Finding, Requirement
from ringtrue.model.place import file_of
from ringtrue.reports.language import Words

_DAYS = ("event_on", "event_until", "document_on", "captured_at", "verified_at")
_KEPT = ("file", "sha256", "size")
"""Set by Ringtrue alone."""


def finding_row(finding: Finding) -> dict[str, Any]:
    """The values of a row."""
    required, extent = finding.requirement or Requirement(), finding.extent
    return {
        **asdict(finding),
        "criteria": required.criteria,
        "clause": required.clause,
        "rule": required.rule,
        "required": required.text,
        "found": extent.found if extent else None,
        "looked_at": extent.looked_at if extent else None,
        "outcome_concern": finding.outcome_concern or None,
    }


def finding_from(row: Mapping[str, Any], id: str, by: str, before: Finding | None) -> Finding:
    """The finding that a row tells. What the log does not hold stays as it was ``before``; who filled it wrote it, else it is said."""
    return Finding(
        id=id,
        statement=row["statement"] or "",
        requirement=_requirement(row),
        evidence=row["evidence"],
        extent=_extent(row),
        grade=row["grade"],
        grade_reason=row["grade_reason"] or "",
        written_by=row["written_by"] or by,
        graded_by=row["graded_by"],
        reviewed_by=row["reviewed_by"],
        dissent=row["dissent"] or "",
        outcome_concern=bool(row["outcome_concern"]),
        service=row["service"],
        clauses=row["clauses"],
        lead=row["lead"],
        procedure=before.procedure if before else None,
        run=before.run if before else None,
    )


def stated(clause: Clause, told: Words = str) -> str:
    """What a clause asks for, in the own words of the criteria, told in a language."""
    title = told(clause.title)
    return f"{title}: {told(clause.intent)}" if clause.intent else title


def with_clause_text(row: Mapping[str, Any], criteria: Sequence[Criteria]) -> dict[str, Any]:
    """The row with the clause's own words where it names a clause and does not say what that asks for."""
    if row["required"] or not row["clause"]:
        return dict(row)
    of = [one for one in criteria if row["criteria"] in (None, one.id)]
    found = [(one, clause) for one in of for clause in one.clauses if clause.id == row["clause"]]
    if len(found) != 1:
        return dict(row)
    return {**row, "criteria": found[0][0].id, "required": stated(found[0][1])}


def evidence_from(
    row: Mapping[str, Any], id: str, before: Evidence | None, hashes: Mapping[str, str]
) -> Evidence:
    """The evidence that a row tells; a moment that was recorded stays where the row names its day."""
    told = {name: row[name] for name in row if name not in (*_KEPT, "id")}
    if before:
        for name in _DAYS:
            was = getattr(before, name)
            told[name] = was if was and told[name] == was[:10] else told[name]
        kept = {name: getattr(before, name) for name in _KEPT}
    else:
        kept = {"sha256": hashes.get(file_of(row["source_file"], hashes) or "")}
    texts = {
        name: told[name] or ""
        for name in ("shows", "event_on", "captured_at", "collected_by", "place", "obtained")
    }
    number = told["source_row"]
    known = {one.name for one in fields(Evidence)}
    values = {**told, **kept, **texts, "source_row": int(number) if number is not None else None}
    evidence = Evidence(id=id, **{name: value for name, value in values.items() if name in known})
    moved = before is not None and not before.file and evidence.source_file != before.source_file
    return (
        replace(evidence, sha256=hashes.get(file_of(evidence.source_file, hashes) or ""))
        if moved
        else evidence
    )


def disposition_from(row: Mapping[str, Any], by: str, run: str | None) -> Disposition:
    """What a row says became of a lead."""
    return Disposition(
        id=row["lead"],
        lead=row["lead"],
        outcome=row["outcome"],
        reason=row["reason"] or "",
        by=row["by"] or by,
        run=run,
    )


def is_blank(row: Mapping[str, Any], *besides: str) -> bool:
    """Whether a row holds nothing besides these fields."""
    return all(value in (None, "", ()) for name, value in row.items() if name not in besides)


def _requirement(row: Mapping[str, Any]) -> Requirement | None:
    if not any(row[name] for name in ("clause", "rule", "required")):
        return None
    return Requirement(
        criteria=row["criteria"], clause=row["clause"], rule=row["rule"], text=row["required"] or ""
    )


def _extent(row: Mapping[str, Any]) -> Extent | None:
    found, looked_at = row["found"], row["looked_at"]
    if found is None and looked_at is None:
        return None
    return Extent(found=int(found or 0), looked_at=int(looked_at or 0))
