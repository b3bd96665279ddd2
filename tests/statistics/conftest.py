"""Hypothesis without a deadline: the first call of a test pays for importing scipy."""

from hypothesis import settings

settings.register_profile("ringtrue", deadline=None)
settings.load_profile("ringtrue")
