"""What a nonconformity report says, in the order of reading."""

from collections.abc import Sequence

from ringtrue.model.errors import WrongUse
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Finding
from ringtrue.papers.findings.forms import GRADES, OBTAINED
from ringtrue.papers.findings.records import Records
from ringtrue.papers.paper import Wanted
from ringtrue.reports.language import Words
from ringtrue.reports.numbers import share
from ringtrue.reports.parts import Cell, Column, Table

Lines = list[tuple[str, str]]


def wanted_findings(wanted: Wanted, records: Records) -> Sequence[Finding]:
    """The nonconformity that ``finding`` names, else all of them; WrongUse where there is none."""
    found = {id: one for id, one in records.findings.items() if one.is_nonconformity}
    chosen = wanted.options.get("finding")
    if not found:
        raise WrongUse("no nonconformity is on record. Grade a finding first, with `ringtrue record`.")
    if chosen and chosen not in found:
        raise WrongUse(f"{chosen} is no nonconformity on record. There are: {', '.join(found)}.")
    return [found[chosen]] if chosen else list(found.values())


def about(finding: Finding, records: Records, told: Words) -> Lines:
    """Which nonconformity this is."""
    audit = records.folder.audit()
    lines = [
        (told("Number"), finding.id),
        (told("Grade"), told(GRADES[finding.grade or ""])),
        (told("Organisation"), audit.organisation or ""),
        (told("Audit"), audit.title),
        (told("Service"), finding.service or ""),
        (told("Graded by"), finding.graded_by or ""),
        (told("Reviewed by"), finding.reviewed_by or ""),
    ]
    return [(name, text) for name, text in lines if text]


def requirement(finding: Finding, records: Records, told: Words) -> Lines:
    """What is required, and where that stands."""
    required = finding.requirement
    assert required is not None
    titles = {one.id: one.title for one in records.criteria}
    lines = [
        (
            told("Clause"),
            ", ".join(
                filter(None, [titles.get(required.criteria or "", required.criteria), required.clause])
            ),
        )
        if required.clause
        else ("", ""),
        (told("Own rule"), required.rule or ""),
        (told("In own words"), required.text),
    ]
    return [(name, text) for name, text in lines if text]


def statement(finding: Finding, told: Words) -> Lines:
    """What is so, how far, why this grade, and what is held against it."""
    lines = [
        (told("Statement"), finding.statement),
        (told("Extent"), extent(finding, told)),
        (told("Reason for the grade"), finding.grade_reason),
        (told("Dissent"), finding.dissent),
    ]
    return [(name, text) for name, text in lines if text]


def extent(finding: Finding, told: Words) -> str:
    """How many of those looked at deviate; empty where nothing was counted."""
    one = finding.extent
    if one is None:
        return ""
    return told(f"{one.found:,} of {one.looked_at:,} looked at ({share(one.found / one.looked_at)})")


def evidence(finding: Finding, records: Records, told: Words) -> Table:
    """The evidence with its three dates."""
    pieces = [records.evidence[id] for id in finding.evidence if id in records.evidence]
    titles = ("Evidence", "What it shows", "Event", "Document", "Taken", "Verified")
    return Table(
        caption=told("Evidence"),
        columns=tuple(Column(title=told(one)) for one in titles),
        rows=tuple(_evidence(one, told) for one in pieces),
    )


def _evidence(one: Evidence, told: Words) -> tuple[Cell, ...]:
    row = f"{told('row')} {one.source_row}" if one.source_row is not None else ""
    where = "; ".join(filter(None, [one.record, ", ".join(filter(None, [one.place, row]))]))
    event = one.event_on[:10] + (f" – {one.event_until[:10]}" if one.event_until else "")
    return (
        Cell(text=one.id, note=told(OBTAINED[one.obtained])),
        Cell(text=one.shows, note=where),
        Cell(text=event),
        Cell(text=one.document_on[:10] if one.document_on else "–"),
        Cell(text=one.captured_at[:10]),
        Cell(
            text=one.verified_at[:10] if one.verified_at else told("not verified"), note=one.verified_by or ""
        ),
    )
