"""Judges a finding as a record: all that speaks against it at once. It never grades, and it changes nothing."""

from ringtrue.method.findings.known import Known
from ringtrue.method.findings.rules import RULES
from ringtrue.model.errors import FindingRefused
from ringtrue.model.finding import Finding, Refusal


def refusals(finding: Finding, known: Known) -> tuple[Refusal, ...]:
    """Every reason why the finding cannot be taken; none: it can. A finding without a grade is a draft and is judged as one."""
    return tuple(refusal for rules in RULES for refusal in rules(finding, known))


def accepted(finding: Finding, known: Known) -> Finding:
    """The finding as it was given; FindingRefused with every reason if it cannot be taken."""
    found = refusals(finding, known)
    if found:
        raise FindingRefused(finding.id, [str(one) for one in found], tuple(one.rule for one in found))
    return finding
