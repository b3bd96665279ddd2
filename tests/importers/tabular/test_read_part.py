"""How text becomes values: told by the values themselves, written down, or asked."""

from collections.abc import Sequence

import pytest

from ringtrue.model.errors import MappingIncomplete
from tests.importers.tabular.conftest import Reader


def tickets(times: Sequence[str], **more: Sequence[str]) -> str:
    names = ["Number", "Summary", "Priority", "Team", "Created", *more]
    rows = [
        [str(n), "x", "1", "Desk", time, *(cells[n] for cells in more.values())]
        for n, time in enumerate(times)
    ]
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in [names, *rows]) + "\n"


@pytest.mark.parametrize(
    ("times", "found"),
    [
        (["2024-01-31 10:00", "2024-02-01T11:00:00Z"], {}),
        (["31/01/2024 10:00", "01/02/2024 11:00"], {"date_order": "dmy"}),
        (["01/31/2024 10:00 AM", "02/01/2024 11:00 PM"], {"date_order": "mdy"}),
        (["01.02.2024", "03.04.2024"], {"date_order": "dmy"}),
        (["2024/01/31", "2024/02/01"], {"date_order": "ymd"}),
        (["31-Jan-2024 10:00", "01-Feb-2024 11:00"], {"time_format": "%d-%b-%Y %H:%M"}),
        (["31/Jan/24 10:59 AM", "01/Feb/24 1:00 PM"], {"time_format": "%d/%b/%y %I:%M %p"}),
        (["Jan 31, 2024", "Feb 1, 2024"], {"time_format": "%b %d, %Y"}),
        (["20240131 101500", "20240201 111500"], {"time_format": "%Y%m%d %H%M%S"}),
        (["1706695200", "1706781600"], {"time_format": "epoch"}),
        (["1706695200000", "1706781600000"], {"time_format": "epoch_ms"}),
    ],
)
def test_the_form_of_times_is_told_by_the_values(
    read: Reader, times: list[str], found: dict[str, str]
) -> None:
    assert read(tickets(times)).mapping.content.get("read", {}) == found


@pytest.mark.parametrize(
    "times",
    [
        ["01/02/2024", "03/04/2024"],  # no number over 12
        ["31/01/2024", "01/31/2024"],  # both orders
        ["24-01-31", "23-02-28"],  # the year may stand first
        ["31. Jänner 2024", "1. Feber 2024"],  # no form that is known
    ],
)
def test_times_that_can_be_read_in_two_ways_or_none_are_asked_about(read: Reader, times: list[str]) -> None:
    with pytest.raises(MappingIncomplete, match=r"(date_order|time_format) under \[read\]"):
        read(tickets(times))


def test_one_column_tells_the_order_for_all_of_them(read: Reader) -> None:
    result = read(tickets(["01/02/2024", "03/04/2024"], Resolved=["01/02/2024", "13/04/2024"]))
    assert result.mapping.content["read"] == {"date_order": "dmy"}


def test_a_stray_date_in_the_other_order_is_said_and_changes_nothing(read: Reader) -> None:
    result = read(tickets([*["31/01/2024"] * 300, "01/31/2024"]))
    assert result.mapping.content["read"] == {"date_order": "dmy"}
    assert any("1 do not fit and are reported as unreadable" in note for note in result.assumptions)


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (["1,5", "22,75"], {"decimal": ","}),
        (["1.234,5", "7,25"], {"decimal": ","}),
        (["1.5", "1,234.75"], {}),
        (["15", "7"], {}),
        (["0.125", "0.950"], {}),
    ],
)
def test_the_decimal_sign_is_told_by_the_values(
    read: Reader, numbers: list[str], found: dict[str, str]
) -> None:
    result = read(tickets(["2024-01-31", "2024-02-01"], **{"Elapsed minutes": numbers}))
    assert result.mapping.content.get("read", {}) == found


@pytest.mark.parametrize("numbers", [["1,234", "5,678"], ["1,5", "2.5"]])
def test_numbers_that_can_be_read_in_two_ways_are_asked_about(read: Reader, numbers: list[str]) -> None:
    with pytest.raises(MappingIncomplete, match=r'decimal under \[read\], "," or "\."'):
        read(tickets(["2024-01-31", "2024-02-01"], **{"Elapsed minutes": numbers}))


def test_a_mark_among_times_means_no_value(read: Reader) -> None:
    result = read(tickets(["2024-01-31", "?", "2024-01-30", "2024-01-29", "2024-01-28"]))
    assert result.mapping.content["read"] == {"missing": ["?"]}
    assert '"?" means no value (1 times, in Created)' in result.assumptions


def test_a_mark_in_several_columns_means_no_value(read: Reader) -> None:
    more = {"Caller": ["NULL", "Tom", "Eve"], "Category": ["a", "NULL", "b"]}
    assert read(tickets(["2024-01-31"] * 3, **more)).mapping.content["read"] == {"missing": ["NULL"]}


def test_a_mark_in_one_column_of_words_is_a_word(read: Reader) -> None:
    assert "read" not in read(tickets(["2024-01-31"] * 3, Category=["none", "a", "b"])).mapping.content


def test_a_mark_in_free_text_is_what_somebody_wrote(read: Reader) -> None:
    more = {"Description": ["-", "a", "b"], "Close notes": ["-", "c", "d"]}
    assert "read" not in read(tickets(["2024-01-31"] * 3, **more)).mapping.content


def test_a_strange_number_among_states_means_no_value_but_among_numbers_it_is_one(read: Reader) -> None:
    result = read(
        tickets(["2024-01-31"] * 3, State=["-100", "Closed", "New"], **{"Reopen count": ["-100", "1", "2"]})
    )
    assert result.mapping.content["read"] == {"missing": ["-100"]}
    result = read(tickets(["2024-01-31"] * 3, **{"Elapsed minutes": ["-100", "1", "2"]}))
    assert "read" not in result.mapping.content
