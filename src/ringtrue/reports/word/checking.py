"""Tries a template out, so that what is wrong in it is told when it is given and not when a report is due."""

from pathlib import Path

from ringtrue.model.result import QUESTIONS, SCHEMA, AuditInfo, QuestionResult, Results
from ringtrue.reports.outline import outline
from ringtrue.reports.word.filling import filled
from ringtrue.reports.working_papers import RunFolder

NOTHING = Results(
    schema=SCHEMA,
    run="none",
    version="",
    audit=AuditInfo(title="A trial", organisation=None, period=None, criteria=(), timezone="UTC"),
    sources=(),
    procedures=(),
    facts=(),
    services=(),
    clauses=(),
    questions=tuple(QuestionResult(id=id, answer="undetermined", why="") for id in QUESTIONS),
)
"""A run that found nothing."""


def check_template(template: Path, results: Results | None = None, run: Path | None = None) -> None:
    """Fill the template with a run, or with one that found nothing. TemplateRefused says what is wrong, and where."""
    filled(template, outline(results or NOTHING, RunFolder(run or template.parent / "no-run")))
