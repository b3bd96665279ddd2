"""``ringtrue gap``"""

import json
from typing import TYPE_CHECKING

import typer

from ringtrue.cli.options import MEMORY, AuditPath, Json, Language, Memory

if TYPE_CHECKING:
    from ringtrue.papers.gap.write import GapWritten


def gap(audit: AuditPath, language: Language = "en", memory: Memory = MEMORY, as_json: Json = False) -> None:
    """Tell how ready each clause is, without an audit: what was seen, what is missing, what to close first.

    Writes a workbook, a Word document and the evidence pack (for each clause links to the files that speak of it, and their
    SHA-256) into the papers of the audit folder. A level is no judgement of conformity.

    Example: ringtrue gap northwind-audit
    """
    from ringtrue import api
    from ringtrue.cli.progress import progress
    from ringtrue.engine.audit.audit_folder import AuditFolder

    with progress() as show:
        written = api.gap(AuditFolder(audit), language, memory, show)
    if as_json:
        from ringtrue.papers.gap.as_json import as_content

        typer.echo(json.dumps(as_content(written.gap), ensure_ascii=False, indent=1))
        return
    _say(written, language)


def _say(written: "GapWritten", language: str) -> None:
    from ringtrue import api
    from ringtrue.papers.gap.wording import summary

    told = api.words(language)
    for one in written.gap.criteria:
        own = [each for each in written.gap.clauses if each.criteria == one.id]
        typer.echo(summary(one, own, told))
    for refused in written.gap.refused[:5]:
        typer.echo(f"Does not count: {refused.kind} {refused.id}: {refused.reason}")
    first = written.gap.plan[:5]
    if first:
        typer.echo(f"\n{told('First:')}")
    for step in first:
        clause = step.readiness.clause
        typer.echo(f"  {clause.id:8} {told(clause.title)}: {' '.join(map(told, step.to_do))}")
    typer.echo(
        f"\nWorkbook       {written.workbook}\nDocument       {written.document}\nEvidence pack  {written.pack}"
    )
