"""What forms of several apps are made of."""

from datetime import date

import pytest
from django import forms
from django.utils.translation import override

from ringtrue.workbench.pages.forms import WithPeriod, day_field, lines, parts


class Form(WithPeriod):
    """A period."""

    begins = day_field("from")
    ends = day_field("to")


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_day_is_written_as_browsers_want_it_in_each_language(language: str) -> None:
    with override(language):
        assert 'value="2026-11-24"' in str(Form(initial={"begins": date(2026, 11, 24)})["begins"])


@pytest.mark.parametrize(
    ("begins", "ends", "refused"),
    [
        ("2026-01-02", "2026-01-02", None),
        ("", "", None),
        ("2026-01-02", "2026-01-01", "The period ends before it begins."),
        ("2026-01-02", "", "Give both days of the period, or none."),
        ("", "2026-01-02", "Give both days of the period, or none."),
    ],
)
def test_a_period_has_both_days_in_their_order_or_none(begins: str, ends: str, refused: str | None) -> None:
    form: forms.Form = Form({"begins": begins, "ends": ends})
    assert form.errors.get("ends", []) == ([refused] if refused else [])


def test_lists_in_fields_are_read_line_by_line_or_part_by_part() -> None:
    assert lines(" one, two \n\n three") == ("one, two", "three")
    assert parts("E-001; E-002,E-001\nE-003,") == ("E-001", "E-002", "E-003")
