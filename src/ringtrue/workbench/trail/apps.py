"""The app of the trail."""

from django.apps import AppConfig


class Trail(AppConfig):
    """Entries and the current state of records."""

    name = "ringtrue.workbench.trail"
    label = "trail"
