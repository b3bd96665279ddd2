"""Pages of the follow-up: what is awaited from whom, what is due, and the chain of one finding."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.method.follow_up.awaited import awaited
from ringtrue.method.follow_up.chain import chain_of
from ringtrue.method.follow_up.effectiveness import cases_needed
from ringtrue.method.follow_up.refuse import FollowUp, response_refusals
from ringtrue.model.errors import EvidenceRefused
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Finding
from ringtrue.model.follow_up import AUDITEE_STEPS, STEPS, NewCases, Response
from ringtrue.workbench.access.roles import AUDITORS, CONTACT
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.evidence.adding import add, refusals_of
from ringtrue.workbench.findings.forms import GRADES
from ringtrue.workbench.findings.reading import issued
from ringtrue.workbench.findings.views import role_of
from ringtrue.workbench.follow_up.due import due
from ringtrue.workbench.follow_up.forms import FIELDS, WORDS, StepForm
from ringtrue.workbench.pages.forms import parts
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.trail.desk import entry, one, standing, write
from ringtrue.workbench.trail.journal import ChangedMeanwhile
from ringtrue.workbench.trail.known import known_records, refuse


def follow_up(request: HttpRequest, audit: str) -> HttpResponse:
    """The findings that were issued, what each waits for, and what is due."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    out, steps = issued(of), _responses(of)
    contact = role_of(request) == CONTACT
    shown = [
        (finding, chain_of(finding, steps), dict(GRADES).get(finding.grade or ""))
        for finding in _findings(of, contact)
        if finding.grade is not None
    ]
    rows = [(one, chain, awaited(one, chain), grade) for one, chain, grade in shown]
    late = [item for item in due(of, _today()) if not contact or item.finding in out]
    return render(request, "follow_up/follow_up.html", {"rows": rows, "due": late})


def follow_up_finding(request: HttpRequest, audit: str, id: str) -> HttpResponse:
    """The chain of one finding; the next step is taken here. A step is added and never changed."""
    of, role = request.audit, role_of(request)  # type: ignore[attr-defined]
    finding = _finding(of, id, role)
    steps = [name for name in STEPS if (name in AUDITEE_STEPS) == (role == CONTACT)]
    may = role in AUDITORS | {CONTACT}
    form = StepForm(
        request.POST or None, request.FILES or None, steps=steps, initial={"on": _today().isoformat()}
    )
    if request.method == "POST" and form.is_valid() and _taken(request, of, finding, form):
        messages.success(request, _("Recorded."))
        return redirect("follow_up_finding", of.pk, id)
    chain = chain_of(finding, _responses(of))
    shown = {
        "one": finding,
        "grade": dict(GRADES).get(finding.grade or ""),
        "chain": chain,
        "steps": [(step, WORDS[step.step]) for step in chain.steps],
        "awaited": awaited(finding, chain),
        "needed": [(repeats, cases_needed(repeats=repeats)) for repeats in range(3)],
        "form": form if may else None,
    }
    return render(request, "follow_up/one.html", shown, status=400 if form.errors else 200)


def _taken(request: HttpRequest, of: Audit, finding: Finding, form: StepForm) -> bool:
    """Judge the step after those before it and record it. Steps are numbered, so that of two at once the second is judged anew."""
    by, known = str(request.user), known_records(of)
    number = 1 + max(
        (int(one.rpartition("-")[2]) for one in known.responses if one[-1:].isdecimal()), default=0
    )
    new = _response(f"R-{number:03d}", finding.id, form.cleaned_data, by)
    given = form.cleaned_data.get("file")
    proof = _proof(new, given) if given else None
    facts = FollowUp(list(known.responses.values()), known.auditors, known.known)
    if refuse(form, response_refusals(finding, new, facts), FIELDS):
        return False
    if proof and refuse(form, refusals_of(of, proof), {}):
        return False
    try:
        if proof:
            new = replace(new, evidence=(*new.evidence, add(of, proof, given, by)))
        write(of, entry("response", new.id, new, by, new.step), 0)
    except EvidenceRefused as refused:
        form.add_error("file", told(refused))
        return False
    except ChangedMeanwhile as meanwhile:
        said = _("%s took a step meanwhile. Look at the chain again, then send yours once more.")
        form.add_error(None, said % meanwhile.record.by)
        return False
    return True


def _response(id: str, finding: str, said: dict[str, Any], by: str) -> Response:
    cases = None
    if said.get("cases") is not None or said.get("repeats") is not None:
        since = said["since"].isoformat() if said.get("since") else ""
        cases = NewCases(cases=said.get("cases") or 0, repeats=said.get("repeats") or 0, since=since)
    return Response(
        id=id,
        finding=finding,
        step=said["step"],
        text=said["text"],
        by=by,
        on=said["on"].isoformat(),
        action=said["action"] or None,
        owner=said["owner"] or None,
        due_on=said["due_on"].isoformat() if said["due_on"] else None,
        evidence=parts(said["evidence"]),
        effective=said.get("effective"),
        new_cases=cases,
        without_cases=said.get("without_cases") or "",
    )


def _proof(new: Response, given: Any) -> Evidence:
    """The file that came with a step, as evidence that is yet to be verified."""
    return Evidence(
        id="",
        shows=_("Given with the answer to %(finding)s: %(step)s.")
        % {"finding": new.finding, "step": WORDS[new.step]},
        event_on=new.on,
        captured_at=_today().isoformat(),
        obtained="examined",
        collected_by=new.by,
        place=_("follow-up"),
    )


def _responses(of: Audit) -> list[Response]:
    return [held.record for held in standing(of, "response", Response).values()]


def _findings(of: Audit, contact: bool) -> list[Finding]:
    if contact:
        return [finding for finding, _at in issued(of).values()]
    return [held.record for held in standing(of, "finding", Finding).values()]


def _finding(of: Audit, id: str, role: str) -> Finding:
    if role != CONTACT:
        return one(of, "finding", Finding, id).record
    out = issued(of).get(id)
    if out is None:
        raise Http404
    return out[0]


def _today() -> date:
    return datetime.now(UTC).date()
