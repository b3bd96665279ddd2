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


LETTERS = 105
"""Letters of a table's text that go into the width of a page."""


def widths(table: Table) -> tuple[float, ...]:
    """The share of the width for each column; they add up to 1.

    Each column has what its longest word needs, where the page has it; what is left goes to the columns of long text.
    """
    wanted = [_wanted(table, place) for place in range(len(table.columns))]
    needed = [_needed(table, place) for place in range(len(table.columns))]
    more = [want - need for want, need in zip(wanted, needed, strict=True)]
    left = LETTERS - sum(needed)
    if not sum(more) or left <= 0:
        return _shares(wanted)
    return _shares([need + left * one / sum(more) for need, one in zip(needed, more, strict=True)])


def _shares(given: list[float]) -> tuple[float, ...]:
    total = sum(given) or 1.0
    return tuple(one / total for one in given)


def _wanted(table: Table, place: int) -> float:
    texts = [f"{row[place].text} {row[place].note}" for row in table.rows[:LOOKED_AT] if place < len(row)]
    usual = sum(map(len, texts)) / max(len(texts), 1)
    return max(_needed(table, place), 4 * sqrt(usual))


def _needed(table: Table, place: int) -> float:
    """What the longest word of a column needs; words in colour are bold."""
    cells = [row[place] for row in table.rows[:LOOKED_AT] if place < len(row)]
    told = [_longest_word(f"{cell.text} {cell.note}") * (_BOLD if cell.colour else 1.0) for cell in cells]
    word = max(_longest_word(table.columns[place].title) * _BOLD, *told, 1)
    letter = _CODE if any(cell.code for cell in cells) else 1.0
    return letter * min(word, LONGEST_WORD) + _ROOM


def _longest_word(text: str) -> float:
    return max(map(_letters, text.replace("\u00a0", "_").split()), default=0)


def _letters(word: str) -> float:
    """Letters of a word; digits and capitals are wider than the usual letter."""
    wide = sum(one.isdigit() or one.isupper() for one in word)
    return len(word) + wide * (_CODE - 1)
