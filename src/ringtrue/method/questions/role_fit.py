"""Whether somebody in a role can know what a question asks.

Where the roles are declared that a question is for, these decide, as in the procedure ``roles.question-role-fit``. Else the theme of its words
decides, and only where a theme is plain.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.method.banks.told import Told
from ringtrue.method.questions.fault import QuestionFault, fault

ROLE_NAMES: Mapping[str, Told] = {
    "customer": {"en": "customer", "de": "Kunde"},
    "user": {"en": "user", "de": "Anwender"},
    "sponsor": {"en": "sponsor", "de": "Geldgeber"},
    "service_owner": {"en": "service owner", "de": "Serviceverantwortliche"},
    "process_owner": {"en": "process owner", "de": "Prozessverantwortliche"},
    "practitioner": {"en": "practitioner", "de": "Ausführende"},
    "internal_supplier": {"en": "internal supplier", "de": "interner Lieferant"},
    "external_supplier": {"en": "external supplier", "de": "externer Lieferant"},
    "top_management": {"en": "top management", "de": "oberste Leitung"},
    "auditor": {"en": "auditor", "de": "Auditor"},
}
"""The roles in words."""


@dataclass(frozen=True)
class Theme:
    """What a question may be about: the words that show it, who cannot know it, whom to ask."""

    id: str
    name: Told
    words: Mapping[str, re.Pattern[str]]
    cannot: tuple[str, ...]
    ask: tuple[str, ...]


def role_fit(
    text: str, role: str, allowed_roles: tuple[str, ...], language: str
) -> tuple[QuestionFault, ...]:
    """The fault of a question that is put to a role which it is not for; at most one."""
    if allowed_roles:
        return () if role in allowed_roles else (_not_allowed(text, role, allowed_roles),)
    for theme in themes():
        found = theme.words[language].search(text) if language in theme.words else None
        if found and role in theme.cannot:
            return (_about(theme, found.group(), role),)
    return ()


def jargon(text: str, role: str) -> tuple[QuestionFault, ...]:
    """The fault of a question that uses a term which its role need not know; at most one."""
    for words, unknown_to in _terms():
        found = words.search(text)
        if found and role in unknown_to:
            return (fault("jargon", found.group()),)
    return ()


@cache
def themes() -> tuple[Theme, ...]:
    """The themes that not every role can know."""
    return tuple(
        Theme(
            id=one["id"],
            name=one["name"],
            words={language: re.compile(words, re.IGNORECASE) for language, words in one["words"].items()},
            cannot=tuple(one["cannot"]),
            ask=tuple(one["ask"]),
        )
        for one in _content("themes.toml")["theme"]
    )


def _not_allowed(text: str, role: str, allowed: tuple[str, ...]) -> QuestionFault:
    reason = {
        "en": f"It is for {_names(allowed, 'en')}, and is put to: {_names((role,), 'en')}.",
        "de": f"Sie ist bestimmt für: {_names(allowed, 'de')}; gestellt wird sie: {_names((role,), 'de')}.",
    }
    return fault("role", " ".join(text.split()[:8]), reason=reason, better=_better(allowed, role))


def _about(theme: Theme, words: str, role: str) -> QuestionFault:
    reason = {
        "en": f"It asks about {theme.name['en']}, which a person in this role ({_names((role,), 'en')}) cannot know first-hand.",
        "de": f"Sie fragt nach: {theme.name['de']}. Wer diese Rolle hat ({_names((role,), 'de')}), kann das nicht aus eigener Anschauung wissen.",
    }
    return fault("role", words, reason=reason, better=_better(theme.ask, role))


def _better(ask: tuple[str, ...], role: str) -> Told:
    instead = _content("themes.toml")["instead"].get(role, {"en": "", "de": ""})
    return {
        "en": f"Put it to: {_names(ask, 'en')}. {instead['en']}".strip(),
        "de": f"Stellen Sie sie: {_names(ask, 'de')}. {instead['de']}".strip(),
    }


def _names(roles: tuple[str, ...], language: str) -> str:
    return ", ".join(ROLE_NAMES[role][language] for role in roles)


@cache
def _terms() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple(
        (re.compile(one["words"]), tuple(one["unknown_to"])) for one in _content("jargon.toml")["term"]
    )


@cache
def _content(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files("ringtrue.method.questions").joinpath(name).read_text("utf-8"))
