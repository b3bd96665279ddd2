"""Login by OpenID Connect: switched on by settings, for persons who were invited."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import json, django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from unittest import mock
from allauth.account.models import EmailAddress
from allauth.core.context import request_context
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.login import complete_login
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from ringtrue.workbench.people.models import Person

call_command("migrate", verbosity=0)
Person.objects.create_user("ada@example.org", "correct horse battery", "Ada")
told = {"link": reverse("openid_connect_login", args=["sso"])}
told["offered"] = told["link"] in Client().get(reverse("account_login")).content.decode()

def arrive(uid, email, verified):
    request = RequestFactory().get("/")
    SessionMiddleware(lambda r: None).process_request(request)
    MessageMiddleware(lambda r: None).process_request(request)
    request.user = AnonymousUser()
    with request_context(request):
        provider = get_adapter().get_provider(request, "sso")
        login = provider.sociallogin_from_response(request, {"userinfo": {"sub": uid, "email": email, "email_verified": verified}})
        login.state = {"process": "login"}
        complete_login(request, login)
    return request.user.is_authenticated

told["stranger"] = arrive("1", "dan@example.org", True)
told["unverified"] = arrive("2", "ada@example.org", False)
told["ada"] = arrive("3", "ADA@example.org", True)
told["persons"] = Person.objects.count()
told["pages"] = [Client().get(reverse(n)).status_code for n in ("socialaccount_signup", "socialaccount_connections")]
print(json.dumps(told))
"""


def test_who_was_invited_comes_in_by_a_verified_address_and_nobody_else(tmp_path: Path) -> None:
    pytest.importorskip("jwt", reason="allauth's OpenID Connect needs PyJWT")
    pytest.importorskip("oauthlib", reason="allauth's OpenID Connect needs oauthlib")
    said = {
        "RINGTRUE_HOME": str(tmp_path),
        "RINGTRUE_HOSTS": "testserver",
        "DJANGO_SETTINGS_MODULE": "ringtrue.workbench.settings",
        "RINGTRUE_OIDC_ISSUER": "https://login.example.org",
        "RINGTRUE_OIDC_CLIENT": "ringtrue",
        "RINGTRUE_OIDC_SECRET": "a-secret-word",
    }
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | said
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == {
        "link": "/account/oidc/sso/login/",
        "offered": True,
        "stranger": False,
        "unverified": False,
        "ada": True,
        "persons": 1,
        "pages": [403, 403],
    }
