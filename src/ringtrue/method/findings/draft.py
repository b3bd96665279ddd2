"""Drafts a finding from a lead: what could be required, what could be said, which records to verify. It gives no grade."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ringtrue.model.criteria import Criteria
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Extent, Finding, Requirement
from ringtrue.model.place import file_of
from ringtrue.model.result import Lead, ProcedureResult

CONCERNS = ("outcomes", "value")
"""The questions whose leads are about what customers get, which may be without a requirement."""

_PLACES = {"service": "Service {one}", "team": "Team {one}", "team_pair": "Teams {one} and {other}"}


@dataclass(frozen=True, kw_only=True)
class Record:
    """A record behind a lead: its kind and id, where it stands, and when it happened (ISO day), if that is known."""

    item_kind: str
    item: str
    reason: str
    source_file: str | None
    source_row: int | None
    happened_on: str | None = None


@dataclass(frozen=True)
class Draft:
    """A finding without a grade, the requirements that it may rest on, and evidence that is yet to be verified."""

    finding: Finding
    candidates: tuple[Requirement, ...]
    proposals: tuple[Evidence, ...]


def draft_from(
    lead: Lead,
    procedure: ProcedureResult,
    criteria: Sequence[Criteria],
    records: Sequence[Record],
    *,
    id: str,
    first_evidence: int,
    by: str,
    at: str,
    run: str,
    hashes: Mapping[str, str] | None = None,
    told: Callable[[str], str] = str,
) -> Draft:
    """The draft. Evidence is numbered from ``first_evidence``; ``hashes`` are those of the source files; ``told`` turns its
    sentences into another language. The requirement is left to the auditor to choose among the candidates.
    """
    proposals = tuple(
        _proposal(record, lead, f"E-{number:03d}", by, at, hashes or {}, told)
        for number, record in enumerate(records, first_evidence)
    )
    finding = Finding(
        id=id,
        statement=_statement(lead, procedure, told),
        evidence=tuple(one.id for one in proposals),
        extent=_extent(lead),
        written_by=by,
        outcome_concern=procedure.question in CONCERNS,
        service=lead.service,
        clauses=procedure.clauses,
        lead=lead.id,
        procedure=procedure.id,
        run=run,
    )
    return Draft(finding, candidates(procedure.clauses, criteria), proposals)


def candidates(clauses: Sequence[str], criteria: Sequence[Criteria]) -> tuple[Requirement, ...]:
    """The clauses as requirements in own words, in each of the criteria that has them."""
    return tuple(
        Requirement(criteria=one.id, clause=clause.id, text=f"{clause.title}: {clause.intent}".rstrip(": "))
        for one in criteria
        for clause in one.clauses
        if clause.id in clauses
    )


def _statement(lead: Lead, procedure: ProcedureResult, told: Callable[[str], str]) -> str:
    """The claim that the records do not bear out, with where; numbers, persons and what to do stand elsewhere."""
    claim = told(f"The records looked at do not consistently show this: {procedure.title}.")
    place = _place(lead)
    return f"{told(place)}: {claim[0].lower()}{claim[1:]}" if place else claim


def _place(lead: Lead) -> str:
    """Where it is so: a service, a team or two; never a person."""
    pattern = _PLACES.get(lead.object.kind)
    if pattern is None:
        return _PLACES["service"].format(one=lead.service) if lead.service else ""
    one, _, other = lead.object.id.partition("|")
    return pattern.format(one=one, other=other)


def _extent(lead: Lead) -> Extent | None:
    return (
        Extent(found=lead.deviations, looked_at=lead.n)
        if lead.deviations and lead.n >= lead.deviations
        else None
    )


def _proposal(
    record: Record,
    lead: Lead,
    id: str,
    by: str,
    at: str,
    hashes: Mapping[str, str],
    told: Callable[[str], str],
) -> Evidence:
    file = record.source_file
    return Evidence(
        id=id,
        shows=told(f"{record.item_kind.replace('_', ' ').capitalize()}: {record.reason}")
        if record.reason
        else told(record.item_kind.replace("_", " ").capitalize()),
        event_on=record.happened_on or at[:10],
        captured_at=at,
        obtained="examined",
        collected_by=by,
        place=f"sources/{file}" if file else told("records of the audit"),
        record=record.item,
        source_file=file,
        source_row=record.source_row,
        sha256=hashes.get(file_of(file, hashes) or ""),
        lead=lead.id,
    )
