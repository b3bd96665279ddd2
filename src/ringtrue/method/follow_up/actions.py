"""What was promised and done about findings, as rows of the canonical table ``actions``."""

from collections.abc import Mapping, Sequence
from typing import Any

from ringtrue.method.follow_up.chain import Chain, Promise, chain_of
from ringtrue.model.finding import Finding
from ringtrue.model.follow_up import Response


def actions_of(
    findings: Sequence[Finding], responses: Sequence[Response], raised: Mapping[str, str] | None = None
) -> list[dict[str, Any]]:
    """One row for each correction and corrective action. ``raised`` gives, by finding, when it was recorded (ISO 8601)."""
    rows = []
    for finding in findings:
        chain = chain_of(finding, responses)
        for promise in chain.promises:
            rows.append(_row(finding, chain, promise, (raised or {}).get(finding.id)))
    return rows


def _row(finding: Finding, chain: Chain, promise: Promise, raised: str | None) -> dict[str, Any]:
    after = chain.steps[chain.steps.index(promise.promised) :]
    checked = _next(after, "effectiveness")
    return {
        "id": f"{finding.id}/{promise.action}",
        "kind": _kind(finding, promise.promised),
        "origin_kind": "finding",
        "origin": finding.id,
        "service": finding.service,
        "clause": _clause(finding),
        "cause": _cause(chain, promise.promised),
        "measures": [],
        "raised_at": raised,
        "decided_at": _decided(promise.promised, after),
        "done_at": promise.done.on if promise.done else None,
        "checked_at": checked.on if checked else None,
        "effective": checked.effective if checked else None,
        "owner": promise.promised.owner,
    }


def _kind(finding: Finding, promised: Response) -> str:
    if promised.step == "correction":
        return "correction"
    return "corrective_action" if finding.is_nonconformity else "improvement"


def _clause(finding: Finding) -> str | None:
    stated = finding.requirement.clause if finding.requirement else None
    return stated or (finding.clauses[0] if finding.clauses else None)


def _cause(chain: Chain, promised: Response) -> str | None:
    """The cause that was found last before the action was promised; a correction mends no cause."""
    before = chain.steps[: chain.steps.index(promised)]
    found = [one.text for one in before if one.step == "root_cause"]
    return found[-1] if found and promised.step == "corrective_action" else None


def _decided(promised: Response, after: Sequence[Response]) -> str | None:
    """A correction is decided when it is promised, a corrective action when it is accepted."""
    if promised.step == "correction":
        return promised.on
    accepted = _next(after, "accepted")
    return accepted.on if accepted else None


def _next(after: Sequence[Response], step: str) -> Response | None:
    """The last such step before the next reopening."""
    found = None
    for one in after:
        if one.step == "reopened":
            break
        found = one if one.step == step else found
    return found
