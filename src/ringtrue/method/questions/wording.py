"""The forms of wording that spoil questions, by language; and which language a question is in."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "de")

_TELLING = {
    "en": r"\b(?:the|of|is|are|you|your|what|which|how|who|when|do|does|did|and|to|was|show|tell|me|it|in|for|with|this|that|have|has)\b",
    "de": r"\b(?:der|die|das|ist|sind|sie|ihr\w*|was|welch\w*|wie|wer|wann|und|zu|war|zeigen|mir|es|für|mit|dies\w*|ein\w*|haben|hat|nicht|dem|den|des|von|im|am|an|auf|bei|aus|nach|vor|zum|zur|beim|sich|uns|unser\w*|letzte\w*|werden|wird|kann|können|wenn|dass|oder|als|auch|noch|gibt|ich|wir|man|wurde\w*|geschah|blieb|kam|ging|da(?:mit|bei|nach|zu|raus|gegen|für|von|durch|rüber))\b|[äöüß]|\b\w+(?:ung|ungen|heit|keit|lich\w*|isch\w*)\b",
}
"""Words that are common in one language and rare in the other."""


@dataclass(frozen=True)
class Wording:
    """The forms of one language: for the kinds of fault that a pattern shows, and for the build of questions."""

    patterns: Mapping[str, tuple[re.Pattern[str], ...]]
    interrogative: re.Pattern[str]
    anaphor: re.Pattern[str]
    imperative: re.Pattern[str]
    closed: re.Pattern[str]
    polite: re.Pattern[str]
    pairs: re.Pattern[str]
    joins: str


def language_of(text: str) -> str:
    """The language in which most of the telling words are; English if neither has more."""
    return max(LANGUAGES, key=lambda language: len(re.findall(_TELLING[language], text, re.IGNORECASE)))


@cache
def wording(language: str) -> Wording:
    """The forms of a language; those of English where there are none of its own."""
    own = language if language in LANGUAGES else "en"
    content: dict[str, Any] = tomllib.loads(
        files("ringtrue.method.questions").joinpath(f"wording.{own}.toml").read_text("utf-8")
    )
    kinds = {kind: found for kind, found in content.items() if isinstance(found, list)}
    return Wording(
        patterns={kind: tuple(_compiled(one) for one in found) for kind, found in kinds.items()},
        interrogative=_compiled(rf"\b(?:{content['interrogatives']})\b"),
        anaphor=_compiled(content["anaphors"]),
        imperative=_compiled(content["imperatives"]),
        closed=_compiled(content["closed"]),
        polite=_compiled(content["polite"]),
        pairs=_compiled(content["pairs"]),
        joins=content["joins"],
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
