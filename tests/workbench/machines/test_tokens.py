"""Tokens: shown once, kept as a hash, seen and revoked by their member and the lead."""

import re

from ringtrue.workbench.machines.models import Token
from tests.workbench.cast import Cast
from tests.workbench.machines.calling import call, token_of

NEW = {"name": "nightly", "scopes": ["read"], "days": "30"}


def test_a_token_is_shown_once_works_and_is_kept_as_a_hash_only(cast: Cast) -> None:
    page, url = cast.client("ben"), f"/audits/{cast.audit.pk}/machines/"
    shown = page.post(url, NEW).content.decode()
    text = re.search(r'id="token">(rtk_[\w-]{43})<', shown).group(1)  # type: ignore[union-attr]
    assert call(text, "GET", f"audits/{cast.audit.pk}").json()["role"] == "auditor"
    assert text not in page.get(url).content.decode()
    kept = Token.objects.get()
    assert text not in str(vars(kept)) and kept.used_at
    assert all(text not in line for line in cast.audit.trail.values_list("line", flat=True))


def test_making_and_revoking_stand_in_the_trail(cast: Cast) -> None:
    page = cast.client("ben")
    page.post(f"/audits/{cast.audit.pk}/machines/", NEW)
    page.post(f"/audits/{cast.audit.pk}/machines/{Token.objects.get().pk}/revoke/")
    record = cast.audit.records.get(kind="token")
    assert (record.by, record.content["state"], record.content["scopes"]) == ("Ben", "revoked", ["read"])
    assert cast.audit.trail.filter(kind="token").count() == 2


def test_a_revoked_token_works_no_more(cast: Cast) -> None:
    text = token_of(cast, "ben")
    cast.client("ben").post(f"/audits/{cast.audit.pk}/machines/{Token.objects.get().pk}/revoke/")
    assert call(text, "GET", f"audits/{cast.audit.pk}").status_code == 401


def test_the_lead_sees_and_revokes_everybodys_and_others_only_their_own(cast: Cast) -> None:
    text, page = token_of(cast, "ben"), f"/audits/{cast.audit.pk}/machines/"
    url = f"{page}{Token.objects.get().pk}/revoke/"
    assert "loader" not in cast.client("eve").get(page).content.decode()
    assert cast.client("eve").post(url).status_code == 404
    assert call(text, "GET", f"audits/{cast.audit.pk}").status_code == 200
    assert "loader" in cast.client("ada").get(page).content.decode()
    assert cast.client("ada").post(url).status_code == 302
    assert call(text, "GET", f"audits/{cast.audit.pk}").status_code == 401


def test_a_token_of_another_audit_cannot_be_revoked_from_here(cast: Cast) -> None:
    token_of(cast, "dan")
    url = f"/audits/{cast.audit.pk}/machines/{Token.objects.get().pk}/revoke/"
    assert cast.client("ada").post(url).status_code == 404


def test_a_scope_or_a_span_that_there_is_not_is_refused(cast: Cast) -> None:
    page, url = cast.client("ben"), f"/audits/{cast.audit.pk}/machines/"
    for wrong in ({"scopes": ["everything"]}, {"scopes": []}, {"days": "9999"}, {"name": ""}):
        assert 'id="token"' not in page.post(url, {**NEW, **wrong}).content.decode()
    assert not Token.objects.exists()


def test_what_somebody_calls_a_token_is_never_markup(cast: Cast) -> None:
    url = f"/audits/{cast.audit.pk}/machines/"
    shown = cast.client("ben").post(url, {**NEW, "name": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in shown and "&lt;script&gt;alert" in shown
