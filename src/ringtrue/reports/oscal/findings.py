"""Findings: only those that people wrote and graded. The grade is a property, since OSCAL has none."""

from collections.abc import Iterator

from ringtrue.model.finding import Finding
from ringtrue.reports.oscal.given import Given
from ringtrue.reports.oscal.observations import observation_of
from ringtrue.reports.oscal.pieces import Piece, line, props, prose, token, without_empty
from ringtrue.reports.oscal.records import evidence_id


def graded(given: Given) -> list[Finding]:
    """The findings with a grade, in the order in which they were recorded; a draft is none yet."""
    return [one for one in given.findings.values() if one.grade]


def findings(given: Given) -> list[Piece]:
    """OSCAL's findings."""
    return [_finding(given, one) for one in graded(given)]


def _finding(given: Given, one: Finding) -> Piece:
    extent = one.extent
    numbers = {
        "finding": one.id,
        "grade": one.grade,
        "grade-reason": one.grade_reason,
        "extent-found": extent.found if extent else None,
        "extent-looked-at": extent.looked_at if extent else None,
        "outcome-concern": one.outcome_concern or None,
        "requirement": one.requirement.named if one.requirement else None,
        "clauses": ", ".join(one.clauses),
        "service": one.service,
        "lead": one.lead,
        "procedure": one.procedure,
        "run": one.run,
        "reviewed": bool(one.reviewed_by),
    }
    return without_empty(
        {
            "uuid": given.ids.thing("finding", one.id),
            "title": line(f"{one.id}: {one.requirement.named if one.requirement else 'no requirement'}"),
            "description": prose(one.statement) or "-",
            "props": props(numbers),
            "origins": given.people.origins(*dict.fromkeys((one.written_by, one.graded_by))),
            "target": _target(given, one),
            "related-observations": [{"observation-uuid": uuid} for uuid in _related(given, one)],
            "remarks": "\n\n".join(_remarks(given, one)),
        }
    )


def _target(given: Given, one: Finding) -> Piece:
    """What was or was not fulfilled. Without a requirement there is nothing that could be breached."""
    breached = one.is_nonconformity
    stated = one.requirement
    if stated and stated.clause:
        target = given.control(stated.criteria or "", stated.clause)
    else:
        target = token(f"rule_{stated.rule}") if stated and stated.rule else "no-requirement"
    told = (
        ""
        if breached or one.grade in ("positive", "conforming")
        else "No requirement is breached; see the grade."
    )
    return without_empty(
        {
            "type": "objective-id",
            "target-id": target,
            "description": prose(stated.text) if stated else "",
            "status": without_empty(
                {
                    "state": "not-satisfied" if breached else "satisfied",
                    "reason": "fail" if breached else "pass" if not told else "other",
                    "remarks": told,
                }
            ),
        }
    )


def _related(given: Given, one: Finding) -> Iterator[str]:
    """Its evidence, and the lead and procedure that it came from as far as this run still tells of them."""
    yield from (evidence_id(given, id) for id in dict.fromkeys(one.evidence) if id in given.evidence)
    leads = {lead.id for procedure in given.results.procedures for lead in procedure.leads}
    if one.lead in leads:
        yield observation_of(given, "lead", str(one.lead))
    if one.procedure in {procedure.id for procedure in given.results.procedures}:
        yield observation_of(given, "procedure", str(one.procedure))


def _remarks(given: Given, one: Finding) -> Iterator[str]:
    if one.dissent:
        yield prose(f"Held against it: {one.dissent}")
    for response in given.responses.values():
        if response.finding == one.id:
            named = f" {response.action}" if response.action else ""
            effect = (
                "" if response.effective is None else f" (effective: {'yes' if response.effective else 'no'})"
            )
            yield prose(f"{response.on}, {response.step.replace('_', ' ')}{named}{effect}: {response.text}")
