"""A program that calls the interface with a token."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from ringtrue.workbench.audits.models import Membership
from ringtrue.workbench.machines.models import Scope, Token
from tests.workbench.cast import Cast

EVERYTHING = list(Scope.values)


def token_of(cast: Cast, name: str, scopes: list[str] | None = None, days: int = 1) -> str:
    """A token of a member of the cast; of Dan, for the other audit."""
    membership = Membership.objects.get(person=cast.people[name], left_at=None)
    until = timezone.now() + timedelta(days=days)
    _token, text = Token.make(
        membership=membership,
        name="loader",
        scopes=EVERYTHING if scopes is None else scopes,
        expires_at=until,
    )
    return text


def call(token: str | None, method: str, path: str, body: Any = None, **said: Any) -> HttpResponse:
    """What the interface answers; a body is sent as JSON."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    given = {"data": body, "content_type": "application/json"} if body is not None else {}
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    return getattr(client, method.lower())(f"/api/v1/{path}", headers=headers, **given, **said)


def send(token: str | None, path: str, name: str, content: bytes, **fields: Any) -> HttpResponse:
    """Hand a file in."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    data = {"file": SimpleUploadedFile(name, content), **fields}
    return Client(raise_request_exception=False, enforce_csrf_checks=True).post(
        f"/api/v1/{path}", data, headers=headers
    )
