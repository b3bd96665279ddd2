"""The language of the page, as the library knows it."""

from django.utils.translation import get_language


def language() -> str:
    """``en`` or ``de``."""
    return (get_language() or "en").split("-")[0]
