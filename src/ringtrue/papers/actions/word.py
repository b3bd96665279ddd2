"""The corrective action log as a Word document: where each finding stands, and what was promised, done and checked."""

from pathlib import Path

from ringtrue.method.follow_up.awaited import awaited
from ringtrue.method.follow_up.chain import Chain
from ringtrue.model.finding import Finding
from ringtrue.model.follow_up import Response
from ringtrue.papers.actions.effect import effect
from ringtrue.papers.actions.forms import STATES, STEPS
from ringtrue.papers.actions.write import answered, chain
from ringtrue.papers.findings.forms import GRADES
from ringtrue.papers.findings.records import records_of
from ringtrue.papers.paper import Wanted
from ringtrue.papers.word import WordPaper
from ringtrue.reports.language import Words, words
from ringtrue.reports.parts import Cell, Column, Table


def write_word(wanted: Wanted, out: Path) -> None:
    """Write the document."""
    told, records = words(wanted.language), records_of(wanted.folder, wanted.journal)
    findings = answered(records)
    title = wanted.folder.audit().title
    paper = WordPaper(
        told("Corrective action log"),
        audit=title,
        language=wanted.language,
        look=wanted.template,
        subtitle=title,
    )
    paper.heading(told("Where each finding stands"))
    if findings:
        paper.table(_overview([(one, chain(records, one)) for one in findings], told))
    else:
        paper.text(told("No finding asks for an answer."))
    for finding in findings:
        now = chain(records, finding)
        if now.steps:
            paper.heading(f"{finding.id}: {finding.statement}", 2)
            paper.table(steps(now.steps, told))
    paper.save(out)


def steps(responses: tuple[Response, ...], told: Words) -> Table:
    """The steps of a chain in their order."""
    rows = tuple(
        (
            Cell(text=told(STEPS[one.step]), note=one.action or ""),
            Cell(text=one.text, note=effect(one, told)),
            Cell(text=one.by, note=one.on),
            Cell(text="; ".join(one.evidence) or "–"),
        )
        for one in responses
    )
    titles = ("Step", "What was found, decided or done", "By", "Evidence")
    return Table(
        caption=told("Steps of the answer"),
        columns=tuple(Column(title=told(one)) for one in titles),
        rows=rows,
    )


def _overview(findings: list[tuple[Finding, Chain]], told: Words) -> Table:
    rows = []
    for finding, now in findings:
        waits = awaited(finding, now)
        named = finding.requirement.named if finding.requirement else ""
        rows.append(
            (
                Cell(text=finding.id, note=named),
                Cell(text=finding.statement, note=told(GRADES[finding.grade or ""])),
                Cell(text=told(STATES[now.state])),
                Cell(text=told(waits.what), note=told(waits.whose) if waits.whose else ""),
            )
        )
    titles = ("Finding", "Statement", "Standing", "Waits for")
    return Table(
        caption=told("Where each finding stands"),
        columns=tuple(Column(title=told(one)) for one in titles),
        rows=tuple(rows),
    )
