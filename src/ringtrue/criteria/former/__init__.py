"""Editions that were withdrawn: their numbers, so that they are told from those of the editions in force."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True)
class FormerNumber:
    """One number of a withdrawn edition: its subject in own words, and where that went; ``words`` tell it by its subject."""

    number: str
    subject: str
    now: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FormerEdition:
    """A withdrawn edition and the one that took its place."""

    id: str
    title: str
    successor: str
    numbers: tuple[FormerNumber, ...]

    def number(self, given: str) -> FormerNumber | None:
        """What that number was about; None where the edition does not have it."""
        return next((one for one in self.numbers if one.number == given), None)

    def names(self, text: str) -> bool:
        """Whether the text names this edition, as ``ISO/IEC 20000-1:2011`` or ``iso20000 2011``."""
        plain = re.sub(r"[^a-z0-9]+", "", text.lower())
        standard, _, year = self.id.partition(":")
        short = re.sub(r"[^a-z0-9]+", "", standard.lower()).removeprefix("iso")
        return year in plain and (short in plain or short.removesuffix("1") in plain)


@cache
def former_editions() -> tuple[FormerEdition, ...]:
    """Every withdrawn edition that is known."""
    found = sorted(files("ringtrue.criteria.former").iterdir(), key=lambda file: file.name)
    return tuple(_edition(file.read_text("utf-8")) for file in found if file.name.endswith(".toml"))


def former_of(criteria: str) -> FormerEdition | None:
    """The edition that came before these criteria."""
    return next((one for one in former_editions() if one.successor == criteria), None)


def withdrawn(text: str) -> FormerEdition | None:
    """The withdrawn edition that a text names; None if it names none."""
    return next((one for one in former_editions() if one.names(text)), None)


def told_by_subject(former: FormerNumber, rest: str, own_titles: Sequence[str]) -> bool:
    """Whether the words beside a number that two editions share tell the former one, and not the one in force."""
    lower = rest.lower()
    own = {word for title in own_titles for word in re.findall(r"\w{5,}", title.lower())}
    return any(word in lower for word in former.words) and not any(word in lower for word in own)


def _edition(text: str) -> FormerEdition:
    content = tomllib.loads(text)
    numbers = tuple(
        FormerNumber(
            number=number,
            subject=entry["subject"],
            now=tuple(entry["now"]),
            words=tuple(entry.get("words", ())),
        )
        for number, entry in content["clauses"].items()
    )
    return FormerEdition(
        id=content["id"], title=content["title"], successor=content["successor"], numbers=numbers
    )
