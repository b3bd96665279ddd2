"""The words of a report in another language. The English text is the key; what a language does not know stays English.

A key may hold placeholders. Their names, without digits at the end, say what they match: ``{n}`` a number in our form,
``{amount}`` a number with or without its unit, ``{w}`` a number or a number word, ``{month}`` a month's name, ``{year}`` four digits,
``{clause}`` the number of a clause, any other name any text. What they matched is told in
the language in its turn; numbers are written with its marks (``[figures]`` of its file). A space of a key matches one that does not
break, too; of two patterns the one with more text of its own is tried first. A key serves for the same text with a full stop at its
end, or with a capital at its beginning.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.model.errors import WrongUse

DEFAULT = "en"

Words = Callable[[str], str]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NUMBER = r"[−+-]?\d+(?:,\d{3})*(?:\.\d+)?"
_NUMBER_WORDS = "no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_UNIT = "%|×|min|h|days|percentage points"
_TYPED = {
    "n": rf"(?:under |over )?{_NUMBER}",
    "amount": rf"(?:under |over )?{_NUMBER}(?: (?:{_UNIT}))?|without limit|–",
    "w": rf"(?:{_NUMBER_WORDS})|{_NUMBER}",
    "month": f"{_MONTHS}|{_SHORT_MONTHS}",
    "year": r"\d{4}",
    "clause": r"\d+(?:\.\d+)+",
}


@cache
def languages() -> tuple[str, ...]:
    """English, and every language with a file of its own."""
    ours = files("ringtrue.reports").joinpath("languages")
    return (
        DEFAULT,
        *sorted({place.name.split(".")[0] for place in ours.iterdir() if not place.name.startswith("_")}),
    )


@cache
def words(language: str) -> Words:
    """What turns an English text into the language: by the whole text, else by a pattern with ``{placeholders}``."""
    if language == DEFAULT:
        return str
    whole: dict[str, str] = {_spaced(key): other for key, other in _known(language)["words"].items()}
    keys = sorted((key for key in whole if "{" in key), key=lambda key: -len(_PLACEHOLDER.sub("", key)))
    patterns = [(_pattern(key), whole[key]) for key in keys]
    figure = figures(language)

    def found(text: str) -> str | None:
        if (known := _spaced(text)) in whole:
            return whole[known]
        for pattern, other in patterns:
            if match := pattern.fullmatch(known):
                parts = {name: _part(name, part) for name, part in match.groupdict().items()}
                return other.format(**parts)
        return None

    def told(text: str) -> str:
        if (said := found(text)) is not None:
            return said
        if text.endswith(".") and (said := found(text[:-1])) is not None:
            return f"{said}."
        if text[:1].isupper() and (said := found(text[:1].lower() + text[1:])) is not None:
            return said[:1].upper() + said[1:]
        return text

    def _part(name: str, part: str) -> str:
        return figure(told(part)) if _kind(name) in ("n", "w", "amount") else told(part)

    return told


@cache
def figures(language: str) -> Words:
    """What writes a number of ours (``1,234.5``) with the marks of the language; any other text stays as it is."""
    marks = {} if language == DEFAULT else _known(language)["figures"]
    turned = str.maketrans({",": marks.get("thousands", ","), ".": marks.get("decimal", ".")})
    number = re.compile(_NUMBER)
    return lambda text: text.translate(turned) if number.fullmatch(text) else text


@cache
def _known(language: str) -> dict[str, dict[str, Any]]:
    """The words and the marks of a language, of all its files."""
    if language not in languages():
        raise WrongUse(f'language "{language}" is not known. Known: {", ".join(languages())}.')
    place = files("ringtrue.reports").joinpath("languages")
    one, many = place.joinpath(f"{language}.toml"), place.joinpath(language)
    texts = [one.read_text("utf-8")] if one.is_file() else []
    if many.is_dir():
        texts += [file.read_text("utf-8") for file in sorted(many.iterdir(), key=lambda file: file.name)]
    found: dict[str, dict[str, Any]] = {"words": {}, "figures": {}}
    for text in texts:
        content: Mapping[str, Any] = tomllib.loads(text)
        for name, own in found.items():
            own.update(content.get(name, {}))
    return found


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _pattern(english: str) -> re.Pattern[str]:
    parts = _PLACEHOLDER.split(english)
    told = [
        f"(?P<{part}>{_TYPED.get(_kind(part), '.+?')})" if place % 2 else re.escape(part)
        for place, part in enumerate(parts)
    ]
    return re.compile("".join(told), re.DOTALL)
