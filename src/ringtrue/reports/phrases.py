"""A text in another language by its whole, or by the pattern of its sentence; patterns are found by their beginning."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

NUMBER = r"[−+-]?\d+(?:,\d{3})*(?:\.\d+)?"
"""A number as we write it: ``1,234.5``."""

DATA = frozenset(
    {
        "object",
        "one",
        "other",
        "name",
        "names",
        "id",
        "file",
        "files",
        "given",
        "version",
        "day",
        "who",
        "words",
    }
)
"""Placeholders for what is never told in another language: names, ids, somebody's own words."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NUMBER_WORDS = "no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_UNIT = "%|×|min|h|days|percentage points"
_TYPED = {
    "n": rf"(?:under |over )?{NUMBER}",
    "amount": rf"(?:under |over )?{NUMBER}(?: (?:{_UNIT}))?|without limit|–|unknown",
    "w": rf"(?:{_NUMBER_WORDS})|{NUMBER}",
    "month": f"{_MONTHS}|{_SHORT_MONTHS}",
    "year": r"\d{4}",
    "clause": r"\d+(?:\.\d+)+",
    "clashes": r".+? is .+? in .+? and .+? in .+",
    "percent": rf"{NUMBER}%",
}
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SPOKEN = re.compile(r"person \d+|organisation")
"""What stands for a name and is none."""

_BETWEEN = "; "

_LISTS = {"list": _BETWEEN, "series": ", ", "clashes": _BETWEEN}
"""Placeholders for several phrases in a row, and what stands between them."""

_BEGINNING = 6
"""Letters of its own beginning by which a pattern is found."""

Words = Callable[[str], str]


@dataclass(frozen=True)
class _Pattern:
    """A sentence with placeholders: how much text of its own it has, the longest part of that, which is looked for first, its expression,
    and the sentence told."""

    own: int
    longest: str
    matching: re.Pattern[str]
    told: str


class Phrases:
    """The words of a language. ``figure`` writes a number with its marks."""

    def __init__(self, known: Mapping[str, str], figure: Words) -> None:
        self._whole = {_spaced(key): told for key, told in known.items()}
        self._figure = figure
        self._by_beginning: dict[str, list[_Pattern]] = {}
        keys = (key for key in self._whole if "{" in key)
        for key in sorted(keys, key=lambda key: -len(_PLACEHOLDER.sub("", key))):
            self._add(key)

    def _add(self, key: str) -> None:
        beginning = key.split("{", 1)[0][:_BEGINNING]
        place = beginning if len(beginning) == _BEGINNING else ""
        self._by_beginning.setdefault(place, []).append(_pattern(key, self._whole[key]))

    def told(self, text: str) -> str:
        """The text in the language; what is not known stays English."""
        said = self.found(text)
        return text if said is None else said

    def found(self, text: str) -> str | None:
        """The text in the language, None if it is not known: as it is, without its full stop, with a small letter at its beginning,
        or phrase by phrase."""
        known = _spaced(text)
        return (
            self._in_some_form(known, self._whole.get)
            or self._in_some_form(known, self._by_pattern)
            or self._one_by_one(known)
        )

    def _in_some_form(self, text: str, look: Callable[[str], str | None]) -> str | None:
        if (said := look(text)) is not None:
            return said
        if text.endswith(".") and (said := self._in_some_form(text[:-1], look)) is not None:
            return f"{said}."
        if text[:1].isupper() and (said := self._in_some_form(text[:1].lower() + text[1:], look)) is not None:
            return said[:1].upper() + said[1:]
        return None

    def _one_by_one(self, text: str) -> str | None:
        """Phrases in a row, if every one of them is known."""
        phrases = text.split(_BETWEEN)
        if len(phrases) == 1:
            return None
        said = [self.found(phrase) for phrase in phrases]
        return None if None in said else _BETWEEN.join(one for one in said if one is not None)

    def _by_pattern(self, text: str) -> str | None:
        """By the pattern that has most text of its own, whether the full stop is part of what it matches or not."""
        forms = (text, text[:-1]) if text.endswith(".") else (text,)
        found = [(one, form) for form in forms for one in self._matches(form)]
        if not found:
            return None
        (pattern, match), form = max(found, key=lambda one: one[0][0].own)
        parts = {name: self._part(name, part) for name, part in match.groupdict().items()}
        return pattern.told.format(**parts) + text[len(form) :]

    def _matches(self, text: str) -> list[tuple[_Pattern, re.Match[str]]]:
        places = (text[:_BEGINNING], "")
        found = (_first(self._by_beginning.get(place, ()), text) for place in places)
        return [one for one in found if one]

    def _part(self, name: str, part: str) -> str:
        kind = _kind(name)
        if kind in DATA and not _SPOKEN.fullmatch(part):
            return part
        if between := _LISTS.get(kind):
            return between.join(map(self.told, part.split(between)))
        told = self.told(part)
        return self._figure(told) if kind in ("n", "w", "amount") else told


def _first(patterns: Sequence[_Pattern], text: str) -> tuple[_Pattern, re.Match[str]] | None:
    for pattern in patterns:
        if pattern.longest in text and (match := pattern.matching.fullmatch(text)):
            return pattern, match
    return None


def _pattern(english: str, told: str) -> _Pattern:
    parts = _PLACEHOLDER.split(english)
    expression = [
        f"(?P<{part}>{_TYPED.get(_kind(part), '.+?')})" if place % 2 else re.escape(part)
        for place, part in enumerate(parts)
    ]
    own = parts[::2]
    return _Pattern(
        own=sum(map(len, own)),
        longest=max(own, key=len),
        matching=re.compile("".join(expression), re.DOTALL),
        told=told,
    )


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ")
