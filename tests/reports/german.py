"""What German leaves English in a report: every text that no phrase of ``de.toml`` tells."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from ringtrue.reports import language, translated
from ringtrue.reports.language import figures
from ringtrue.reports.outline import Outline
from ringtrue.reports.phrases import Phrases, Words


class Recorder(Phrases):
    """German that writes down what it does not know, whole texts and the parts of sentences alike."""

    def __init__(self) -> None:
        super().__init__(language._known("de")["words"], figures("de"))
        self.unknown: set[str] = set()

    def told(self, text: str) -> str:
        said = self.found(text)
        if said is None and any(letter.isalpha() for letter in text):
            self.unknown.add(text)
        return text if said is None else said


def stays_english(outline: Outline) -> set[str]:
    """The texts of an English outline that stay English in German."""
    recorder = Recorder()
    with _recorded(recorder.told):
        translated.translated(outline, "de")
    return recorder.unknown


@contextmanager
def _recorded(told: Words) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(translated, "words", lambda name: told)
        yield
