"""The app of organisations."""

from django.apps import AppConfig


class Organisations(AppConfig):
    """Organisations and their administrators."""

    name = "ringtrue.workbench.organisations"
    label = "organisations"
