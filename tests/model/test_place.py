"""The file of a place, whatever signs its name and that of the sheet hold."""

import pytest

from ringtrue.model.place import file_of, place_of


def test_a_file_that_is_counted_as_a_whole_is_its_own_place() -> None:
    assert place_of("cases.csv", None) == "cases.csv"


@pytest.mark.parametrize("file", ["request.xlsx", "no #1.xlsx", "#.xlsx", "a#b#c"])
@pytest.mark.parametrize("sheet", ["Cases", "Cases #2", "#", "a#b"])
def test_a_place_leads_back_to_its_file(file: str, sheet: str) -> None:
    assert file_of(place_of(file, sheet), {file, "other.csv"}) == file
    assert file_of(file, {file, "other.csv"}) == file


def test_a_place_in_no_known_file_has_none() -> None:
    assert file_of("other.xlsx#Cases", {"request.xlsx"}) is None
    assert file_of("", {"request.xlsx"}) is None


def test_a_file_that_is_called_like_a_place_is_that_file() -> None:
    assert file_of("a.xlsx#Cases", {"a.xlsx", "a.xlsx#Cases"}) == "a.xlsx#Cases"
