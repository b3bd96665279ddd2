"""Runs: listed, started."""

from typing import Any

from ninja import Router
from ninja.errors import HttpError

from ringtrue.api import kept_runs
from ringtrue.workbench.jobs.models import Kind
from ringtrue.workbench.machines.endpoints.imports import begin
from ringtrue.workbench.machines.schemas import JobTold, RunTold

router = Router(tags=["runs"])


@router.get("/audits/{audit}/runs", response=list[RunTold], url_name="machines_runs")
def runs(request: Any, audit: str) -> Any:
    """Every run that stands whole, the newest first."""
    return list(kept_runs(request.audit.folder))


@router.post("/audits/{audit}/runs", response={202: JobTold}, url_name="machines_runs")
def run(request: Any, audit: str) -> Any:
    """Start a run, in the background."""
    if not request.audit.folder.tables.exists():
        raise HttpError(409, "Nothing was imported yet. Hand in a source and load it first.")
    return 202, begin(request, Kind.RUN)
