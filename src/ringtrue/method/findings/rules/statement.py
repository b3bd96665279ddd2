"""The words: there is a statement, nobody is named, and it says what is so, not what to do."""

from collections.abc import Iterator

from ringtrue.method.findings.known import Known
from ringtrue.method.findings.wording import remedy_in
from ringtrue.model.finding import Finding, Refusal


def statement_rules(finding: Finding, known: Known) -> Iterator[Refusal]:
    """What is wrong with the words."""
    if not finding.statement.strip():
        yield Refusal("no_statement", "The statement is empty.", "Say in a sentence what is generally so.")
    yield from _persons(finding, known)
    remedy = remedy_in(finding.statement)
    if remedy:
        yield Refusal(
            "remedy",
            f"The statement prescribes a remedy (“{remedy}”).",
            "Say only what is so; what to do about it is the auditee's to find.",
        )


def _persons(finding: Finding, known: Known) -> Iterator[Refusal]:
    """What a report would show is written without names."""
    written = {
        "person_named": ("statement", finding.statement),
        "person_in_reason": ("reason for the grade", finding.grade_reason),
        "person_in_dissent": ("dissent", finding.dissent),
    }
    for rule, (what, text) in written.items():
        named = known.names.found_in(text)
        if named:
            found = f"The {what} names a person ({', '.join(named)})."
            yield Refusal(
                rule, found, "Name the role, the team or the service; records tell by their ids who it was."
            )
