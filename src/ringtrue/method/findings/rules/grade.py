"""The grade: given by a person with a reason, and no softer than what was found. Nothing here ever proposes a grade."""

from collections.abc import Iterator

from ringtrue.method.findings.known import Known
from ringtrue.method.findings.rules.evidence import verified
from ringtrue.method.findings.wording import breach_in
from ringtrue.model.finding import Finding, Refusal

_SOFTER = {"ofi": "an opportunity for improvement", "conforming": "conforming", "positive": "positive"}


def grade_rules(finding: Finding, known: Known) -> Iterator[Refusal]:
    """What is wrong with the grade."""
    if finding.grade is None:
        if finding.grade_reason.strip() or finding.graded_by:
            yield Refusal("no_grade", "A reason or a grader is given, but no grade.", "Choose the grade.")
        return
    if not finding.grade_reason.strip():
        yield Refusal("no_grade_reason", "The grade has no reason.", "Say why it is this grade and no other.")
    if not (finding.graded_by or "").strip():
        yield Refusal("no_grader", "Nobody is named who gave the grade.", "Name the auditor who graded it.")
    breach = _hidden_breach(finding, known)
    if breach:
        yield Refusal(
            "hidden_breach",
            f"It is graded as {_SOFTER[finding.grade]}, but {breach}.",
            "One verified breach of a requirement is a nonconformity: grade it as one. If nothing that is required was missed, leave"
            " the requirement empty and name the clause under the clauses that it bears on.",
        )


def _hidden_breach(finding: Finding, known: Known) -> str | None:
    """What shows that a softer grade covers a breach: a stated requirement, and a verified deviation from it."""
    if finding.grade not in _SOFTER or finding.requirement is None or not finding.requirement.is_stated:
        return None
    if not verified(finding, known):
        return None
    if finding.extent and finding.extent.found:
        return f"{finding.extent.found} of {finding.extent.looked_at} deviate from a stated requirement, on verified evidence"
    if finding.grade == "ofi" and known.dispositions.get(finding.lead or "") == "verified":
        return "the lead behind it was verified against a stated requirement"
    told = breach_in(finding.statement)
    if finding.grade == "ofi" and told:
        return f"its own words say that the requirement is not fulfilled (“{told}”)"
    return None
