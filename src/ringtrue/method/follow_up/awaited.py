"""What a finding waits for: the next step of its chain, and whose it is."""

from dataclasses import dataclass
from typing import Literal

from ringtrue.method.follow_up.chain import Chain
from ringtrue.method.follow_up.effectiveness import cases_needed
from ringtrue.model.finding import Finding

Whose = Literal["auditee", "auditors", ""]


@dataclass(frozen=True)
class Awaited:
    """What is waited for, in words, and from whom."""

    what: str
    whose: Whose


def awaited(finding: Finding, chain: Chain) -> Awaited:
    """The next step of a chain."""
    if chain.state in ("closed", "no_answer_needed"):
        return Awaited("Nothing", "")
    if chain.state == "answered":
        return Awaited("Acceptance or rejection of the answer", "auditors")
    if chain.state == "accepted" or (chain.state == "implemented" and chain.open_promises):
        return Awaited(f"Carrying out {', '.join(one.action for one in chain.open_promises)}", "auditee")
    if chain.state == "implemented":
        return _check(finding)
    if chain.state == "effective":
        return Awaited("Closing", "auditors")
    if chain.state == "not_effective":
        return Awaited("Reopening", "auditors")
    return Awaited(_answer(finding, chain), "auditee")


def _check(finding: Finding) -> Awaited:
    if finding.extent is None:
        return Awaited("Check of effectiveness", "auditors")
    return Awaited(
        f"Check of effectiveness: {cases_needed()} new cases without a repeat show less than 10 %", "auditors"
    )


def _answer(finding: Finding, chain: Chain) -> str:
    if finding.is_nonconformity:
        if not chain.had("correction"):
            return "Correction of what was found"
        if not chain.had("extent"):
            return "Extent: where else it is so"
        if not chain.has("root_cause"):
            return "Root cause"
    return "Corrective action" if finding.is_nonconformity else "Action, or a reason for none"
