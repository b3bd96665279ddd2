"""Takes the open findings of an earlier audit of the same organisation over into this one, as drafts to look at anew."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.method.follow_up.chain import chain_of
from ringtrue.model.finding import Finding
from ringtrue.model.follow_up import Response
from ringtrue.workbench.access.roles import TEAM
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.findings.forms import CarryForm
from ringtrue.workbench.trail.desk import entry, standing, write, write_new

DONE = ("closed", "no_answer_needed")


def findings_carry(request: HttpRequest, audit: str) -> HttpResponse:
    """Choose an audit in which one takes part in the team, too; what was taken over already is not taken again."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    earlier = Audit.objects.filter(
        organisation=of.organisation,
        memberships__person=request.user,
        memberships__left_at=None,
        memberships__role__in=TEAM,
    ).exclude(pk=of.pk)
    form = CarryForm(request.POST or None, earlier=earlier, initial={"earlier": request.GET.get("earlier")})
    if request.method == "POST" and form.is_valid():
        taken = _carry(of, earlier.get(pk=form.cleaned_data["earlier"]), str(request.user))
        messages.success(request, _("%d open findings were taken over as drafts.") % taken)
        return redirect("findings", of.pk)
    return render(request, "findings/carry.html", {"form": form, "any": earlier.exists()})


def _carry(of: Audit, earlier: Audit, by: str) -> int:
    responses = [one.record for one in standing(earlier, "response", Response).values()]
    there = {(one.content["audit"], one.content["finding"]) for one in of.records.filter(kind="carried")}
    taken = 0
    for held in standing(earlier, "finding", Finding).values():
        state = chain_of(held.record, responses).state
        if held.record.grade is None or state in DONE or (earlier.pk, held.record.id) in there:
            continue
        _take(of, earlier, held.record, state, by)
        taken += 1
    return taken


def _take(of: Audit, earlier: Audit, finding: Finding, state: str, by: str) -> None:
    draft = Finding(
        id="",
        statement=finding.statement,
        requirement=finding.requirement,
        written_by=by,
        outcome_concern=finding.outcome_concern,
        service=finding.service,
        clauses=finding.clauses,
    )
    why = f"carried forward from {earlier.title}, {finding.id}"
    id = write_new(of, "finding", "F", lambda id: entry("finding", id, replace(draft, id=id), by, why))
    content = {
        "audit": earlier.pk,
        "title": earlier.title,
        "finding": finding.id,
        "grade": finding.grade,
        "state": state,
    }
    write(of, entry("carried", id, content, by, why), 0)
