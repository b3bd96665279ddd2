"""Login by OpenID Connect: settings only. Who may log in is still who was invited, known by the address that the provider verified."""

from typing import Any

PROVIDER = "sso"


def apply(settings: dict[str, Any], issuer: str, client: str, secret: str) -> None:
    """Add the provider to the settings of Django.

    A person logs in where the provider tells the person's e-mail address as verified; nobody becomes a person by logging in. The first
    such login takes away the password that was set here: from then on the provider decides who comes in. PKCE is used.
    """
    apps = settings["INSTALLED_APPS"]
    at = apps.index("allauth.account") + 1
    apps[at:at] = ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"]
    app = {
        "provider_id": PROVIDER,
        "name": "Single sign-on",
        "client_id": client,
        "secret": secret,
        "settings": {"server_url": issuer},
    }
    settings["SOCIALACCOUNT_PROVIDERS"] = {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}
    settings["SOCIALACCOUNT_ADAPTER"] = "ringtrue.workbench.people.social.SocialAdapter"
    settings["SOCIALACCOUNT_EMAIL_AUTHENTICATION"] = True
    settings["SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT"] = True
    settings["SOCIALACCOUNT_STORE_TOKENS"] = False
    # A page may send its forms to itself only, also when it is sent on from there: so the way to the provider is a link.
    settings["SOCIALACCOUNT_LOGIN_ON_GET"] = True
