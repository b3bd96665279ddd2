"""Forms of leads: filters, and what becomes of a lead."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.pages.forms import Versioned

ANY = ("", _("any"))
OUTCOMES = (
    ("verified", _("verified: it became evidence")),
    ("explained", _("explained: an honest explanation holds")),
    ("not_pursued", _("not pursued")),
)
DISPOSITIONS = (ANY, ("none", _("not decided yet")), *OUTCOMES)
EXPLAINS = (
    ("open", _("not checked")),
    ("does_not_explain", _("does not explain it")),
    ("explains", _("explains it")),
)


class FilterForm(forms.Form):
    """Which leads are shown. What a run does not have finds nothing."""

    question = forms.ChoiceField(label=_("Question"), required=False)
    service = forms.ChoiceField(label=_("Service"), required=False)
    clause = forms.ChoiceField(label=_("Clause"), required=False)
    procedure = forms.ChoiceField(label=_("Claim"), required=False)
    disposition = forms.ChoiceField(label=_("What became of it"), choices=DISPOSITIONS, required=False)
    text = forms.CharField(label=_("Text"), required=False, max_length=200)

    def __init__(self, *args: Any, choices: dict[str, list[tuple[str, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, values in choices.items():
            self.fields[name].choices = [ANY, *values]  # type: ignore[attr-defined]


class RowsForm(forms.Form):
    """Which rows are shown."""

    verdict = forms.ChoiceField(
        label=_("Verdict"),
        required=False,
        choices=[ANY, ("deviation", _("deviation")), ("pass", _("pass")), ("untestable", _("untestable"))],
    )
    text = forms.CharField(label=_("Text in the row"), required=False, max_length=200)
    page = forms.IntegerField(required=False, min_value=1, max_value=10_000_000)


class DispositionForm(Versioned):
    """What becomes of a lead, and why."""

    outcome = forms.ChoiceField(label=_("What becomes of it"), choices=OUTCOMES, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"), max_length=4000, widget=forms.Textarea, help_text=_("No names of persons.")
    )


class ExplanationForm(forms.Form):
    """Whether an explanation holds."""

    number = forms.IntegerField(min_value=1)
    outcome = forms.ChoiceField(choices=EXPLAINS)
    note = forms.CharField(max_length=2000, required=False)
    version = forms.IntegerField(min_value=0)
