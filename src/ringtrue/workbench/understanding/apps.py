"""The app of understanding."""

from django.apps import AppConfig


class UnderstandingApp(AppConfig):
    """Understanding."""

    name = "ringtrue.workbench.understanding"
    label = "understanding"
