"""Finds persons in a statement: their names, ids and pseudonyms, forms of address, e-mail addresses and staff numbers.

Names of teams, services and companies are no persons, whatever words they are made of. A single part of a person's name counts
where it is written as a name and is no ordinary word (``May``, ``Koch``, ``Young``).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ringtrue.method.findings.ordinary_words import ORDINARY

_TOKEN = re.compile(r"[^\W_](?:[\w@+-]|[.'’](?=\w))*")
_SHORTEST_ID, _SHORTEST_PART = 3, 3

_PATTERNS = (
    re.compile(r"(?<!\bper )(?<!\beach )(?<!\bone )(?<!\bpro )(?<!\bje )\bperson \d+\b", re.IGNORECASE),
    re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Miss|Herrn?|Frau|Dr|Prof)\b\.?\s+(?:(?:Dr|Prof)\.?\s+)*[A-ZÀ-ÞŠŽČŁ]\w+"),
    re.compile(
        r"\b(?:employee|staff|user|person|personnel|mitarbeiter(?:in)?|benutzer|anwender|personal)[\s-]*"
        r"(?:no\.?|number|id|nr\.?|nummer|#)\s*:?\s*\w*\d+",
        re.IGNORECASE,
    ),
    re.compile(r"\b\w+[._]\w+@\w[\w-]*(?:\.\w[\w-]*)+"),
)


@dataclass(frozen=True)
class Names:
    """Who may not be named in a statement (persons), and what may (teams, services, companies)."""

    ids: frozenset[str] = frozenset()
    full: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    others: re.Pattern[str] | None = None

    def found_in(self, statement: str) -> tuple[str, ...]:
        """The words of a statement that name a person, each once, in their order."""
        text = unicodedata.normalize("NFC", statement)
        if self.others:
            text = self.others.sub(lambda match: "·" * len(match.group(0)), text)
        found = [match.group(0) for pattern in _PATTERNS for match in pattern.finditer(text)]
        words = [match.group(0) for match in _TOKEN.finditer(text)]
        found += self._full_names(words) or [word for word in words if self._is_person(word)]
        return tuple(dict.fromkeys(found))

    def _full_names(self, words: list[str]) -> list[str]:
        folded = [_base(word).casefold() for word in words]
        return [
            " ".join(words[place : place + len(name)])
            for place, word in enumerate(folded)
            for name in self.full.get(word, ())
            if _same(folded[place : place + len(name)], name)
            and (_is_written_as_name(words[place : place + len(name)]) or not ORDINARY.intersection(name))
        ]

    def _is_person(self, word: str) -> bool:
        forms = {word, _base(word)}
        local = word.split("@")[0]
        if (forms | {local}) & self.ids:
            return True
        as_name = word[:1].isupper()
        return as_name and any(form.casefold() in self.parts for form in (*forms, _without_s(word)))


def names(
    persons: Iterable[tuple[str, str | None]], others: Iterable[str], pseudonyms: Iterable[str] = ()
) -> Names:
    """What is looked for: persons as (id, name), and the names and ids of all that is no person."""
    known, allowed = tuple(persons), {_nfc(one) for one in others if one and len(one) > 1}
    full = [_words(name) for _, name in known if name]
    words_of_others = {word for one in allowed for word in _words(one)}
    parts = {part for name in full for part in name if _tells(part)} - words_of_others
    ids = {_nfc(id) for id, _ in known if _is_telling(id)} | {_nfc(one) for one in pseudonyms}
    return Names(frozenset(ids - allowed), _by_first(full), frozenset(parts), _pattern(allowed))


def _by_first(full: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of at least two words by their first word, in both orders."""
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for name in full:
        if len(name) > 1:
            for order in (name, (name[-1], *name[:-1])):
                found.setdefault(order[0], {})[order] = None
    return {first: tuple(orders) for first, orders in found.items()}


def _same(words: list[str], name: tuple[str, ...]) -> bool:
    return tuple(words) == name or (len(words) == len(name) and (*words[:-1], _without_s(words[-1])) == name)


def _is_written_as_name(words: list[str]) -> bool:
    return all(word[:1].isupper() for word in words)


def _words(name: str) -> tuple[str, ...]:
    return tuple(match.group(0).casefold() for match in _TOKEN.finditer(_nfc(name)))


def _tells(part: str) -> bool:
    return len(part) >= _SHORTEST_PART and part not in ORDINARY and not part.isdigit()


def _is_telling(id: str) -> bool:
    """Whether an id is more than a number or an ordinary word."""
    return len(id) >= _SHORTEST_ID and not id.isdigit() and id.casefold() not in ORDINARY


def _base(word: str) -> str:
    return re.sub(r"['’]s$", "", word)


def _without_s(word: str) -> str:
    """A German genitive without its ending."""
    return word[:-1] if word.endswith("s") and len(word) > _SHORTEST_PART else word


def _pattern(allowed: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(allowed, key=lambda one: (-len(one), one))
    if not ordered:
        return None
    # A name ends where neither a letter nor a hyphen with more behind it follows: "customer" is not in "customer-05".
    either = "|".join(re.escape(one) for one in ordered)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w]|[-.]\w)", re.IGNORECASE)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()
