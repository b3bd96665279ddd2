"""How wide the columns of a table are on paper: a column of long text gets more, none less than its longest word needs."""

from math import sqrt

from ringtrue.reports.parts import Table

LONGEST_WORD = 15
"""Letters that a column keeps together; longer words are broken."""

LOOKED_AT = 60
_ROOM = 3
_BOLD = 1.15
"""How much wider bold letters are."""

_CODE = 1.2
"""How much wider letters of code are."""


def widths(table: Table) -> tuple[float, ...]:
    """The share of the width for each column; they add up to 1."""
    wanted = [_wanted(table, place) for place in range(len(table.columns))]
    total = sum(wanted) or 1.0
    return tuple(one / total for one in wanted)


def _wanted(table: Table, place: int) -> float:
    cells = [row[place] for row in table.rows[:LOOKED_AT] if place < len(row)]
    texts = [f"{cell.text} {cell.note}" for cell in cells]
    word = max(_longest_word(table.columns[place].title) * _BOLD, *map(_longest_word, texts), 1)
    usual = sum(map(len, texts)) / max(len(texts), 1)
    letter = _CODE if any(cell.code for cell in cells) else 1.0
    return max(letter * min(word, LONGEST_WORD) + _ROOM, 4 * sqrt(usual))


def _longest_word(text: str) -> int:
    return max(map(len, text.replace("\u00a0", "_").split()), default=0)
