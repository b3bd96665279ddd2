"""Reports: made in the background, listed, handed out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import kept_runs
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.jobs.models import Kind
from ringtrue.workbench.jobs.starting import AtWork, open_job, start
from ringtrue.workbench.pages.language import language
from ringtrue.workbench.reports.files import handed_out, listed
from ringtrue.workbench.reports.forms import OrderForm


def reports(request: HttpRequest, audit: str) -> HttpResponseBase:
    """What was made, what is being made, and a form to make more."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    runs = [(run.id, f"{run.id} · {run.written_at[:16]}") for run in kept_runs(one.folder)]
    form = OrderForm(
        request.POST or None,
        runs=runs,
        template=one.organisation.template_name if one.organisation.template else "",
        initial={"formats": ["html"], "own_template": True, "language": language()},
    )
    if request.method == "POST" and form.is_valid():
        try:
            job = start(one, Kind.REPORT, str(request.user), form.cleaned_data)
        except AtWork as busy:
            messages.error(
                request, _("An import, a run or a report is under way. Wait until it is finished.")
            )
            return redirect("jobs_job", one.pk, busy.job.pk) if busy.job else redirect("reports", one.pk)
        return redirect("jobs_job", one.pk, job.pk)
    context = {
        "form": form,
        "ran": bool(runs),
        "files": [name for name in listed(one.folder.reports) if not name.startswith("rows/")],
        "job": open_job(one),
        "made": one.jobs.filter(kind=Kind.REPORT)[:10],
    }
    return render(request, "reports/reports.html", context)


def file(request: HttpRequest, audit: str, name: str) -> HttpResponseBase:
    """A report, as an attachment; with ``?show=1`` the page in a sandbox."""
    return handed_out(request.audit.folder.reports, name, show="show" in request.GET)  # type: ignore[attr-defined]
