"""The team of an audit: who is in it, in which role; invitations; leaving."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ringtrue.api import NewEntry
from ringtrue.workbench.audits.forms import InviteForm, RoleForm
from ringtrue.workbench.audits.models import Audit, Membership, Role
from ringtrue.workbench.clock import now
from ringtrue.workbench.people.models import Invitation, Person
from ringtrue.workbench.trail.journal import AuditJournal


def team(request: HttpRequest, audit: str) -> HttpResponse:
    """Everybody in the audit."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    members = one.memberships.filter(left_at=None).select_related("person").order_by("role", "person__name")
    leads = getattr(request.membership, "role", "") == Role.LEAD_AUDITOR  # type: ignore[attr-defined]
    may = leads or request.administrates  # type: ignore[attr-defined]
    return render(request, "audits/team.html", {"members": members, "may": may, "roles": Role.choices})


def invite(request: HttpRequest, audit: str) -> HttpResponse:
    """Invite somebody by a link that works once; who has an account joins at once."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    form, link = InviteForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        token = admit(request, one, said["email"], said["name"], said["role"])
        if token is None:
            messages.success(request, _("Added to the team."))
            return redirect("team", one.pk)
        link = request.build_absolute_uri(reverse("invitation", args=[token]))
    return render(request, "audits/invite.html", {"form": form, "link": link})


def change(request: HttpRequest, audit: str, member: int) -> HttpResponse:
    """Give a member another role, or let the member go. An audit keeps at least one lead auditor."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    form = RoleForm(request.POST)
    if form.is_valid():
        with transaction.atomic():
            Audit.objects.select_for_update().get(pk=one.pk)
            found = one.memberships.filter(pk=member, left_at=None).select_related("person").first()
            if found is None:
                raise Http404
            refused = _change(one, found, form.cleaned_data["role"], str(request.user))
        if refused:
            messages.error(request, refused)
    return redirect("team", one.pk)


def admit(request: HttpRequest, audit: Audit, email: str, name: str, role: str) -> str | None:
    """Take somebody into an audit. A person who is known joins at once; for others the token of an invitation is given."""
    known = Person.objects.filter(email=email.strip().lower()).first()
    if known and known != request.user:
        known = known if _shares(request, known) else None
    _told(audit, str(request.user), email.strip().lower(), role)
    if known is None:
        _one, token = Invitation.make(
            email=email,
            name=name,
            organisation=audit.organisation,
            audit=audit,
            role=role,
            invited_by=request.user,
        )
        return token
    Membership.objects.get_or_create(audit=audit, person=known, left_at=None, defaults={"role": role})
    return None


def _shares(request: HttpRequest, known: Person) -> bool:
    """Whether the person works in an audit of the same organisation already: others are invited, and may decline."""
    organisation = request.organisation  # type: ignore[attr-defined]
    return Membership.objects.filter(person=known, audit__organisation=organisation, left_at=None).exists()


def _change(audit: Audit, found: Membership, role: str, by: str) -> str:
    leads = audit.memberships.filter(role=Role.LEAD_AUDITOR, left_at=None).exclude(pk=found.pk)
    if found.role == Role.LEAD_AUDITOR and role != Role.LEAD_AUDITOR and not leads.exists():
        return _("An audit has a lead auditor. Name another one first.")
    if role:
        found.role = role
    else:
        found.left_at = timezone.now()
    found.save()
    _told(audit, by, found.person.email, role or "none")
    return ""


def _told(audit: Audit, by: str, email: str, role: str) -> None:
    content = {"person": email, "role": role}
    entry = NewEntry(kind="member", id=email, by=by, at=now(), reason="team", content=content)
    AuditJournal(audit).append([entry])
