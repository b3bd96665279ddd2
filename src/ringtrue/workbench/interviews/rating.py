"""The page on which a rater scores, and sees both scores once both are in."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import understanding
from ringtrue.workbench.interviews.forms import ScoreForm
from ringtrue.workbench.interviews.scoring import NotToScore, both_in, give_score, waiting_for
from ringtrue.workbench.pages.language import language
from ringtrue.workbench.trail.journal import AuditJournal

A_PAGE = 20


def rating(request: HttpRequest, audit: str) -> HttpResponse:
    """Answers with their anchors to be scored; scores side by side of those that both raters scored; the agreement."""
    one = request.audit  # type: ignore[attr-defined]
    if request.method == "POST":
        _score(request)
        return redirect(request.get_full_path())
    waiting = waiting_for(one, request.user, language())  # type: ignore[arg-type]
    both = both_in(one, request.user)  # type: ignore[arg-type]
    context = {
        "waiting": sum(found.given is None for found in waiting),
        "page": Paginator(waiting, A_PAGE).get_page(request.GET.get("page")),
        "both": both,
        "told": understanding(one.folder, AuditJournal(one)),  # type: ignore[arg-type]
    }
    return render(request, "interviews/rating.html", context)


def _score(request: HttpRequest) -> None:
    form, one = ScoreForm(request.POST), request.audit  # type: ignore[attr-defined]
    if not form.is_valid():
        messages.error(request, _("A score is 0, 1, 2, 3 or 4."))
        return
    said = form.cleaned_data
    try:
        both = give_score(one, request.user, said["answer"], said["score"], said["reason"])  # type: ignore[arg-type]
    except NotToScore:
        messages.error(request, _("This answer is not to be scored, or two raters scored it already."))
    else:
        messages.success(
            request,
            _("Both scores are in.") if both else _("Kept. Nobody sees it before the other score is in."),
        )
