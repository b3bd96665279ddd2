"""The app of samples."""

from django.apps import AppConfig


class Samples(AppConfig):
    """Samples."""

    name = "ringtrue.workbench.samples"
    label = "samples"
