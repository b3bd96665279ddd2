"""The words of a report in another language. The English text is the key; what a language does not know stays English.

A key may hold placeholders. Their names, without digits at the end, say what they match: ``{n}`` a number in our form,
``{amount}`` a number with or without its unit, ``{w}`` a number or a number word, ``{month}`` a month's name, ``{year}`` four digits,
``{clause}`` the number of a clause, any other name any text. What they matched is told in the language in its turn, but for names and
somebody's own words (``phrases.DATA``); numbers are written with its marks (``[figures]`` of its file). A space of a key matches one
that does not break, too; of two patterns the one with more text of its own is tried first. A key serves for the same text with a full
stop at its end, or with a capital at its beginning.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ringtrue.model.errors import WrongUse
from ringtrue.reports.phrases import NUMBER, Phrases, Words

DEFAULT = "en"

__all__ = ["DEFAULT", "Words", "figures", "languages", "words"]


@cache
def languages() -> tuple[str, ...]:
    """English, and every language with a file of its own: ``languages/<language>.toml``."""
    names = (place.name for place in _place().iterdir())
    return (DEFAULT, *sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def words(language: str) -> Words:
    """What turns an English text into the language: by the whole text, else by a pattern with ``{placeholders}``."""
    if language == DEFAULT:
        return str
    return Phrases(_known(language)["words"], figures(language)).told


@cache
def figures(language: str) -> Words:
    """What writes a number of ours (``1,234.5``) with the marks of the language; any other text stays as it is."""
    marks = {} if language == DEFAULT else _known(language)["figures"]
    turned = str.maketrans({",": marks.get("thousands", ","), ".": marks.get("decimal", ".")})
    number = re.compile(NUMBER)
    return lambda text: text.translate(turned) if number.fullmatch(text) else text


@cache
def _known(language: str) -> dict[str, dict[str, Any]]:
    """The words and the marks of a language."""
    if language not in languages():
        raise WrongUse(f'language "{language}" is not known. Known: {", ".join(languages())}.')
    content = tomllib.loads(_place().joinpath(f"{language}.toml").read_text("utf-8"))
    return {part: content.get(part, {}) for part in ("words", "figures")}


def _place() -> Traversable:
    return files("ringtrue.reports").joinpath("languages")
