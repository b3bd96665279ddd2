"""The app of the plan."""

from django.apps import AppConfig


class Plan(AppConfig):
    """The plan in its parts."""

    name = "ringtrue.workbench.plan"
    label = "plan"
