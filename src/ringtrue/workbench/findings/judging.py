"""What people decide about a finding: its grade, its review, dissent, and handing it to the auditee."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ringtrue.method.findings.refuse import refusals
from ringtrue.model.finding import Finding
from ringtrue.workbench.access.roles import CONTACT
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.findings.forms import DissentForm, GradeForm, ReviewForm
from ringtrue.workbench.findings.reading import REVIEWED, edited_after_review, issued
from ringtrue.workbench.findings.views import page_of, role_of
from ringtrue.workbench.trail.desk import entry, one, write
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile
from ringtrue.workbench.trail.known import known_records, refuse

FIELDS = {
    "person_in_reason": "grade_reason",
    "no_grade_reason": "grade_reason",
    "person_in_dissent": "dissent",
    "hidden_breach": "grade",
}


def findings_grade(request: HttpRequest, audit: str, id: str) -> HttpResponse:
    """Grade it, with the reason; who does it is who is logged in."""
    form, by = GradeForm(request.POST), str(request.user)

    def graded(finding: Finding) -> Finding:
        said = form.cleaned_data
        reason = said["grade_reason"]
        return replace(
            finding, grade=said["grade"] or None, grade_reason=reason, graded_by=by if said["grade"] else None
        )

    return _decided(
        request, id, form, "grade_form", graded, lambda: f"graded: {form.cleaned_data['grade'] or 'draft'}"
    )


def findings_review(request: HttpRequest, audit: str, id: str) -> HttpResponse:
    """Review it: by a second person."""
    form, by = ReviewForm(request.POST), str(request.user)
    return _decided(
        request,
        id,
        form,
        "review_form",
        lambda finding: replace(finding, reviewed_by=by),
        lambda: f"{REVIEWED}: {form.cleaned_data['looked_at']}",
    )


def findings_dissent(request: HttpRequest, audit: str, id: str) -> HttpResponse:
    """Add what one holds against it; nobody's dissent is written over."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    if role_of(request) == CONTACT and id not in issued(of):
        raise Http404
    form = DissentForm(request.POST)
    side = _("auditee") if role_of(request) == CONTACT else _("audit team")

    def dissenting(finding: Finding) -> Finding:
        text = f"{side}: {form.cleaned_data['dissent']}"
        return replace(finding, dissent=f"{finding.dissent}\n{text}".strip())

    return _decided(request, id, form, "dissent_form", dissenting, lambda: "dissent")


def findings_issue(request: HttpRequest, audit: str, id: str) -> HttpResponse:
    """Hand it to the auditee as it stands: graded, reviewed, and not edited after that."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    held, history = one(of, "finding", Finding, id), AuditJournal(of).history("finding", id)
    told = _not_yet(
        held.record, bool(edited_after_review(history)), held.version, request.POST.get("version", "")
    )
    if told:
        messages.error(request, told)
        return redirect("findings_one", of.pk, id)
    last = of.records.filter(kind="issued", record=id).values_list("version", flat=True).first() or 0
    content = {"finding": id, "version": held.version}
    try:
        write(of, entry("issued", id, content, str(request.user), "handed to the auditee"), last)
    except ChangedMeanwhile as changed:
        messages.error(request, str(changed))
    else:
        messages.success(request, _("The auditee's contacts see it now, and can answer."))
    return redirect("findings_one", of.pk, id)


def _not_yet(finding: Finding, edited: bool, version: int, read: str) -> str:
    if read != str(version):
        return _("It was changed after you read it. Look at it again before it is handed out.")
    if finding.grade is None:
        return _("A draft is not handed out. Grade it first.")
    if not finding.reviewed_by:
        return _("Nobody has reviewed it yet.")
    return _("It was edited after its review. Have it reviewed again.") if edited else ""


def _decided(
    request: HttpRequest,
    id: str,
    form: Any,
    name: str,
    change: Callable[[Finding], Finding],
    reason: Callable[[], str],
) -> HttpResponse:
    of: Audit = request.audit  # type: ignore[attr-defined]
    held = one(of, "finding", Finding, id)
    if not form.is_valid():
        return page_of(request, id, 400, **{name: form})
    changed = change(held.record)
    if refuse(form, refusals(changed, known_records(of).known), FIELDS):
        return page_of(request, id, 400, **{name: form})
    try:
        version = form.cleaned_data.get("version", held.version)
        write(of, entry("finding", id, changed, str(request.user), reason()), version)
    except ChangedMeanwhile as meanwhile:
        form.add_error(None, _("%s changed it meanwhile. Read it again, then decide.") % meanwhile.record.by)
        return page_of(request, id, 409, **{name: form})
    messages.success(request, _("Recorded."))
    return redirect("findings_one", of.pk, id)
