"""The app of audits."""

from django.apps import AppConfig


class Audits(AppConfig):
    """Audits and memberships."""

    name = "ringtrue.workbench.audits"
    label = "audits"
