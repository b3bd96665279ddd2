"""The app of imports."""

from django.apps import AppConfig


class Imports(AppConfig):
    """Sources and loading."""

    name = "ringtrue.workbench.imports"
    label = "imports"
