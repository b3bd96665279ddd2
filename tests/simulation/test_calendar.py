"""Opening hours, counted by hand."""

from datetime import date

import pytest

from ringtrue.simulation.calendar import Calendar, local, moment

OFFICE = Calendar(
    "office",
    "Europe/Berlin",
    dict.fromkeys(range(1, 6), ("08:00", "18:00")),
    (date(2026, 4, 3), date(2026, 4, 6)),
)
ALWAYS = Calendar("always", "Europe/Berlin", dict.fromkeys(range(1, 8), ("00:00", "24:00")))

THURSDAY = date(2026, 4, 2)
"""The day before Good Friday."""


def test_minutes_run_on_after_a_holiday_and_a_weekend() -> None:
    after = OFFICE.after(moment(THURSDAY, "17:00"), 90)
    assert f"{local(after):%Y-%m-%d %H:%M}" == "2026-04-07 08:30"


def test_minutes_that_end_at_closing_time_end_there_and_not_on_the_next_day() -> None:
    assert OFFICE.after(moment(THURSDAY, "17:00"), 60) == moment(THURSDAY, "18:00")


@pytest.mark.parametrize("minutes", [1, 59, 60, 61, 600, 5999])
def test_counting_gives_back_what_was_let_pass(minutes: int) -> None:
    begins = moment(THURSDAY, "17:00")
    assert OFFICE.seconds(begins, OFFICE.after(begins, minutes)) == minutes * 60


def test_time_outside_the_hours_does_not_count() -> None:
    assert OFFICE.seconds(moment(THURSDAY, "18:00"), moment(date(2026, 4, 7), "08:00")) == 0


def test_a_day_on_which_clocks_go_forward_has_23_hours() -> None:
    sunday = date(2026, 3, 29)
    assert ALWAYS.seconds(moment(sunday), moment(sunday, "24:00")) == 23 * 3600


def test_it_is_open_at_the_first_moment_and_no_more_at_the_last() -> None:
    assert OFFICE.is_open(moment(THURSDAY, "08:00"))
    assert not OFFICE.is_open(moment(THURSDAY, "18:00"))
    assert not OFFICE.is_open(moment(date(2026, 4, 3), "10:00"))
