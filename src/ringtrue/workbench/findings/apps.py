"""The app of findings."""

from django.apps import AppConfig


class Findings(AppConfig):
    """Findings."""

    name = "ringtrue.workbench.findings"
    label = "findings"
