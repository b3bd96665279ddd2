"""What the words of tools and offices for states, activities and kinds of cases mean here."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.tables.synonyms import normalise_header

_NUMBER_IN_FRONT = re.compile(r"^\d+ (?=\D)")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def state_of(raw: str) -> str | None:
    """The canonical state that a raw state tells, parts divided by ``/``; None if its words are not known."""
    return _told("state", raw)


def activity_of(raw: str) -> str | None:
    """The canonical activity that a raw activity or state tells; None if its words are not known."""
    told = _words("activity").get(normalise(raw))
    return told or _content()["activity_of_state"].get(state_of(raw) or "") or _told("activity", raw)


def kind_of(raw: str) -> str | None:
    """The canonical kind of case that a word tells; None if it is not known."""
    return _told("kind", raw)


def kind_of_id(case: str) -> str | None:
    """The kind of case that the letters in front of an id tell in tools that use them for one kind only."""
    found = re.match(r"([A-Z]+)\d", case)
    return _content()["kind_of_prefix"].get(found[1]) if found else None


def tables_named(name: str) -> set[str]:
    """The canonical tables that the words in the name of a file or sheet suggest; longer phrases count
    first."""
    words = f" {normalise(name)} "
    found = set()
    for phrase, table in _names():
        if f" {phrase} " in words:
            found.add(table)
            words = words.replace(f" {phrase} ", "  ")
    return found if not _cancels() & set(words.split()) else set()


def table_of_id(case: str) -> str | None:
    """The canonical table, if not ``cases``, whose ids begin with these letters in tools that use them for
    one kind only."""
    found = re.match(r"([A-Z]+)\d", case)
    return _content()["table_of_prefix"].get(found[1]) if found else None


def normalise(text: str) -> str:
    """The text as words are compared: without case, accents, punctuation, and a number in front."""
    return _NUMBER_IN_FRONT.sub("", normalise_header(text))


def _told(what: str, raw: str) -> str | None:
    known = _words(what)
    parts = [part for part in raw.split("/") if part.strip()]
    for text in (raw, *reversed(parts)):
        meant = known.get(normalise(text))
        if meant:
            return meant
    return None


@cache
def _words(what: str) -> dict[str, str]:
    meanings = _content()[what].items()
    return {
        spelled: meant
        for meant, languages in meanings
        for word in _all(languages)
        for spelled in _spellings(word)
    }


def _all(languages: dict[str, list[str]]) -> Iterable[str]:
    return (word for words in languages.values() for word in words)


def _spellings(word: str) -> set[str]:
    return {normalise(word), normalise(word.translate(_WRITTEN_OUT))}


@cache
def _names() -> list[tuple[str, str]]:
    """Phrases and the tables that they suggest, the longest first."""
    known = {table: words for table, words in _names_file().items() if table != "cancels"}
    phrases = {normalise(phrase): table for table, words in known.items() for phrase in (table, *words)}
    return sorted(phrases.items(), key=lambda found: (-len(found[0].split()), found[0]))


@cache
def _cancels() -> set[str]:
    return set(map(normalise, _names_file()["cancels"]))


@cache
def _names_file() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("names.toml").read_text("utf-8"))


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("states.toml").read_text("utf-8"))
