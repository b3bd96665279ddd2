"""Forms of interviews. Whether a question is fit to be put is judged by the method."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.api import concept_names, interviewed_roles
from ringtrue.workbench.pages.forms import Versioned, day_field
from ringtrue.workbench.pages.language import language


class InterviewForm(forms.Form):
    """Who is heard, about what, when."""

    role = forms.ChoiceField(
        label=_("Asked as"), help_text=_("One person in one role; another role is another interview.")
    )
    service = forms.ChoiceField(label=_("Service"), required=False)
    day = day_field(_("Held on"), required=True)
    clock = forms.TimeField(
        label=_("At"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    party = forms.CharField(
        label=_("Person"),
        required=False,
        max_length=200,
        help_text=_("The id in the records; empty where the person is not to be known."),
    )
    team = forms.CharField(
        label=_("Team"), required=False, max_length=200, help_text=_("Where no person is named.")
    )

    def __init__(self, *args: Any, services: dict[str, str], **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["role"].choices = list(interviewed_roles(language()).items())  # type: ignore[attr-defined]
        self.fields["service"].choices = [("", _("none in particular")), *services.items()]  # type: ignore[attr-defined]


class AnswerForm(Versioned):
    """What was answered, and what bears it out."""

    question = forms.CharField(widget=forms.HiddenInput, max_length=500)
    text = forms.CharField(
        label=_("Answer"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("As it was said. No names of persons."),
    )
    corroborated_by = forms.CharField(
        label=_("Borne out by"),
        required=False,
        max_length=1000,
        help_text=_("A record, an observation or a number of evidence; empty: nothing so far."),
    )


class OwnForm(forms.Form):
    """An auditor's own question, with its answer."""

    own = forms.CharField(label=_("Your question"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    concept = forms.ChoiceField(
        label=_("Shows understanding of"),
        required=False,
        help_text=_("If the answer is to be scored by two raters."),
    )
    text = AnswerForm.base_fields["text"]
    corroborated_by = AnswerForm.base_fields["corroborated_by"]
    anyway = forms.BooleanField(label=_("It was put in these words"), required=False)

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["concept"].choices = [("", "–"), *concept_names(language()).items()]  # type: ignore[attr-defined]


class ScoreForm(forms.Form):
    """From 0 to 4, by the anchors."""

    answer = forms.IntegerField(min_value=1)
    score = forms.IntegerField(min_value=0, max_value=4)
    reason = forms.CharField(max_length=500, required=False)
