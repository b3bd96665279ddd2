"""The requirement: a nonconformity has one, and its clause is in force."""

from collections.abc import Iterator

from ringtrue.method.findings.known import Known
from ringtrue.model.finding import Finding, Refusal


def requirement_rules(finding: Finding, known: Known) -> Iterator[Refusal]:
    """What is wrong with the requirement."""
    if finding.is_nonconformity and not _is_stated(finding):
        yield _without(finding)
    if finding.grade == "conforming" and not _is_stated(finding):
        yield Refusal(
            "no_requirement",
            "It is graded as conforming, but it does not say to what.",
            "Name the clause, or the organisation's rule, and say in own words what it asks for.",
        )
    criteria = finding.requirement.criteria if finding.requirement else None
    stated = [finding.requirement.clause] if finding.requirement and finding.requirement.clause else []
    for clause in dict.fromkeys([*stated, *finding.clauses]):
        objection = known.objection(criteria, clause)
        if objection:
            yield Refusal("clause", objection, "Name a clause of the edition by which this audit judges.")


def _is_stated(finding: Finding) -> bool:
    return finding.requirement is not None and finding.requirement.is_stated


def _without(finding: Finding) -> Refusal:
    if finding.outcome_concern:
        return Refusal(
            "concern_is_no_nonconformity",
            "It is a concern about the outcome without a requirement, graded as a nonconformity.",
            "Grade it as an opportunity for improvement, or name the requirement that is not fulfilled.",
        )
    return Refusal(
        "no_requirement",
        "It is graded as a nonconformity without a requirement.",
        "Name the clause, or the organisation's rule, and say in own words what it asks for; without one it can be an opportunity"
        " for improvement.",
    )
