"""The people: nobody reviews what they wrote, and nobody audits their own work."""

from collections.abc import Iterator

from ringtrue.method.findings.known import Known, OwnWork, same_person
from ringtrue.model.finding import Finding, Refusal


def people_rules(finding: Finding, known: Known) -> Iterator[Refusal]:
    """What is wrong with who did what."""
    if not finding.written_by.strip():
        yield Refusal("no_author", "Nobody is named who wrote it.", "Name the auditor who wrote it.")
    if any(same_person(finding.reviewed_by, one) for one in (finding.written_by, finding.graded_by)):
        yield Refusal(
            "own_review",
            f"{finding.reviewed_by} reviewed what they wrote or graded themselves.",
            "Have somebody else of the team review it.",
        )
    for who, what in _hands(finding, known):
        own = own_work_in(finding, who, known)
        if own:
            yield Refusal(
                "own_work",
                f"{who} {what}, but works on {own}: nobody audits own work.",
                "Have somebody else of the team do it.",
            )


def own_work_in(finding: Finding, who: str, known: Known) -> str:
    """What of the finding is the person's own work, in words; empty where nothing is."""
    own = (_common(finding, work) for work in known.own_work if same_person(work.member, who))
    return next(filter(None, own), "")


def _hands(finding: Finding, known: Known) -> Iterator[tuple[str, str]]:
    """Everybody whose judgement is in the finding, once for each thing that they did."""
    done = [
        (finding.written_by, "wrote it"),
        (finding.graded_by, "graded it"),
        (finding.reviewed_by, "reviewed it"),
    ]
    for id in finding.evidence:
        if id in known.evidence:
            done.append((known.evidence[id].verified_by, f"verified evidence {id}"))
    yield from dict.fromkeys((who, what) for who, what in done if who)


def _common(finding: Finding, work: OwnWork) -> str:
    """What of the finding is the member's own work."""
    if finding.service in work.services:
        return f"the service {finding.service}"
    stated = finding.requirement.clause if finding.requirement else None
    for clause in (*finding.clauses, *((stated,) if stated else ())):
        if any(clause == own or clause.startswith(own + ".") for own in work.clauses):
            return f"what clause {clause} asks for"
    return ""
