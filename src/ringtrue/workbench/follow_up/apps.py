"""The app of follow-up."""

from django.apps import AppConfig


class FollowUp(AppConfig):
    """FollowUp."""

    name = "ringtrue.workbench.follow_up"
    label = "follow_up"
