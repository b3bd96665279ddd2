"""What is wrong with a question."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ringtrue.method.banks.told import Told, told_in

KINDS = ("role", "leading", "double", "closed", "loaded", "blaming", "presupposing", "jargon")


@dataclass(frozen=True, kw_only=True)
class QuestionFault:
    """One fault: its kind, the words that gave rise to it, why it spoils the answer, a better way to ask; each in every language."""

    kind: str
    words: str
    name: Told
    reason: Told
    better: Told

    def told(self, language: str) -> dict[str, str]:
        """The fault as plain texts in one language."""
        return {
            "kind": self.kind,
            "name": told_in(self.name, language),
            "words": self.words,
            "reason": told_in(self.reason, language),
            "better": told_in(self.better, language),
        }


def fault(kind: str, words: str, reason: Told | None = None, better: Told | None = None) -> QuestionFault:
    """A fault of a kind, with the reason and the remedy of that kind unless others are given."""
    known = _known()[kind]
    return QuestionFault(
        kind=kind,
        words=words.strip(" ,"),
        name=known["name"],
        reason=reason or known["reason"],
        better=better or known["better"],
    )


@cache
def _known() -> Mapping[str, Mapping[str, Told]]:
    return tomllib.loads(files("ringtrue.method.questions").joinpath("faults.toml").read_text("utf-8"))
