"""What to ask for: tables by name, those that an audit's claims wait for, or all."""

from collections.abc import Mapping, Sequence

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.running.last_run import last_run
from ringtrue.model.errors import WrongUse
from ringtrue.model.result import ProcedureResult
from ringtrue.papers.request.scope import Asked, everything, named, waited_for
from ringtrue.papers.request.workbook import Request
from ringtrue.reports.schema import read_results

Needs = Mapping[str, Mapping[str, Sequence[str]]]


def request_of(folder: AuditFolder | None, tables: Sequence[str], language: str, needs: Needs) -> Request:
    """The request. WrongUse where the audit has not been run, or none of its claims waits for anything."""
    if folder is None:
        return Request(named(tables) if tables else everything(), language)
    title = folder.audit().title
    if tables:
        return Request(named(tables), language, title)
    run = last_run(folder)
    if run is None:
        raise WrongUse(
            f"{folder.path}: nothing was run here yet. Run `ringtrue audit` first, or name --tables."
        )
    results = read_results(run / "results.json")
    return Request(_waiting(folder, results.procedures, needs), language, title, results.run)


def _waiting(folder: AuditFolder, procedures: Sequence[ProcedureResult], needs: Needs) -> tuple[Asked, ...]:
    asked = waited_for(procedures, needs)
    if not asked:
        raise WrongUse(f"{folder.path}: every claim had data enough. Name --tables to ask for more.")
    return asked
