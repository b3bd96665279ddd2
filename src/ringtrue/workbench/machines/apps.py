"""The app of the interface for machines."""

from django.apps import AppConfig


class Machines(AppConfig):
    """Tokens and the interface."""

    name = "ringtrue.workbench.machines"
    label = "machines"
