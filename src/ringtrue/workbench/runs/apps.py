"""The app of runs."""

from django.apps import AppConfig


class Runs(AppConfig):
    """Runs and settings."""

    name = "ringtrue.workbench.runs"
    label = "runs"
