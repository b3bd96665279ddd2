"""Which rows stand in which workbook."""

import pytest

from ringtrue.reports.excel.split import Piece, pieces


@pytest.mark.parametrize(
    "counts",
    [
        {},
        {"a": 0},
        {"a": 5},
        {"a": 10, "b": 10, "c": 10},
        {"a": 100, "b": 1, "c": 0},
        {"a": 29, "b": 31, "c": 7, "d": 8},
    ],
)
def test_every_row_stands_in_exactly_one_place_and_no_workbook_is_too_large(counts: dict[str, int]) -> None:
    found = pieces(counts, most_in_sheet=10, most_in_book=20)
    for table, rows in counts.items():
        own = sorted((one.first, one.rows) for one in found if one.table == table and one.rows)
        covered = [row for first, size in own for row in range(first, first + size)]
        assert covered == list(range(rows))
    assert all(one.rows <= 10 for one in found)
    for book in {one.book for one in found}:
        assert sum(one.rows for one in found if one.book == book) <= 20


def test_what_fits_stands_in_the_main_workbook_alone() -> None:
    assert pieces({"a": 10, "b": 10}, 10, 20) == (Piece("a", 0, 0, 10), Piece("b", 0, 0, 10))


def test_the_main_workbook_has_the_beginning_of_every_table() -> None:
    found = pieces({"a": 1000, "b": 3}, 10, 12)
    assert [one for one in found if one.book == 0] == [Piece("a", 0, 0, 9), Piece("b", 0, 0, 3)]
