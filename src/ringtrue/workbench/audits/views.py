"""The list of one's audits, a new one, and the overview of one."""

from datetime import UTC, datetime

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ringtrue.api import MethodRefused, state_named, write_audit_file
from ringtrue.workbench.audits.forms import NewAuditForm, StateForm, audit_toml
from ringtrue.workbench.audits.members import admit
from ringtrue.workbench.audits.models import Audit, Membership, Role
from ringtrue.workbench.audits.next import next_steps
from ringtrue.workbench.audits.states import MEANINGS, WORDS, move
from ringtrue.workbench.organisations.models import Organisation
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.reminders.due import due_for
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile

SOON_DAYS = 14
"""How far the overview looks ahead."""


def audits(request: HttpRequest) -> HttpResponse:
    """The audits in which a person takes part, and the organisations that the person administrates."""
    mine = Membership.objects.filter(person=request.user, left_at=None).select_related("audit__organisation")
    found = [
        {"audit": one.audit, "role": one.get_role_display(), "state": WORDS[one.audit.state]}
        for one in mine.order_by("-audit__created_at")
    ]
    organisations = Organisation.objects.filter(administrators__person=request.user).order_by("name")
    return render(request, "audits/audits.html", {"mine": found, "organisations": organisations})


def audit_new(request: HttpRequest, organisation: str) -> HttpResponse:
    """Begin an audit: its folder, its first entry, its lead auditor."""
    of = request.organisation  # type: ignore[attr-defined]
    given = {"lead": request.user.email, "title": request.GET.get("title", "")[:200]}  # type: ignore[union-attr]
    form = NewAuditForm(request.POST or None, initial=given)
    if request.method == "POST" and form.is_valid():
        made, token = _begun(request, of, form.cleaned_data)
        messages.success(request, _("The audit was begun."))
        if token:
            link = request.build_absolute_uri(reverse("invitation", args=[token]))
            messages.warning(
                request, _("Give this link to the lead auditor; it is shown only now: %s") % link
            )
            return redirect("organisation", of.pk)
        return redirect("audit", made.pk)
    return render(request, "audits/new.html", {"form": form, "organisation": of})


def audit(request: HttpRequest, audit: str) -> HttpResponse:
    """Where an audit stands, and the states that may follow."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    role = getattr(request.membership, "role", "")  # type: ignore[attr-defined]
    follows = [(name, WORDS[name], MEANINGS[name]) for name in state_named(one.state).follows]
    shown = {
        "follows": follows if role == Role.LEAD_AUDITOR else (),
        "meaning": MEANINGS[one.state],
        "states": [(words, name == one.state) for name, words in WORDS.items() if name != "infeasible"],
        "history": [
            (entry, WORDS.get(entry.content["state"]))
            for entry in AuditJournal(one).history("state", "audit")
        ],
        "next": next_steps(request),
        "due": due_for(one, role, request.user.email, datetime.now(UTC).date(), SOON_DAYS) if role else (),  # type: ignore[union-attr]
        "soon": SOON_DAYS,
    }
    return render(request, "audits/audit.html", shown)


def audit_state(request: HttpRequest, audit: str) -> HttpResponse:
    """Move the audit to another state."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    form = StateForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why the audit moves on."))
    else:
        role = request.membership.role  # type: ignore[attr-defined]
        try:
            move(one, form.cleaned_data["to"], role, str(request.user), form.cleaned_data["reason"])
        except (MethodRefused, ChangedMeanwhile) as refused:
            messages.error(request, told(refused))
    return redirect("audit", one.pk)


def _begun(request: HttpRequest, of: Organisation, said: dict[str, object]) -> tuple[Audit, str | None]:
    with transaction.atomic():
        made = Audit.objects.create(organisation=of, title=str(said["title"]))
        write_audit_file(made.folder, audit_toml(made, said))
        move(made, "initiated", "organisation_administrator", str(request.user), "begun")
        token = admit(request, made, str(said["lead"]), "", Role.LEAD_AUDITOR)
    return made, token
