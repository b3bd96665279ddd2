"""The app of persons."""

from django.apps import AppConfig


class People(AppConfig):
    """Persons and invitations."""

    name = "ringtrue.workbench.people"
    label = "people"
