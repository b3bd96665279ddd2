"""JSON read item by item tells what JSON read at once tells."""

import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringtrue.importers.reading.structured import items as module
from ringtrue.importers.reading.structured.items import EndsEarlyError, TooLongError, items

LEAF = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(['"', "\\", "]", "}", "é\n"])
)
VALUE = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
)
LOG = st.dictionaries(st.text(max_size=3), VALUE, max_size=4)


class Slow(io.StringIO):
    """Gives a few characters at a time, as if everything lay across a border."""

    def __init__(self, text: str, size: int) -> None:
        super().__init__(text)
        self._size = size

    def read(self, size: int | None = -1) -> str:
        return super().read(self._size)


def read(text: str, size: int = 1 << 20, longest: int = 10_000) -> list[tuple[str, str | None, Any]]:
    return list(items(Slow(text, size), longest, lambda read: None))


@settings(deadline=None)
@given(LOG, st.integers(1, 40), st.sampled_from([None, 1]))
def test_every_item_is_read_wherever_the_borders_fall(
    log: dict[str, Any], size: int, indent: int | None
) -> None:
    expected = [
        (part, name, item)
        for part, value in log.items()
        for name, item in (
            value.items()
            if isinstance(value, dict)
            else ((None, one) for one in value)
            if isinstance(value, list)
            else ()
        )
    ]
    assert read(json.dumps(log, indent=indent), size) == expected


@pytest.mark.parametrize(
    "text", ['{"a": [1, 2', '{"a": [{"b": "x', '{"a": [1]', "{", "", '{"a"', '{"a": {"b": 1']
)
def test_a_text_that_is_cut_off_is_known_as_such(text: str) -> None:
    for size in (1, 1000):
        with pytest.raises(EndsEarlyError):
            read(text, size)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": [1,]}',
        '{"a": [1 2]}',
        '{"a": [1]} x',
        '{"a": [NaN]}',
        "[1]",
        "{a: 1}",
        '{"a": [tru]}',
        '{"a" 1}',
    ],
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as told:
        read(text + " " * 50)
    assert not isinstance(told.value, EndsEarlyError)


def test_an_item_without_end_is_too_long_and_one_without_bottom_too_deep() -> None:
    with pytest.raises(TooLongError):
        read('{"a": ["' + "x" * 50_000, 1000)
    with pytest.raises(RecursionError):
        read('{"a": [' + "[" * 50_000 + "]" * 50_000 + "]}", longest=1_000_000)


def test_numbers_keep_their_digits() -> None:
    assert [str(item) for _, _, item in read('{"a": [1.10, 12345678901234567890]}')] == [
        "1.10",
        "12345678901234567890",
    ]
    assert module.CHUNK > module.EDGE
