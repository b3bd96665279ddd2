"""Names of sheets: at most 31 characters, none of those that Excel forbids, each once whatever its case."""

import re

LONGEST = 31

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class SheetNames:
    """Gives each wished name a valid one, and the same one whenever it is asked for again."""

    def __init__(self, taken: tuple[str, ...] = ()) -> None:
        self._given: dict[str, str] = {}
        self._used = {"history", *(name.casefold() for name in taken)}

    def name(self, wish: str) -> str:
        """The sheet's name for a wish; links may ask for it before the sheet is written."""
        if wish not in self._given:
            self._given[wish] = self._new(_valid(wish))
        return self._given[wish]

    def another(self, wish: str) -> str:
        """A name of its own for a further sheet of the same wish; links lead to the first."""
        return self._new(_valid(wish))

    def _new(self, name: str) -> str:
        chosen, number = name, 1
        while chosen.casefold() in self._used:
            number += 1
            mark = f" ({number})"
            chosen = _short(name, LONGEST - len(mark)) + mark
        self._used.add(chosen.casefold())
        return chosen


def _valid(wish: str) -> str:
    cleaned = re.sub(r"\s+", " ", _FORBIDDEN.sub(" ", wish)).strip().strip("'")
    return _short(cleaned, LONGEST).strip("'") or "Sheet"


def _short(text: str, most: int) -> str:
    """As much of the text as fits; Excel counts characters beyond the basic plane twice."""
    return text.encode("utf-16-le")[: most * 2].decode("utf-16-le", "ignore").strip()
