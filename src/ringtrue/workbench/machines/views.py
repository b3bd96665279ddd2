"""The page of tokens: made, seen once, revoked."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ringtrue.api import NewEntry
from ringtrue.workbench.access.roles import LEAD
from ringtrue.workbench.clock import now
from ringtrue.workbench.machines.forms import TokenForm
from ringtrue.workbench.machines.models import Token
from ringtrue.workbench.trail.journal import AuditJournal


def machines(request: HttpRequest, audit: str) -> HttpResponse:
    """One's tokens in this audit, to the lead everybody's; a new one, whose text is shown this once."""
    form, text = TokenForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        text, form = _make(request, form.cleaned_data), TokenForm()
    shown = {
        "form": form,
        "text": text,
        "tokens": _tokens(request).select_related("membership__person"),
        "address": request.build_absolute_uri(reverse("machines_audit", args=[audit])),
        "openapi": reverse("machines_openapi"),
    }
    return render(request, "machines/machines.html", shown)


def machines_revoke(request: HttpRequest, audit: str, token: int) -> HttpResponse:
    """Revoke a token: it stops working at once."""
    with transaction.atomic():
        found = _tokens(request).filter(pk=token).first()
        if found is None:
            raise Http404
        if _tokens(request).filter(pk=token, revoked_at=None).update(revoked_at=timezone.now()):
            _told(request, found, "revoked")
    messages.success(request, _("Revoked. It works no more."))
    return redirect("machines", audit)


def _tokens(request: Any) -> Any:
    of = {} if request.membership.role == LEAD else {"membership__person": request.user}
    return Token.objects.filter(membership__audit=request.audit, **of)


def _make(request: Any, said: dict[str, Any]) -> str:
    until = timezone.now() + timedelta(days=said["days"])
    with transaction.atomic():
        made, text = Token.make(
            membership=request.membership, name=said["name"], scopes=said["scopes"], expires_at=until
        )
        _told(request, made, "made")
    return text


def _told(request: Any, token: Token, what: str) -> None:
    content = {
        "name": token.name,
        "of": token.membership.person.email,
        "scopes": token.scopes,
        "state": what,
        "until": token.expires_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    entry = NewEntry(
        kind="token", id=f"token-{token.pk}", by=str(request.user), at=now(), reason=what, content=content
    )
    AuditJournal(request.audit).append([entry])
