"""The words of a report in another language. The English text is the key; what a language does not know stays English."""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from ringtrue.model.errors import WrongUse

DEFAULT = "en"

Words = Callable[[str], str]


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
    whole = _known(language)
    patterns = [(_pattern(english), other) for english, other in whole.items() if "{" in english]

    def told(text: str) -> str:
        if text in whole:
            return whole[text]
        for pattern, other in patterns:
            if found := pattern.fullmatch(text):
                return other.format(**{name: told(part) for name, part in found.groupdict().items()})
        return text

    return told


def _known(language: str) -> dict[str, str]:
    if language not in languages():
        raise WrongUse(f'language "{language}" is not known. Known: {", ".join(languages())}.')
    place = files("ringtrue.reports").joinpath("languages")
    one, many = place.joinpath(f"{language}.toml"), place.joinpath(language)
    texts = [one.read_text("utf-8")] if one.is_file() else []
    if many.is_dir():
        texts += [file.read_text("utf-8") for file in sorted(many.iterdir(), key=lambda file: file.name)]
    return {english: other for text in texts for english, other in tomllib.loads(text)["words"].items()}


def _pattern(english: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", english)
    told = [f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts)]
    return re.compile("".join(told), re.DOTALL)
