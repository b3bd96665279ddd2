"""The app of work that takes long."""

from django.apps import AppConfig


class Jobs(AppConfig):
    """Jobs and the worker."""

    name = "ringtrue.workbench.jobs"
    label = "jobs"
