"""The evidence: it is there, it was verified, and it is what it was; its extent makes sense."""

from collections.abc import Iterator

from ringtrue.method.findings.known import Known
from ringtrue.model.finding import Finding, Refusal


def evidence_rules(finding: Finding, known: Known) -> Iterator[Refusal]:
    """What is wrong with the evidence."""
    for id in finding.evidence:
        if id not in known.evidence:
            yield Refusal(
                "unknown_evidence",
                f"Evidence {id} is not on record.",
                "Add it on the sheet Evidence or with `ringtrue evidence`, or correct its number.",
            )
        elif id in known.changed:
            yield Refusal(
                "evidence_changed",
                f"Evidence {id} is no longer what was recorded: {known.changed[id]}.",
                "Obtain it again as new evidence, and find out what changed it.",
            )
    yield from _enough(finding, known)
    yield from _extent(finding)


def verified(finding: Finding, known: Known) -> tuple[str, ...]:
    """The evidence of a finding that somebody verified and that is unchanged."""
    return tuple(
        id
        for id in finding.evidence
        if id in known.evidence and known.evidence[id].is_verified and id not in known.changed
    )


def _enough(finding: Finding, known: Known) -> Iterator[Refusal]:
    if finding.is_nonconformity and not verified(finding, known):
        yield Refusal(
            "no_verified_evidence",
            "It is graded as a nonconformity without verified evidence.",
            "Compare the records with their origin and say who did and when; a lead alone proves nothing.",
        )
    if finding.grade in ("positive", "conforming") and not finding.evidence:
        yield Refusal(
            "no_evidence",
            f"It is graded as {finding.grade}, but no evidence is named.",
            "Name what was seen; that nothing was found is no evidence of conformity.",
        )


def _extent(finding: Finding) -> Iterator[Refusal]:
    extent = finding.extent
    if extent is None:
        return
    if not 0 <= extent.found <= extent.looked_at or extent.looked_at == 0:
        yield Refusal(
            "extent",
            f"The extent is {extent.found} of {extent.looked_at}.",
            "Give how many deviate and how many were looked at, the first not above the second.",
        )
    elif finding.is_nonconformity and extent.found == 0:
        yield Refusal(
            "extent",
            f"It is graded as a nonconformity, but none of {extent.looked_at} looked at deviates.",
            "Give how many deviate, or another grade.",
        )
