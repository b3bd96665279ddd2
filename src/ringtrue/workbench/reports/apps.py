"""The app of reports."""

from django.apps import AppConfig


class Reports(AppConfig):
    """Reports."""

    name = "ringtrue.workbench.reports"
    label = "reports"
