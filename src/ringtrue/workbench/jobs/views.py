"""A job as it is watched."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render


def job(request: HttpRequest, audit: str, job: int) -> HttpResponse:
    """How far a job is. Asked for by htmx, only the part that changes; when it is over, the page is fetched anew."""
    one = request.audit.jobs.filter(pk=job).first()  # type: ignore[attr-defined]
    if one is None:
        raise Http404
    part = bool(request.htmx)  # type: ignore[attr-defined]
    answer = render(request, "jobs/part.html" if part else "jobs/job.html", {"job": one})
    if part and not one.is_open:
        answer["HX-Refresh"] = "true"
    return answer
