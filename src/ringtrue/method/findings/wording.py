"""Reads the wording of a statement: whether it prescribes a remedy, and whether it tells of a breach."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n+")
_CLAUSE = 160
"""How far, in characters, a verb may stand behind the modal that it belongs to."""


@dataclass(frozen=True)
class Words:
    """What gives a remedy, a rule or a breach away in one language."""

    remedy: re.Pattern[str]
    modal: re.Pattern[str]
    rule: re.Pattern[str]
    breach: re.Pattern[str]
    side: re.Pattern[str] | None


def remedy_in(statement: str) -> str | None:
    """The words by which a statement says what to do about it; None if it does not."""
    for sentence in _SENTENCE.split(statement):
        for words in _languages():
            found = _prescribing(words, sentence.strip())
            if found:
                return found
    return None


def breach_in(statement: str) -> str | None:
    """The words by which a statement says that a requirement was not fulfilled; None if it does not."""
    found = (words.breach.search(statement) for words in _languages())
    return next((match.group(0) for match in found if match), None)


def _prescribing(words: Words, sentence: str) -> str | None:
    plain = words.remedy.search(sentence)
    if plain:
        return plain.group(0).strip()
    if words.rule.search(sentence):
        return None
    for modal in words.modal.finditer(sentence):
        if not (words.side and words.side.search(sentence[max(0, modal.start() - _CLAUSE) : modal.start()])):
            return modal.group(0)
    return None


@cache
def _languages() -> tuple[Words, ...]:
    places = sorted(files("ringtrue.method.findings.words").iterdir(), key=lambda place: place.name)
    return tuple(_words(place.read_text("utf-8")) for place in places if place.name.endswith(".toml"))


def _words(text: str) -> Words:
    given = tomllib.loads(text)
    return Words(
        remedy=_any(given["remedy"]),
        modal=re.compile(
            "|".join([_bounded(one) for one in given["advice"]] + _modals(given)), re.IGNORECASE
        ),
        rule=_any(given["rule"]),
        breach=_any(given["breach"]),
        side=re.compile("|".join(given["side"]), re.IGNORECASE) if given["side"] else None,
    )


def _modals(given: dict[str, list[str]]) -> list[str]:
    """Modals with a verb of mending behind them in the same clause."""
    with_to = given.get("only_with_to", [])
    found = [_before([one for one in given["modal"] if one not in with_to], given["verbs"], ".;:")]
    return [*found, _before(with_to, given["verbs_with_to"], ".;:,")] if with_to else found


def _before(modals: list[str], verbs: list[str], end: str) -> str:
    return rf"\b(?:{'|'.join(modals)})\b[^{end}]{{0,{_CLAUSE}}}?\b(?:{'|'.join(verbs)})\b"


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(_bounded(one) for one in patterns), re.IGNORECASE)


def _bounded(pattern: str) -> str:
    return pattern if pattern.startswith("^") else rf"\b(?:{pattern})"
