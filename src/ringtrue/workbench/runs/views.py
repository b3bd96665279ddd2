"""Runs: the list, starting one, one of them, two side by side."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import RingtrueError, compare, kept_runs, results_of
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.jobs.models import Kind
from ringtrue.workbench.jobs.starting import AtWork, open_job, start
from ringtrue.workbench.pages.language import told


def runs(request: HttpRequest, audit: str) -> HttpResponse:
    """Every run, the newest first."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    told = {record.record: record for record in one.records.filter(kind="run")}
    shown = {
        "runs": [{"run": run, "told": told.get(run.id)} for run in kept_runs(one.folder)],
        "job": open_job(one) or one.jobs.filter(kind=Kind.RUN).first(),
        "imported": one.folder.tables.exists(),
    }
    return render(request, "runs/runs.html", shown)


def runs_start(request: HttpRequest, audit: str) -> HttpResponse:
    """Start a run, in the background."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    if not one.folder.tables.exists():
        messages.error(request, _("Nothing was imported yet. Hand in an export and load it first."))
        return redirect("imports", one.pk)
    try:
        job = start(one, Kind.RUN, str(request.user))
    except AtWork as busy:
        messages.error(request, _("An import or a run is under way. Wait until it is finished."))
        return redirect("jobs_job", one.pk, busy.job.pk) if busy.job else redirect("runs", one.pk)
    return redirect("jobs_job", one.pk, job.pk)


def runs_run(request: HttpRequest, audit: str, run: str) -> HttpResponse:
    """One run: what came of each claim, by which settings, from which files."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    ids = [kept.id for kept in kept_runs(one.folder)]
    if run not in ids:
        raise Http404
    read = results_of(one.folder, run)
    if read is None:
        raise Http404
    shown = {"results": read[0], "newest": ids[0] == run, "others": [id for id in ids if id != run]}
    return render(request, "runs/run.html", shown)


def runs_compare(request: HttpRequest, audit: str) -> HttpResponse:
    """Two runs side by side: new, gone, changed."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    ids = [kept.id for kept in kept_runs(one.folder)]
    first, second = request.GET.get("first", ""), request.GET.get("second", "")
    shown: dict[str, Any] = {"ids": ids, "first": first, "second": second}
    if first in ids and second in ids:
        try:
            found = compare([str(one.folder.path), first, second])
        except RingtrueError as error:
            messages.error(request, told(error))
        else:
            shown |= {"found": found, **_sorted(found)}
    elif first or second:
        raise Http404
    return render(request, "runs/compare.html", shown)


def _sorted(found: Any) -> dict[str, Any]:
    """Leads by how they stand to the two runs; procedures and sources that differ."""
    leads = {
        presence: [one for one in found.leads if one.presence == presence]
        for presence in ("new", "gone", "in_both")
    }
    return {
        "new": leads["new"],
        "gone": leads["gone"],
        "changed": [one for one in leads["in_both"] if one.estimate.apart],
        "same": sum(not one.estimate.apart for one in leads["in_both"]),
        "procedures": [one for one in found.procedures if one.changed or one.presence != "in_both"],
        "sources": [one for one in found.sources if one.changed or one.presence != "in_both"],
    }
