"""How wide the columns of a table are on paper: a column of long text gets more, none less than its longest word needs."""

from math import sqrt

from ringtrue.reports.parts import Table

LONGEST_WORD = 15
"""Letters that a column keeps together; longer words are broken."""

LOOKED_AT = 60
_ROOM = 3


def widths(table: Table) -> tuple[float, ...]:
    """The share of the width for each column; they add up to 1."""
    wanted = [_wanted(table, place) for place in range(len(table.columns))]
    total = sum(wanted) or 1.0
    return tuple(one / total for one in wanted)


def _wanted(table: Table, place: int) -> float:
    texts = [f"{row[place].text} {row[place].note}" for row in table.rows[:LOOKED_AT] if place < len(row)]
    told = [table.columns[place].title, *texts]
    word = max((len(word) for text in told for word in text.replace("\u00a0", "_").split()), default=1)
    usual = sum(map(len, texts)) / max(len(texts), 1)
    return max(min(word, LONGEST_WORD) + _ROOM, 4 * sqrt(usual))
