"""Login by OpenID Connect, by its real way over a provider: for who was invited, by an address that was verified."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from django.apps import apps
from django.conf import settings
from django.urls import NoReverseMatch, reverse

from tests.workbench.people.provider import CLIENT, SECRET, Provider, provider
from tests.workbench.served import FIRST, Served, served

pytestmark = pytest.mark.slow


LOGIN = "/account/oidc/sso/login/"


@pytest.fixture(scope="module")
def one() -> Iterator[Provider]:
    with provider() as made:
        yield made


@pytest.fixture(scope="module")
def site(one: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    told = {"RINGTRUE_OIDC_ISSUER": one.url, "RINGTRUE_OIDC_CLIENT": CLIENT, "RINGTRUE_OIDC_SECRET": SECRET}
    with served(tmp_path_factory.mktemp("site"), RINGTRUE_MFA_FOR_LEADS="yes", **told) as made:
        yield made


def arrive(site: Served, one: Provider, asked: str = "", **there: Any) -> requests.Session:
    """A browser that went the whole way."""
    one.there = there
    browser = requests.Session()
    browser.last = browser.get(f"{site.url}{LOGIN}{asked}", timeout=60)  # type: ignore[attr-defined]
    return browser


def inside(site: Served, browser: requests.Session) -> bool:
    return urlsplit(browser.get(f"{site.url}/account/me/", timeout=60).url).path == "/account/me/"


@pytest.mark.parametrize(
    "there",
    [
        {"sub": "1", "email": "stranger@example.org", "email_verified": True},
        {"sub": "2", "email": "ada@example.org", "email_verified": False},
        {"sub": "3", "email": "ada@example.org", "email_verified": "false"},
        {"sub": "4", "email": "ada@example.org"},
        {"sub": "5", "email_verified": True},
        {"sub": "6", "email": "ada@example.org@evil.example", "email_verified": True},
    ],
)
def test_nobody_else_comes_in(site: Served, one: Provider, there: dict[str, Any]) -> None:
    browser = arrive(site, one, **there)
    assert browser.last.status_code < 500  # type: ignore[attr-defined]
    assert not inside(site, browser)


def test_who_is_sent_back_by_the_provider_is_not_in(site: Served, one: Provider) -> None:
    one.denies = True
    browser = arrive(site, one, sub="7", email="ada@example.org", email_verified=True)
    one.denies = False
    assert browser.last.status_code < 500 and not inside(site, browser)  # type: ignore[attr-defined]


def test_an_answer_that_nobody_asked_for_lets_nobody_in(site: Served, one: Provider) -> None:
    one.there = {"sub": "8", "email": "ada@example.org", "email_verified": True}
    asked = {
        "response_type": "code",
        "client_id": CLIENT,
        "code_challenge_method": "S256",
        "code_challenge": "x",
    }
    back = one.authorize({**asked, "redirect_uri": f"{site.url}{LOGIN}callback/", "state": "planted"})
    browser = requests.Session()
    assert browser.get(back, timeout=60).status_code < 500
    assert not inside(site, browser)


def test_who_was_invited_comes_in_stays_on_our_pages_and_is_led_to_the_second_factor(
    site: Served, one: Provider
) -> None:
    browser = arrive(
        site, one, "?next=https://evil.example/", sub="9", email="ADA@example.org", email_verified=True
    )
    assert browser.last.url.startswith(site.url)  # type: ignore[attr-defined]
    assert inside(site, browser)
    page = browser.get(f"{site.url}/", timeout=60)
    organisation = page.text.split('href="/organisations/')[1].split('"')[0]
    assert (
        "/account/2fa/totp/activate/"
        in browser.get(f"{site.url}/organisations/{organisation}", timeout=60).url
    )


def test_from_then_on_the_provider_decides_and_the_old_password_is_none(site: Served, one: Provider) -> None:
    arrive(site, one, sub="9", email="ada@example.org", email_verified=True)
    browser = requests.Session()
    browser.get(f"{site.url}/account/login/", timeout=60)
    said = {
        "login": "ada@example.org",
        "password": FIRST,
        "csrfmiddlewaretoken": browser.cookies["ringtrue-csrf"],
    }
    assert browser.post(f"{site.url}/account/login/", said, timeout=60).status_code == 200
    assert not inside(site, browser)


def test_without_the_setting_nothing_of_it_is_loaded() -> None:
    assert not hasattr(settings, "SOCIALACCOUNT_PROVIDERS")
    assert not [one.name for one in apps.get_app_configs() if "social" in one.name or "openid" in one.name]
    with pytest.raises(NoReverseMatch):
        reverse("openid_connect_login", args=["sso"])


def test_the_login_offers_it_where_it_is_set(site: Served) -> None:
    assert LOGIN in requests.get(f"{site.url}/account/login/", timeout=60).text


def test_a_home_of_a_site_with_it_holds_nothing_of_the_secret(site: Served) -> None:
    files = [path for path in Path(site.home).rglob("*") if path.is_file()]
    assert all(SECRET.encode() not in path.read_bytes() for path in files)
