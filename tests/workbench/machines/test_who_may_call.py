"""Every endpoint, for every role and scope: what the page of the same matter allows, and no more."""

import pytest
from django.utils import timezone

from ringtrue.workbench.audits.models import Membership
from ringtrue.workbench.machines.interface import addresses, api
from ringtrue.workbench.machines.models import Scope, Token
from ringtrue.workbench.machines.rights import ENDPOINTS
from tests.workbench.cast import ROLES, Cast
from tests.workbench.machines.calling import call, token_of

PATHS = {
    name: str(one.pattern).replace("<int:job>", "1").replace("<lead>", "x").replace("<finding>", "F-999")
    for one in addresses()
    if (name := one.name)
}
EVERY = sorted(ENDPOINTS)


def test_every_operation_says_what_it_needs() -> None:
    told = {
        (operation.url_name, method)
        for _prefix, router in api._routers
        for view in router.path_operations.values()
        for operation in view.operations
        for method in operation.methods
    }
    assert told == set(ENDPOINTS)


@pytest.mark.parametrize(("name", "method"), EVERY)
def test_a_role_may_by_a_token_what_it_may_by_the_page(cast: Cast, name: str, method: str) -> None:
    allowed = ENDPOINTS[name, method].roles(method)
    told = {person: _inside(call(token_of(cast, person), method, _path(name, cast))) for person in ROLES}
    assert told == {person: role.value in allowed for person, role in ROLES.items()}


@pytest.mark.parametrize(("name", "method"), EVERY)
@pytest.mark.parametrize("scope", [None, *Scope.values])
def test_a_token_serves_for_its_scopes_only(cast: Cast, name: str, method: str, scope: str | None) -> None:
    token = token_of(cast, "ada", [scope] if scope else [])
    assert _inside(call(token, method, _path(name, cast))) == (ENDPOINTS[name, method].scope == scope)


@pytest.mark.parametrize(("name", "method"), EVERY)
def test_without_a_token_that_works_nobody_is_let_in(cast: Cast, name: str, method: str) -> None:
    path = _path(name, cast)
    for token in (None, "", "rtk_wrong", "rtk_" + "x" * 5000, "rtk_\u00e4"):
        answer = call(token, method, path)
        assert (answer.status_code, answer["Content-Type"].split(";")[0]) == (401, "application/json")
    assert getattr(cast.client("ada"), method.lower())(f"/api/v1/{path}").status_code == 401


@pytest.mark.parametrize(("name", "method"), [one for one in EVERY if one[0] != "machines_audits"])
def test_another_audit_is_not_there_for_a_token(cast: Cast, name: str, method: str) -> None:
    assert call(token_of(cast, "dan"), method, _path(name, cast)).status_code == 404


def test_a_token_of_a_removed_member_works_no_more_even_when_the_member_comes_back(cast: Cast) -> None:
    token, path = token_of(cast, "ben"), f"audits/{cast.audit.pk}"
    assert call(token, "GET", path).status_code == 200
    Membership.objects.filter(person=cast.people["ben"]).update(left_at=timezone.now())
    assert call(token, "GET", path).status_code == 401
    Membership.objects.create(audit=cast.audit, person=cast.people["ben"], role="auditor")
    assert call(token, "GET", path).status_code == 401


def test_a_new_role_holds_at_once(cast: Cast) -> None:
    token, path = token_of(cast, "ben"), f"audits/{cast.audit.pk}/runs"
    assert call(token, "POST", path).status_code == 409
    Membership.objects.filter(person=cast.people["ben"]).update(role="observer")
    assert call(token, "POST", path).status_code == 403


def test_a_token_that_ran_out_was_revoked_or_is_of_a_person_shut_out_works_no_more(cast: Cast) -> None:
    path = f"audits/{cast.audit.pk}"
    assert call(token_of(cast, "ada", days=-1), "GET", path).status_code == 401
    token = token_of(cast, "ada")
    Token.objects.update(revoked_at=timezone.now())
    assert call(token, "GET", path).status_code == 401
    token, cast.people["ada"].is_active = token_of(cast, "ada"), False
    cast.people["ada"].save()
    assert call(token, "GET", path).status_code == 401


def _path(name: str, cast: Cast) -> str:
    return PATHS[name].replace("<audit>", cast.audit.pk)


def _inside(answer: object) -> bool:
    assert answer.status_code != 500 and answer.status_code != 401  # type: ignore[attr-defined]
    return answer.status_code != 403  # type: ignore[attr-defined]
