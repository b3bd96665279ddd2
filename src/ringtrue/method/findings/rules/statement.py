"""The statement: there is one, it names nobody, and it says what is so, not what to do."""

from collections.abc import Iterator

from ringtrue.method.findings.known import Known
from ringtrue.method.findings.wording import remedy_in
from ringtrue.model.finding import Finding, Refusal


def statement_rules(finding: Finding, known: Known) -> Iterator[Refusal]:
    """What is wrong with the words."""
    if not finding.statement.strip():
        yield Refusal("no_statement", "The statement is empty.", "Say in a sentence what is generally so.")
    named = known.names.found_in(finding.statement)
    if named:
        yield Refusal(
            "person_named",
            f"The statement names a person ({', '.join(named)}).",
            "Name the role, the team or the service; the person stands in the evidence.",
        )
    remedy = remedy_in(finding.statement)
    if remedy:
        yield Refusal(
            "remedy",
            f"The statement prescribes a remedy (“{remedy}”).",
            "Say only what is so; what to do about it is the auditee's to find.",
        )
