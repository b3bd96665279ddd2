"""The app of evidence."""

from django.apps import AppConfig


class Evidence(AppConfig):
    """Evidence."""

    name = "ringtrue.workbench.evidence"
    label = "evidence"
