"""What forms of several apps are made of, and how lists in their fields are read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class Versioned(forms.Form):
    """A form of a record as it was read at a version."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class WithPeriod(forms.Form):
    """A form with the days ``begins`` and ``ends`` of a period."""

    def clean(self) -> dict[str, Any]:
        """A period that begins before it ends."""
        said = super().clean() or {}
        begins, ends = said.get("begins"), said.get("ends")
        if (begins is None) != (ends is None):
            self.add_error("ends", _("Give both days of the period, or none."))
        elif begins and ends and ends < begins:
            self.add_error("ends", _("The period ends before it begins."))
        return said


def day_field(label: Any, help: Any = "", *, required: bool = False) -> forms.DateField:
    """A day, written as browsers want it whatever the language of the page."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, help_text=help, required=required, widget=widget)


def lines(text: str) -> tuple[str, ...]:
    """The lines of a field that say something."""
    return tuple(one.strip() for one in text.splitlines() if one.strip())


def parts(text: str) -> tuple[str, ...]:
    """What stands in a field, separated by commas, semicolons or lines, each once."""
    return tuple(
        dict.fromkeys(
            one.strip() for one in text.replace(";", ",").replace("\n", ",").split(",") if one.strip()
        )
    )
