"""The app of the programme."""

from django.apps import AppConfig


class Programme(AppConfig):
    """The programme and its earlier versions."""

    name = "ringtrue.workbench.programme"
    label = "programme"
