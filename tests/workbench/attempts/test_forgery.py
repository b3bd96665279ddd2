"""A page of another site cannot act in one's name: every act asks for a token that only our pages hold."""

import pytest
from django.test import Client
from django.urls import reverse

from ringtrue.workbench.access.roles import ANYBODY, rights
from ringtrue.workbench.audits.models import Audit
from tests.workbench.access.test_rights import named
from tests.workbench.cast import BACKEND, ROLES, Cast

BY_TOKEN = "machines_"
"""The interface knows no cookies: tests/workbench/machines/test_who_may_call.py shows that none lets anybody in."""

OF_ALLAUTH = (
    "account_login",
    "account_logout",
    "account_change_password",
    "account_reset_password",
    "mfa_activate_totp",
)


def strict(cast: Cast, name: str) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.people[name], backend=BACKEND)
    return client


def may(page: str) -> str:
    act = rights()[page].act
    return next((name for name, role in ROLES.items() if role.value in act), "admin")


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://evil.example"}])
def test_no_act_is_done_without_the_token(cast: Cast, origin: dict[str, str]) -> None:
    before = list(Audit.objects.order_by("pk").values_list("entries", flat=True))
    acts = {
        page: url
        for page, url in named().items()
        if rights()[page].act and page not in (*_interface(), "understanding_test", "invitation")
    }
    let_in = []
    for page, pattern in acts.items():
        values = {
            part: {"audit": cast.audit.pk, "organisation": cast.audit.organisation.pk}.get(part, 1)
            for part in pattern.pattern.converters
        }
        answer = strict(cast, may(page)).post(reverse(page, kwargs=values), {"x": "y"}, headers=origin)
        if answer.status_code != 403 or b"CSRF" not in (
            answer.reason_phrase.encode() + answer.content + _why(answer)
        ):
            let_in.append((page, answer.status_code))
    assert len(acts) > 25
    assert let_in == []
    assert list(Audit.objects.order_by("pk").values_list("entries", flat=True)) == before


@pytest.mark.parametrize("page", OF_ALLAUTH)
def test_nor_to_log_in_or_out_or_to_change_how_one_does(cast: Cast, page: str) -> None:
    assert strict(cast, "ada").post(reverse(page), {}).status_code == 403


@pytest.mark.parametrize("page", ["understanding_test", "invitation"])
def test_nor_by_a_link_that_needs_no_login(cast: Cast, page: str) -> None:
    assert ANYBODY in rights()[page].act
    assert Client(enforce_csrf_checks=True).post(reverse(page, args=["x"]), {}).status_code == 403


def test_nothing_is_done_by_merely_opening_an_address(cast: Cast) -> None:
    before = list(Audit.objects.order_by("pk").values_list("entries", flat=True))
    for page, pattern in named().items():
        if set(pattern.pattern.converters) <= {"audit", "organisation"}:
            known = {"audit": cast.audit.pk, "organisation": cast.audit.organisation.pk}
            url = reverse(page, kwargs={part: known[part] for part in pattern.pattern.converters})
            cast.client("ada").get(url)
    assert list(Audit.objects.order_by("pk").values_list("entries", flat=True)) == before


def _interface() -> tuple[str, ...]:
    own = {"machines", "machines_revoke"}
    return tuple(page for page in rights() if page.startswith(BY_TOKEN) and page not in own)


def _why(answer: object) -> bytes:
    return str(getattr(answer, "context", "") or "").encode()
