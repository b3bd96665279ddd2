"""The app of leads."""

from django.apps import AppConfig


class Leads(AppConfig):
    """Leads."""

    name = "ringtrue.workbench.leads"
    label = "leads"
