"""A session cannot be made up, kept or handed on; a password is tried a few times only."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.signing import dumps
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from ringtrue.workbench.settings import ACCOUNT_RATE_LIMITS, SESSION_COOKIE_AGE
from tests.workbench.cast import PASSWORD, Cast

NAME = settings.SESSION_COOKIE_NAME


def inside(client: Client) -> bool:
    return client.get(reverse("person")).status_code == 200


def log_in(email: str = "ada@example.org", password: str = PASSWORD, client: Client | None = None) -> Client:
    client = client or Client()
    client.post(reverse("account_login"), {"login": email, "password": password})
    return client


@pytest.mark.parametrize(
    "made_up",
    [
        "",
        "x",
        "a" * 32,
        "../../workbench.sqlite3",
        "' or 1=1 --",
        "\x00",
        pytest.param(dumps({"_auth_user_id": "1"}, key="guessed"), id="signed with a guessed key"),
    ],
)
def test_a_session_that_somebody_made_up_opens_nothing(cast: Cast, made_up: str) -> None:
    client = Client()
    client.cookies[NAME] = made_up
    assert not inside(client)


def test_a_session_written_with_another_key_opens_nothing(cast: Cast) -> None:
    ada = log_in()
    with override_settings(SECRET_KEY="another key of another site that is long enough"):
        forged = (
            import_module(settings.SESSION_ENGINE)
            .SessionStore()
            .encode({"_auth_user_id": str(cast.people["ada"].pk)})
        )
    Session.objects.update(session_data=forged)
    assert not inside(ada)


def test_logging_in_changes_the_session_so_that_one_planted_before_is_worth_nothing(cast: Cast) -> None:
    planted = Client()
    planted.get(reverse("account_login"))
    session = planted.session
    session["planted"] = True
    session.save()
    before = session.session_key
    planted.cookies[NAME] = before
    log_in(client=planted)
    assert inside(planted) and planted.cookies[NAME].value != before
    thief = Client()
    thief.cookies[NAME] = before
    assert not inside(thief)


def test_who_logged_out_is_out_also_with_a_cookie_that_was_kept(cast: Cast) -> None:
    ada = log_in()
    kept = ada.cookies[NAME].value
    ada.post(reverse("account_logout"))
    thief = Client()
    thief.cookies[NAME] = kept
    assert not inside(thief)


def test_a_new_password_ends_all_other_sessions(cast: Cast) -> None:
    elsewhere, ada = log_in(), log_in()
    new = {
        "oldpassword": PASSWORD,
        "password1": "staple of another battery",
        "password2": "staple of another battery",
    }
    ada.post(reverse("account_change_password"), new)
    assert inside(ada) and not inside(elsewhere)


def test_a_person_who_was_shut_out_is_out_at_once(cast: Cast) -> None:
    ada = log_in()
    cast.people["ada"].is_active = False
    cast.people["ada"].save()
    assert not inside(ada)


def test_a_session_runs_out(cast: Cast) -> None:
    ada = log_in()
    left = Session.objects.get().expire_date - timezone.now()
    assert left <= timedelta(seconds=SESSION_COOKIE_AGE) <= timedelta(hours=24)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not inside(ada)


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(cast: Cast) -> None:
    cookie = log_in().cookies[NAME]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["expires"]


@override_settings(ACCOUNT_RATE_LIMITS=ACCOUNT_RATE_LIMITS)
def test_a_password_is_tried_a_few_times_only_and_then_not_even_the_right_one_is_taken(cast: Cast) -> None:
    cache.clear()
    for turn in range(6):
        log_in(password=f"wrong guess {turn}")
    assert not inside(log_in())
    assert inside(log_in("ben@example.org"))
    cache.clear()
