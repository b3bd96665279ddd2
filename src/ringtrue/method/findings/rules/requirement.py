"""The requirement: a nonconformity has one, and its clause is in force."""

from collections.abc import Iterator

from ringtrue.method.findings.known import Known
from ringtrue.model.finding import Finding, Refusal


def requirement_rules(finding: Finding, known: Known) -> Iterator[Refusal]:
    """What is wrong with the requirement."""
    objections = list(_objections(finding, known))
    yield from objections
    if finding.grade not in ("minor_nc", "major_nc", "conforming") or _is_stated(finding):
        return
    required = finding.requirement
    if required and required.named:
        if not objections:
            told = f"What {required.named} asks for is not said."
            yield Refusal("no_requirement", told, "Say it in own words under what is required.")
    elif finding.grade == "conforming":
        told = "It is graded as conforming, but it does not say to what."
        yield Refusal("no_requirement", told, _NAME_IT)
    else:
        yield _without(finding)


_NAME_IT = "Name the clause, or the organisation's rule, and say in own words what it asks for."


def _objections(finding: Finding, known: Known) -> Iterator[Refusal]:
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
        f"{_NAME_IT} Without one it can be an opportunity for improvement.",
    )
