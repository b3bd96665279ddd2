"""Under a path prefix every address, link, form and cookie is below it, whether or not the proxy takes the prefix off."""

import re
from collections.abc import Iterator

import pytest
import requests

from tests.workbench.served import FIRST, Served, served

PREFIX = "/audit"
PROXIED = {"Host": "audit.example.org", "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    told = {
        "RINGTRUE_HOSTS": "audit.example.org,127.0.0.1",
        "RINGTRUE_ORIGINS": "https://audit.example.org",
        "RINGTRUE_HTTPS": "yes",
    }
    with served(tmp_path_factory.mktemp("site"), RINGTRUE_PREFIX=PREFIX, **told) as made:
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("handed_on", [PREFIX, ""])
def test_somebody_logs_in_and_stays_below_the_prefix(site: Served, handed_on: str) -> None:
    base, jar = f"http://127.0.0.1:{site.port}{handed_on}", {}
    login = requests.get(f"{base}/account/login/", headers=PROXIED, timeout=60)
    addresses = re.findall(r'(?:href|src|action|content)="(/[^"]*)"', login.text)
    assert addresses and all(one.startswith(f"{PREFIX}/") for one in addresses)
    for one in addresses:
        got = requests.get(
            f"{base}{one.removeprefix(PREFIX)}", headers=PROXIED, timeout=60, allow_redirects=False
        )
        assert got.status_code in (200, 302), one
    jar["ringtrue-csrf"] = login.cookies["ringtrue-csrf"]
    said = {"login": "ada@example.org", "password": FIRST, "csrfmiddlewaretoken": jar["ringtrue-csrf"]}
    headers = {
        **PROXIED,
        "Referer": "https://audit.example.org/audit/account/login/",
        "Cookie": _cookies(jar),
    }
    done = requests.post(f"{base}/account/login/", said, headers=headers, timeout=60, allow_redirects=False)
    assert (done.status_code, done.headers["Location"]) == (302, f"{PREFIX}/")
    session = next(one for one in done.headers["Set-Cookie"].split(",") if "ringtrue-session" in one)
    assert all(part in done.headers["Set-Cookie"] for part in (f"Path={PREFIX}/", "Secure", "HttpOnly")), (
        session
    )
    jar["ringtrue-session"] = done.cookies["ringtrue-session"]
    page = requests.get(f"{base}/", headers={**PROXIED, "Cookie": _cookies(jar)}, timeout=60)
    assert "Northwind" in page.text and f'href="{PREFIX}/organisations/' in page.text


@pytest.mark.slow
def test_the_proxy_is_believed_about_https_only_and_another_host_is_refused(site: Served) -> None:
    url = f"{site.url}/account/login/"
    assert requests.get(url, headers={**PROXIED, "Host": "evil.example"}, timeout=60).status_code == 400
    assert "max-age" in requests.get(url, headers=PROXIED, timeout=60).headers["Strict-Transport-Security"]


def _cookies(jar: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in jar.items())
