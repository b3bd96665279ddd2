"""The app of interviews."""

from django.apps import AppConfig


class Interviews(AppConfig):
    """Interviews."""

    name = "ringtrue.workbench.interviews"
    label = "interviews"
