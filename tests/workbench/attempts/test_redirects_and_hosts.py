"""Nobody is sent to another site, and no page or link is made in another site's name."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from tests.workbench.cast import PASSWORD, Cast

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "http://testserver@evil.example/",
    "/%09/evil.example",
    "\t//evil.example",
    "https://evil.example%00.testserver/",
]


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_login_leads_to_a_page_of_ours_only(cast: Cast, place: str) -> None:
    said = {"login": "ada@example.org", "password": PASSWORD, "next": place}
    for url in (reverse("account_login"), f"{reverse('account_login')}?next={place}"):
        answer = Client().post(url, said)
        assert answer.status_code == 302
        assert _stays(answer.headers["Location"]), answer.headers["Location"]


@pytest.mark.parametrize("place", ELSEWHERE)
def test_so_does_a_logout(cast: Cast, place: str) -> None:
    answer = cast.client("ada").post(reverse("account_logout"), {"next": place})
    assert _stays(answer.headers["Location"])


@pytest.mark.parametrize(
    "path", ["//evil.example/audits", "/%2f%2fevil.example", "//evil.example", "/\\evil.example/"]
)
def test_an_address_that_looks_like_another_site_leads_nowhere(cast: Cast, path: str) -> None:
    answer = cast.client("ada").generic("GET", path)
    assert answer.status_code == 404 or _stays(answer.headers.get("Location", "/"))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "testserver.evil.example", "testserver:80@evil.example", "evil.example\\testserver", ""],
)
def test_a_host_that_was_not_set_is_refused(cast: Cast, host: str) -> None:
    for url in (reverse("account_login"), reverse("audit", args=[cast.audit.pk]), "/api/v1/openapi.json"):
        assert cast.client("ada").get(url, headers={"Host": host}).status_code == 400


def test_a_host_that_a_proxy_is_said_to_have_seen_is_not_believed(cast: Cast) -> None:
    said = {"email": "new@example.org", "role": "observer"}
    url = reverse("team_invite", args=[cast.audit.pk])
    page = cast.client("ada").post(
        url, said, headers={"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https"}
    )
    assert "http://testserver/account/invitation/" in page.content.decode()
    assert "evil.example" not in page.content.decode()


@override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
def test_nor_by_the_mail_for_a_forgotten_password(cast: Cast, mailoutbox: list[object]) -> None:
    client = Client()
    told = {"X-Forwarded-Host": "evil.example"}
    client.post(reverse("account_reset_password"), {"email": "ada@example.org"}, headers=told)
    assert "http://testserver/" in mailoutbox[0].body  # type: ignore[attr-defined]
    assert "evil" not in mailoutbox[0].body  # type: ignore[attr-defined]
    refused = client.post(
        reverse("account_reset_password"), {"email": "ada@example.org"}, headers={"Host": "evil.example"}
    )
    assert (refused.status_code, len(mailoutbox)) == (400, 1)


def _stays(location: str) -> bool:
    return (
        location.startswith("/")
        and location[1:2] not in ("/", "\\")
        and not any(ord(one) < 32 for one in location)
    )
