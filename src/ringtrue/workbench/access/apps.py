"""The app of rights."""

from django.apps import AppConfig


class Access(AppConfig):
    """The table of rights."""

    name = "ringtrue.workbench.access"
    label = "access"
