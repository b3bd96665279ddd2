"""Texts that a bank holds in several languages."""

from collections.abc import Mapping
from typing import Any, TypeVar

T = TypeVar("T")

Told = Mapping[str, str]
"""One text in several languages, by the language's code."""
ToldList = Mapping[str, tuple[str, ...]]
"""Several texts in several languages, by the language's code."""

FALLBACK = "en"


def told_in(texts: Mapping[str, T], language: str) -> T:
    """The text in the language; in English where the bank does not know the language."""
    return texts[language] if language in texts else texts[FALLBACK]


def lists(texts: Mapping[str, Any]) -> ToldList:
    """The lists of a file, as they are kept."""
    return {language: tuple(found) for language, found in texts.items()}
