"""Every address and method, for every role: as the table says, and 404 for strangers."""

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from ringtrue.workbench.access.middleware import OF_OTHERS
from ringtrue.workbench.access.roles import ANYBODY, PERSON, rights
from tests.workbench.cast import ROLES, Cast

PEOPLE = [None, *ROLES, "admin", "dan"]


def named() -> dict[str, URLPattern]:
    """Every address of ours by its name."""
    found: dict[str, URLPattern] = {}

    def walk(patterns: list[URLPattern | URLResolver]) -> None:
        for one in patterns:
            if isinstance(one, URLResolver):
                walk(one.url_patterns)
            elif not (one.name or "").startswith(OF_OTHERS):
                found[one.name or str(one.pattern)] = one

    walk(get_resolver().url_patterns)
    return found


def test_every_address_has_a_right_and_every_right_an_address() -> None:
    assert set(named()) == set(rights())


@pytest.mark.parametrize("name", sorted(rights()))
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_may_come_in(cast: Cast, name: str, method: str) -> None:
    url = _address(name, cast)
    told = {person: _outcome(cast.client(person).generic(method, url)) for person in PEOPLE}
    assert told == {person: _expected(person, method, name) for person in PEOPLE}


def _expected(person: str | None, method: str, name: str) -> str:
    allowed, parts = rights()[name].roles(method), set(named()[name].pattern.converters)
    held = {PERSON} if person else set()
    if "audit" in parts and person in ROLES:
        held.add(ROLES[person].value)
    if parts & {"audit", "organisation"} and person == "admin":
        held.add("administrator")
    if ANYBODY in allowed:
        return "in"
    if person is None:
        return "login"
    if parts & {"audit", "organisation"} and held == {PERSON}:
        return "not there"
    return "in" if held & allowed else "forbidden"


def _outcome(answer: HttpResponse) -> str:
    """What somebody met. A page inside may miss a record that this test did not make: it answers 404 with the audit's name."""
    if answer.status_code == 302 and answer.headers["Location"].startswith(reverse("account_login")):
        return "login"
    if answer.status_code == 403:
        return "forbidden"
    if answer.status_code == 404 and not getattr(answer.wsgi_request, "came_in", False):
        return "not there"
    return "in"


def _address(name: str, cast: Cast) -> str:
    values = {
        part: cast.audit.pk
        if part == "audit"
        else cast.audit.organisation.pk
        if part == "organisation"
        else 1
        for part in named()[name].pattern.converters
    }
    return reverse(name, kwargs=values)
