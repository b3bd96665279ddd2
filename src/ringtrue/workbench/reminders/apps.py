"""The app of reminders."""

from django.apps import AppConfig


class Reminders(AppConfig):
    """Who was reminded of what."""

    name = "ringtrue.workbench.reminders"
    label = "reminders"
