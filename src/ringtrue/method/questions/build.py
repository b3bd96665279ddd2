"""How a question is built: whether yes or no answers it, and whether it is two."""

import re

from ringtrue.method.questions.wording import Wording

_FEW_WORDS = 3
"""A second sentence of so few words belongs to the first: "Since when?"."""
_FEW_WORDS_JOINED = 6
"""And a second clause of so few, its "and" among them: "and how do you know?"."""


def is_closed(text: str, own: Wording) -> bool:
    """Whether yes or no answers it: it begins with its verb, is no polite request, and asks nothing open afterwards."""
    parts = _sentences(text)
    last = parts[-1] if parts else text
    if not last.endswith("?") or own.imperative.match(last):
        return False
    return all(_closed(part, own) for part in parts)


def doubled(text: str, own: Wording) -> str | None:
    """The words that make two questions of one, if they are two."""
    plain = own.pairs.sub("…", text)
    for pattern in own.patterns["double"]:
        if found := pattern.search(plain):
            return found.group()
    return _second_sentence(plain, own) or _second_clause(plain, own) or _joined_in_closed(plain, own)


def opened(text: str) -> str:
    """The first words of a question, by which it is recognised."""
    return " ".join(text.split()[:3])


def _closed(sentence: str, own: Wording) -> bool:
    if not own.closed.match(sentence) or own.polite.match(sentence) or own.imperative.match(sentence):
        return False
    return not re.search(
        rf"[,;:–-]?\s*\b(?:{own.joins})\s+(?:\w+\s)?{own.interrogative.pattern}|:\s*(?:\w+\s)?{own.interrogative.pattern}",
        sentence,
        re.IGNORECASE,
    )


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in re.findall(r"[^?!.]+[?!.]*", text) if part.strip(" ?!.")]


def _second_sentence(text: str, own: Wording) -> str | None:
    """A second sentence with a question mark that does not go back to the first."""
    asked = [part for part in _sentences(text) if part.endswith("?")]
    for part in asked[1:]:
        if len(part.split()) > _FEW_WORDS and not own.anaphor.search(part):
            return part
    return None


def _second_clause(text: str, own: Wording) -> str | None:
    """A second question word after "and" that does not go back to the first question."""
    first = own.interrogative.search(text) or own.closed.match(text)
    if not first:
        return None
    second = re.search(
        rf"\b(?:{own.joins})\s+(?:(?:in|at|by|for|to|with|from|on|an|auf|bei|bis|in|mit|von|zu|seit|für|aus)\s+)?{own.interrogative.pattern}",
        text[first.end() :],
        re.IGNORECASE,
    )
    if not second:
        return None
    if _joins_question_words(text[: first.end() + second.start()], own):
        return None
    rest = text[first.end() + second.start() :]
    is_short = len(rest.split()) <= _FEW_WORDS_JOINED
    return None if is_short or own.anaphor.search(rest) else rest


def _joins_question_words(before: str, own: Wording) -> bool:
    """Whether the "and" stands between two question words of one question: "how and when do you check"."""
    return bool(re.search(rf"{own.interrogative.pattern}(?:\s+\w+)?,?\s*$", before, re.IGNORECASE))


def _joined_in_closed(text: str, own: Wording) -> str | None:
    """In a question for yes or no, "and" joins two things of which only one may be so."""
    sentences = [part for part in _sentences(text) if part.endswith("?")]
    if len(sentences) != 1 or not _closed(sentences[0], own):
        return None
    found = re.search(rf"\S+ (?:{own.joins}) \S+(?: \S+)?", sentences[0], re.IGNORECASE)
    return found.group() if found else None
