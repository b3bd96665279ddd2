"""The page of rights, from the table by which the workbench lets people in."""

import os
from collections.abc import Iterator
from typing import Any

import markdown

INTRODUCTION = """\
This table is what the workbench itself asks before each page, and what its tests compare every address, method
and role with. *Read* is GET, *act* is POST. Who has no part in an audit or organisation meets "not found"; who has a part, but not
the role, meets "forbidden"; who is not logged in is sent to the login. Pages of login, password and second factor come
from django-allauth, which guards them itself.

| role | who |
| --- | --- |
| lead auditor, auditor, technical expert, observer, auditee contact | members of the audit that an address names |
| administrator | who administrates the organisation |
| person | everybody who is logged in |
| anybody | everybody, logged in or not |"""

MACHINES = """\
A program sends a token in place of a login. It may what the token's scope says, as far as the member whose token it is may do the same
in the page beside it. The token is for one audit; another audit is not found. A token of somebody who is no longer a member
works no more."""


def page() -> str:
    """Who may do what, app by app, and by which token."""
    _set_up()
    sections = [f"## {app}\n\n{_table(rows)}" for app, rows in _by_app().items()]
    return markdown.page("Rights", INTRODUCTION, *sections, f"## By program\n\n{MACHINES}\n\n{_endpoints()}")


def _set_up() -> None:
    """The workbench's settings, on no home and no database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ringtrue.workbench.settings")
    os.environ.setdefault("RINGTRUE_SECRET_KEY", "for the page of rights only")
    import django

    django.setup()


def _by_app() -> dict[str, list[tuple[str, str, str]]]:
    from ringtrue.workbench.access.roles import rights
    from ringtrue.workbench.machines.rights import ENDPOINTS

    found: dict[str, list[tuple[str, str, str]]] = {}
    programs = {name for name, _method in ENDPOINTS}
    for address, one in _addresses():
        if one.name in rights() and one.name not in programs:
            right = rights()[one.name]
            row = (markdown.code(address), _roles(right.read), _roles(right.act))
            app = getattr(one.callback, "__module__", "").split(".")[2:3] or ["other"]
            found.setdefault(app[0].replace("_", " ").capitalize(), []).append(row)
    return dict(sorted(found.items()))


def _addresses() -> Iterator[tuple[str, Any]]:
    from django.urls import URLResolver, get_resolver

    def walk(patterns: list[Any], before: str) -> Iterator[tuple[str, Any]]:
        for one in patterns:
            address = (
                f"{before}{one.pattern}".replace("<str:", "<").replace("<int:", "<").replace("<path:", "<")
            )
            yield from walk(one.url_patterns, address) if isinstance(one, URLResolver) else [(address, one)]

    return walk(get_resolver().url_patterns, "/")


def _table(rows: list[tuple[str, str, str]]) -> str:
    return markdown.table(["address", "may read", "may act"], rows)


def _endpoints() -> str:
    from ringtrue.workbench.machines.rights import ENDPOINTS

    address = {one.name: where for where, one in _addresses()}
    rows = [
        (method, markdown.code(address[name]), one.scope, _roles(one.roles(method) - {"administrator"}))
        for (name, method), one in ENDPOINTS.items()
    ]
    return markdown.table(["method", "address", "scope", "roles"], rows)


def _roles(roles: frozenset[str]) -> str:
    from ringtrue.workbench.access.roles import ADMINISTRATOR, ANYBODY, PERSON, ROLES

    order = [*ROLES, ADMINISTRATOR, PERSON, ANYBODY]
    if roles >= set(ROLES):
        return ", ".join(["every member", *(one for one in order[len(ROLES) :] if one in roles)])
    return ", ".join(one.replace("_", " ") for one in order if one in roles) or "–"
