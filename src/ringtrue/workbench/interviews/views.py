"""The interviews of an audit: who is heard, one of them, and whether a question may be put."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import interviewed_roles, own_question, question_faults
from ringtrue.model.interview import Interview
from ringtrue.workbench.clock import now
from ringtrue.workbench.interviews.coverage import coverage
from ringtrue.workbench.interviews.forms import AnswerForm, InterviewForm, OwnForm
from ringtrue.workbench.interviews.records import (
    Held,
    add_interview,
    interview_or_404,
    interviews_of,
    note,
    notes_of,
    question_of,
)
from ringtrue.workbench.interviews.scope import scope_of
from ringtrue.workbench.interviews.sheet import Asked, sheet
from ringtrue.workbench.pages.language import language
from ringtrue.workbench.trail.journal import ChangedMeanwhile


def interviews(request: HttpRequest, audit: str) -> HttpResponse:
    """Roles by services in scope, filled or not, and the interviews that were held."""
    one = request.audit  # type: ignore[attr-defined]
    scope = scope_of(request)
    roles = interviewed_roles(language())
    held = [
        (found, roles.get(found.interview.role, found.interview.role), _service(found, scope.services))
        for found in interviews_of(one)
    ]
    context = {"coverage": coverage(one, scope, language()), "held": held}
    return render(request, "interviews/interviews.html", context)


def new(request: HttpRequest, audit: str) -> HttpResponse:
    """Open an interview; below it the sheet as it will be."""
    one = request.audit  # type: ignore[attr-defined]
    scope = scope_of(request)
    given = {name: request.GET.get(name, "") for name in ("role", "service")}
    form = InterviewForm(request.POST or None, services=scope.services, initial={**given, "day": now()[:10]})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        at = said["day"].isoformat() + (f"T{said['clock']:%H:%M}" if said["clock"] else "")
        interview = Interview(
            role=said["role"],
            held_at=at,
            party=said["party"] or None,
            team=said["team"] or None,
            service=said["service"] or None,
            auditor=str(request.user),
        )
        return redirect(
            "interviews_interview", one.pk, add_interview(one, interview, str(request.user), now())
        )
    asked = []
    if given["role"] in interviewed_roles() and given["service"] in ("", *scope.services):
        asked = sheet(one, scope.results, given["role"], given["service"] or None, {}, language())
    return render(request, "interviews/new.html", {"form": form, "asked": asked})


def interview(request: HttpRequest, audit: str, number: int) -> HttpResponse:
    """The sheet: questions that suit, answers as they are noted, and the auditor's own questions."""
    one = request.audit  # type: ignore[attr-defined]
    held, scope = interview_or_404(one, number), scope_of(request)
    notes = notes_of(one, held.id)
    asked = sheet(one, scope.results, held.interview.role, held.interview.service, notes, language())
    own = OwnForm(request.POST if "own" in request.POST else None)
    faults: list[dict[str, str]] = []
    wrong = None
    if request.method == "POST":
        if "own" in request.POST:
            done, faults = _put_own(request, held, own)
        else:
            done, wrong = _answer(request, held, asked)
        if done:
            return redirect(f"{request.path}#{done}")
    context = {
        "held": held,
        "asked": asked,
        "own": own,
        "faults": faults,
        "wrong": wrong,
        "role_words": interviewed_roles(language()).get(held.interview.role, held.interview.role),
        "service": _service(held, scope.services),
    }
    return render(request, "interviews/interview.html", context)


def check(request: HttpRequest, audit: str, number: int) -> HttpResponse:
    """What is wrong with a question while it is written: a part of the page."""
    held = interview_or_404(request.audit, number)  # type: ignore[attr-defined]
    text = request.POST.get("own", "").strip()
    context = {"faults": _faults(held, text) if text else [], "checked": bool(text)}
    return render(request, "interviews/faults.html", context)


def _faults(held: Held, text: str) -> list[dict[str, str]]:
    return question_faults(text, held.interview.role, (), language())


def _put_own(request: HttpRequest, held: Held, form: OwnForm) -> tuple[str, list[dict[str, str]]]:
    """Record an own question with its answer; where it has faults, only when the auditor says that it was put so."""
    one = request.audit  # type: ignore[attr-defined]
    if not form.is_valid():
        return "", _faults(held, request.POST["own"].strip())
    said = form.cleaned_data
    faults = _faults(held, said["own"])
    if faults and not said["anyway"]:
        form.add_error(
            "own", _("Look at what is said of this question, or say that it was put in these words.")
        )
        return "", faults
    put = own_question(said["own"], said["concept"] or None)
    if put[0] in notes_of(one, held.id):
        form.add_error("own", _("This question was put in this interview already: its answer stands above."))
        return "", faults
    try:
        note(one, held.id, put, {**said, "version": 0}, str(request.user), now())
    except ChangedMeanwhile:
        form.add_error("own", _("Somebody else noted an answer to this question at this moment."))
        return "", faults
    messages.success(request, _("The question and its answer are recorded."))
    return "own", faults


def _answer(request: HttpRequest, held: Held, asked: list[Asked]) -> tuple[str, Asked | None]:
    """Record the answer to a question of the sheet; the place to go on at, or the question whose form is to be looked at again."""
    one = request.audit  # type: ignore[attr-defined]
    found = next((other for other in asked if other.id == request.POST.get("question")), None)
    if found is None:
        messages.error(request, _("This question is not on the sheet."))
        return "own", None
    place = asked.index(found)
    found.form = AnswerForm(request.POST, auto_id=f"%s-{place}")
    if not found.form.is_valid():
        return "", found
    put = question_of(one, found.id) or found.question
    try:
        note(one, held.id, (found.id, put), found.form.cleaned_data, str(request.user), now())
    except ChangedMeanwhile as changed:
        found.record = changed.record
        found.form.data = {**request.POST.dict(), "version": changed.record.version}  # type: ignore[assignment]
        told = _(
            "Somebody else noted an answer after you had opened the sheet. Nothing was overwritten; theirs: %s"
        )
        found.form.add_error("text", told % (changed.record.content.get("text") or ""))
        return "", found
    messages.success(request, _("The answer is recorded."))
    return f"question-{place + 1}", None


def _service(held: Held, services: dict[str, str]) -> str:
    return services.get(held.interview.service or "", held.interview.service or "")
