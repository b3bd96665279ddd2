"""How a login by OpenID Connect finds its person. Loaded only where single sign-on is set."""

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

SAID = (True, "true")
"""What some providers write for it; any other word, also "false", is no."""


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """A person is known by the address that the provider verified; nobody becomes a person by logging in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Never."""
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """Whether the provider says in so many words that it verified the address."""
        told = login.account.extra_data.get("userinfo") or login.account.extra_data.get("id_token") or {}
        return told.get("email_verified") in SAID and super().can_authenticate_by_email(login, email)
