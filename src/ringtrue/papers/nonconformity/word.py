"""The nonconformity report as a Word document: what was found, and fields for the auditee's answer."""

from pathlib import Path

from ringtrue.model.finding import Finding
from ringtrue.papers.actions.word import steps
from ringtrue.papers.actions.write import chain
from ringtrue.papers.findings.records import Records, records_of
from ringtrue.papers.nonconformity import content
from ringtrue.papers.paper import Wanted
from ringtrue.papers.word import WordPaper
from ringtrue.reports.language import Words, words

_ANSWER = (
    ("Correction: what was put right, and when", 3),
    ("Extent: where else it is so, and how that was looked for", 3),
    ("Root cause: why it could happen, and stay unseen", 5),
    ("Corrective action: what removes the cause; who, until when", 5),
    ("Answered by, on", 1),
)
_DECISION = (
    ("Answer accepted or rejected, and why", 3),
    ("By, on", 1),
    ("Carried out, seen by", 2),
    ("Effectiveness: new cases, repeats, since when", 3),
    ("Closed by, on", 1),
)


def write_word(wanted: Wanted, out: Path) -> None:
    """Write the document: one nonconformity, or each on pages of its own."""
    told, records = words(wanted.language), records_of(wanted.folder, wanted.journal)
    findings = content.wanted_findings(wanted, records)
    single = findings[0].id if len(findings) == 1 else ""
    title = f"{told('Nonconformity')} {single}".strip()
    paper = WordPaper(
        title, audit=wanted.folder.audit().title, language=wanted.language, look=wanted.template
    )
    for place, finding in enumerate(findings):
        if place:
            paper.new_page()
        _one(paper, finding, records, told, named=not single)
    paper.save(out)


def _one(paper: WordPaper, finding: Finding, records: Records, told: Words, named: bool) -> None:
    paper.heading(f"{finding.id}" if named else told("What was found"))
    paper.terms(content.about(finding, records, told))
    paper.heading(told("Requirement"), 2)
    paper.terms(content.requirement(finding, records, told))
    paper.heading(told("Nonconformity"), 2)
    paper.terms(content.statement(finding, told))
    paper.heading(told("Evidence"), 2)
    paper.table(content.evidence(finding, records, told))
    paper.heading(told("The auditee's answer"), 2)
    done = chain(records, finding).steps
    if done:
        paper.table(steps(done, told))
        return
    paper.text(told("An action is chosen by the auditee; this report prescribes none."), "Note")
    paper.fields([(told(name), lines) for name, lines in _ANSWER])
    paper.heading(told("The auditors' decision"), 2)
    paper.fields([(told(name), lines) for name, lines in _DECISION])
