"""The samples of an audit, and one of them."""

from typing import cast

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ringtrue.api import Journal, MethodRefused, evaluate_sample, sample_told
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.samples.forms import ExtendForm
from ringtrue.workbench.samples.records import all_samples, items_of, sample_or_404
from ringtrue.workbench.trail.journal import AuditJournal


def samples(request: HttpRequest, audit: str) -> HttpResponse:
    """Every sample with its progress."""
    return render(request, "samples/samples.html", {"samples": all_samples(request.audit)})  # type: ignore[attr-defined]


def sample(request: HttpRequest, audit: str, sample: str) -> HttpResponse:
    """One sample: its steps, its records with their progress, what it allows to be said."""
    one = request.audit  # type: ignore[attr-defined]
    found, items = sample_or_404(one, sample), items_of(one, sample)
    done, says = None, []
    if found.state == "drawn":
        try:
            done = evaluate_sample(one.folder, [sample], cast(Journal, AuditJournal(one)))
            says = list(sample_told(found, done))
        except MethodRefused as refused:
            says = [told(refused)]
    context = {
        "sample": found,
        "steps": sample_told(found),
        "page": Paginator(items, 100).get_page(request.GET.get("page")),
        "judged": sum(item.result != "open" for item in items),
        "next": next((item.number for item in items if item.result == "open"), None),
        "done": done,
        "says": says,
        "form": ExtendForm(),
    }
    return render(request, "samples/sample.html", context)
