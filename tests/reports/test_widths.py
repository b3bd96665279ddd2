"""How wide the columns of a table are on paper."""

import pytest

from ringtrue.reports.parts import Cell, Column, Table
from ringtrue.reports.widths import LETTERS, LONGEST_WORD, widths


def table(*columns: tuple[str, str]) -> Table:
    """A table of one row: heads and texts."""
    return Table(
        caption="",
        columns=tuple(Column(title=head) for head, _ in columns),
        rows=(tuple(Cell(text=text) for _, text in columns),),
    )


def test_shares_add_up_to_the_whole() -> None:
    assert sum(widths(table(("a", "b"), ("c", "d " * 90)))) == pytest.approx(1)


def test_a_column_of_long_text_is_wider_than_one_of_short_text() -> None:
    short, long = widths(table(("n", "12"), ("Why", "because it is so " * 10)))
    assert long > 3 * short


def test_a_short_column_keeps_its_longest_word() -> None:
    short, _ = widths(table(("Population", "1"), ("Why", "because it is so " * 30)))
    assert short * LETTERS >= len("Population")


def test_many_columns_of_long_words_leave_room_for_the_text() -> None:
    word = "x" * LONGEST_WORD
    given = widths(table(("Reason", "recorded as left out after it had begun " * 3), *[(word, word)] * 7))
    assert given[0] > 1.2 * given[1]


def test_a_table_without_columns_or_rows_has_widths() -> None:
    assert widths(Table(caption="", columns=(), rows=())) == ()
    assert widths(Table(caption="", columns=(Column(title="a"),), rows=())) == (1.0,)
