"""The nonconformity report as a workbook: what was found, and rows for the auditee's answer, which are read back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ringtrue.model.finding import Finding
from ringtrue.papers.actions.forms import RESPONSES
from ringtrue.papers.actions.rows import response_row
from ringtrue.papers.actions.write import EVIDENCE_NOTE, STEPS_NOTE, about, chain, sheet
from ringtrue.papers.actions.write import evidence as evidence_rows
from ringtrue.papers.findings.forms import EVIDENCE
from ringtrue.papers.findings.records import Records, records_of
from ringtrue.papers.form import Field, Form
from ringtrue.papers.nonconformity import content
from ringtrue.papers.paper import Wanted
from ringtrue.reports.excel.book import Book
from ringtrue.reports.language import Words, words

_ANSWER = (("correction", "C1"), ("extent", None), ("root_cause", None), ("corrective_action", "A1"))


def write_excel(wanted: Wanted, out: Path) -> None:
    """Write the workbook: a sheet for each nonconformity, one for the steps of the answers, one for evidence."""
    told, records = words(wanted.language), records_of(wanted.folder, wanted.journal)
    findings = content.wanted_findings(wanted, records)
    with Book(out, told) as book:
        about(book, wanted, "nonconformity")
        for finding in findings:
            form = _form(finding)
            rows = ({"what": name, "text": text} for name, text in _lines(finding, records, told))
            sheet(book, form, rows, (), told)
        sheet(book, RESPONSES, _steps(findings, records), STEPS_NOTE, told, 20)
        sheet(book, EVIDENCE, evidence_rows(records), EVIDENCE_NOTE, told)


def _form(finding: Finding) -> Form:
    return Form(
        sheet=finding.id,
        fields=(
            Field(name="what", title="What", fixed=True, width=26),
            Field(name="text", title="Nonconformity", fixed=True, width=100),
        ),
    )


def _lines(finding: Finding, records: Records, told: Words) -> content.Lines:
    pieces = content.evidence(finding, records, told).rows
    told_pieces = [
        (
            cells[0].text,
            " · ".join(
                part for cell in cells[1:] for part in (cell.text, cell.note) if part not in ("", "–")
            ),
        )
        for cells in pieces
    ]
    return [
        *content.about(finding, records, told),
        *content.requirement(finding, records, told),
        *content.statement(finding, told),
        *told_pieces,
    ]


def _steps(findings: Any, records: Records) -> Iterator[dict[str, Any]]:
    """The steps so far; where there are none, a row for each part of the answer."""
    for finding in findings:
        done = chain(records, finding).steps
        yield from map(response_row, done)
        if not done:
            yield from ({"finding": finding.id, "step": step, "action": action} for step, action in _ANSWER)
