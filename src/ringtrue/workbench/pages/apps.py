"""The app of what all pages share."""

from django.apps import AppConfig


class Pages(AppConfig):
    """Frame, style and template tags."""

    name = "ringtrue.workbench.pages"
    label = "pages"
