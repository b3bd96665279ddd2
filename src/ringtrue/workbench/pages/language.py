"""The language of the page, as the library knows it."""

from django.utils.translation import get_language

from ringtrue.api import words


def language() -> str:
    """``en`` or ``de``."""
    return (get_language() or "en").split("-")[0]


def told(text: object) -> str:
    """A sentence of the library in the language of the page; what is not known stays as it is."""
    return words(language())(str(text))
