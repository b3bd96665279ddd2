"""Numbers in reports."""

import pytest

from ringtrue.reports.numbers import (
    amount,
    bounded,
    chance,
    count,
    duration,
    named_unit,
    number,
    plural,
    share,
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_share_stands_with_its_bounds() -> None:
    assert plain(bounded(400 / 412, (0.95, 0.985))) == "97.1 % (95.0 to 98.5)"


def test_a_share_that_is_nearly_all_is_never_written_as_all() -> None:
    assert plain(share(0.99999)) == "over 99.9 %"
    assert plain(share(1.0)) == "100.0 %"


def test_a_share_that_is_nearly_nothing_is_never_written_as_nothing() -> None:
    assert plain(share(0.00001)) == "under 0.1 %"
    assert plain(share(0.0)) == "0.0 %"


def test_thousands_are_set_apart() -> None:
    assert count(1234567) == "1,234,567"


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (45, "45 min"),
        (90.5, "90.5 min"),
        (181.2, "3 h"),
        (2879, "48 h"),
        (10080, "7 days"),
        (0.01, "under 0.1 min"),
    ],
)
def test_a_duration_is_written_in_the_unit_that_reads_best(minutes: float, text: str) -> None:
    assert plain(duration(minutes)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.5612, "0.56"),
        (12.0, "12"),
        (1234.56, "1,234.6"),
        (-0.06, "−0.060"),
        (0.0001, "under 0.001"),
        (float("nan"), "not a number"),
    ],
)
def test_a_plain_number_has_about_three_digits(value: float, text: str) -> None:
    assert number(value) == text


def test_q_goes_before_p_and_tiny_values_are_bounded() -> None:
    assert chance(0.001, 0.02) == "q = 0.020"
    assert chance(1e-18, None) == "p < 0.0001"
    assert chance(0.0004, None) == "p = 0.0004"
    assert chance(None, None) is None


def test_the_unit_at_the_end_of_a_name_says_how_its_value_is_written() -> None:
    assert named_unit("median_hours") == ("median", "hours")
    assert named_unit("attained_share") == ("attained", "share")
    assert named_unit("peers") == ("peers", None)
    assert plain(amount(48, "hours")) == "2 days"


def test_an_absent_value_is_a_dash_and_truth_is_a_word() -> None:
    assert (amount(None), amount(True), amount("word")) == ("–", "yes", "word")


def test_counted_nouns_agree_with_their_number() -> None:
    assert [plain(plural(n, "lead")) for n in (0, 1, 2)] == ["no leads", "1 lead", "2 leads"]
