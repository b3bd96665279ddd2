"""The app of evidence requests."""

from django.apps import AppConfig


class Requests(AppConfig):
    """Evidence requests."""

    name = "ringtrue.workbench.requests"
    label = "requests"
