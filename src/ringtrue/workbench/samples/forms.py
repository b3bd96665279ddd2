"""Forms of samples. What may be drawn is decided by the method, and told in its words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.api import AskedSample, SampleFilter, SampleWish
from ringtrue.workbench.pages.forms import Versioned, lines

METHODS = (
    ("attribute", _("is the rate below the tolerable one?")),
    ("discovery", _("find at least one, if there are that many")),
    ("stratified", _("as the first, with records of each service")),
    ("pps", _("large ones with a greater chance")),
    ("stop-or-go", _("a small first look, and a second one planned beforehand")),
    ("judgement", _("your own choice, without confidence")),
)


class NewForm(forms.Form):
    """A sample as it is asked for."""

    subject = forms.CharField(
        label=_("Of what"), max_length=500, help_text=_("A claim, a lead or a table, by its id.")
    )
    run = forms.CharField(label=_("Run"), required=False, max_length=64, help_text=_("Left out: the last."))
    method = forms.ChoiceField(label=_("How"), choices=METHODS, initial="attribute", widget=forms.RadioSelect)
    about = forms.ChoiceField(
        label=_("Conclude on"),
        choices=[("population", _("the records there are")), ("process", _("the process that makes them"))],
        widget=forms.RadioSelect,
        initial="population",
    )
    tolerable = forms.FloatField(
        label=_("Tolerable rate, in per cent"), initial=5, min_value=0.01, max_value=99
    )
    confidence = forms.FloatField(
        label=_("Confidence, in per cent"), initial=95, min_value=50, max_value=99.99
    )
    acceptable = forms.IntegerField(
        label=_("Deviations that may be found"), initial=0, min_value=0, max_value=10_000
    )
    size = forms.IntegerField(
        label=_("More records than the plan needs"), required=False, min_value=1, max_value=100_000
    )
    size_column = forms.CharField(
        label=_("What makes a record large"),
        required=False,
        max_length=100,
        help_text=_("Such as users_affected."),
    )
    service = forms.CharField(label=_("Only this service"), required=False, max_length=300)
    items = forms.CharField(
        label=_("Records chosen by judgement, one a line"),
        required=False,
        widget=forms.Textarea,
        max_length=50_000,
    )
    second_source = forms.CharField(
        label=_("What the population was compared with, and the result"), required=False, max_length=2000
    )
    seed = forms.CharField(
        label=_("Seed"),
        required=False,
        max_length=200,
        help_text=_("Thrown with dice, say. Left out: drawn from the system's randomness."),
    )

    def asked(self) -> AskedSample:
        """What is asked of the method."""
        said: dict[str, Any] = self.cleaned_data
        method = said["method"]
        wish = SampleWish(
            method=method,
            tolerable=said["tolerable"] / 100,
            confidence=said["confidence"] / 100,
            acceptable=said["acceptable"],
            size=said["size"],
            about=said["about"],
        )
        chosen = SampleFilter(
            services=(said["service"],) if said["service"] else (),
            by_service=method == "stratified",
            size_column=said["size_column"] or None,
        )
        return AskedSample(
            subject=said["subject"],
            wish=wish,
            filter=chosen,
            run=said["run"] or None,
            second_source=(said["second_source"],) if said["second_source"] else (),
            items=lines(said["items"]),
        )


class ExtendForm(forms.Form):
    """How many further records."""

    size = forms.IntegerField(label=_("Further records"), required=False, min_value=1, max_value=100_000)


class JudgeForm(Versioned):
    """What a record shows."""

    result = forms.CharField(max_length=20)
    note = forms.CharField(
        label=_("Note"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    evidence = forms.CharField(
        label=_("Evidence"),
        required=False,
        max_length=2000,
        help_text=_("Ids such as E-001, separated by commas."),
    )
