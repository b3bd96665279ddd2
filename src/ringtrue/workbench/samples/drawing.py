"""Planning, drawing and extending a sample. Refusals are told in the words of the method."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ringtrue import api
from ringtrue.api import Journal, RingtrueError, Signed
from ringtrue.workbench.clock import now
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.samples.forms import ExtendForm, NewForm
from ringtrue.workbench.samples.records import sample_or_404
from ringtrue.workbench.trail.journal import ChangedMeanwhile
from ringtrue.workbench.trail.watched import WatchedJournal

MEANWHILE = gettext_lazy(
    "Somebody else did the same at this moment. Look at how it stands now, and try again if it is still wanted."
)


def new(request: HttpRequest, audit: str) -> HttpResponse:
    """Plan a sample; commit its seed, and draw it at once or later."""
    one = request.audit  # type: ignore[attr-defined]
    given = {name: request.GET[name] for name in ("subject", "run", "service") if name in request.GET}
    form = NewForm(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        journal, later = cast(Journal, WatchedJournal(one)), "later" in request.POST
        try:
            seed = form.cleaned_data["seed"] or None
            drawn = api.sample(one.folder, form.asked(), _signed(request), seed, not later, journal=journal)
        except RingtrueError as refused:
            form.add_error(None, told(refused))
        except ChangedMeanwhile:
            form.add_error(None, MEANWHILE)
        else:
            if later:
                said = _("The seed is committed. Keep it; it is shown only now, and the draw asks for it: %s")
                messages.warning(request, said % drawn.secret)
            return redirect("samples_sample", one.pk, drawn.sample.id)
    return render(request, "samples/new.html", {"form": form})


def draw(request: HttpRequest, audit: str, sample: str) -> HttpResponse:
    """Reveal the seed of a sample that was committed, and draw."""
    one = request.audit  # type: ignore[attr-defined]
    sample_or_404(one, sample)
    journal, seed = cast(Journal, WatchedJournal(one)), request.POST.get("seed", "")[:200]
    try:
        api.draw_sample(one.folder, sample, seed, _signed(request), journal=journal)
    except RingtrueError as refused:
        messages.error(request, told(refused))
    except ChangedMeanwhile:
        messages.error(request, MEANWHILE)
    return redirect("samples_sample", one.pk, sample)


def extend(request: HttpRequest, audit: str, sample: str) -> HttpResponse:
    """Draw the next ranks, where the plan allows it."""
    one = request.audit  # type: ignore[attr-defined]
    sample_or_404(one, sample)
    form = ExtendForm(request.POST)
    if form.is_valid():
        journal = cast(Journal, WatchedJournal(one))
        try:
            size = form.cleaned_data["size"]
            drawn = api.extend_sample(one.folder, sample, _signed(request), size, journal=journal)
            messages.success(request, _("%s further records were drawn.") % len(drawn.items))
        except RingtrueError as refused:
            messages.error(request, told(refused))
        except ChangedMeanwhile:
            messages.error(request, MEANWHILE)
    return redirect("samples_sample", one.pk, sample)


def _signed(request: HttpRequest) -> Signed:
    return Signed(by=str(request.user), at=now())
