"""Forms of the self-test."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ringtrue.api import Scenario, tested_roles
from ringtrue.workbench.pages.language import language


class LinksForm(forms.Form):
    """Links for the members of a team."""

    team = forms.CharField(
        label=_("Team"),
        max_length=200,
        help_text=_("Its id in the records, so that its training is found; else its name."),
    )
    role = forms.ChoiceField(label=_("They answer as"))
    service = forms.ChoiceField(label=_("Service they work for most"), required=False)
    number = forms.IntegerField(
        label=_("How many links"),
        min_value=1,
        max_value=500,
        initial=8,
        help_text=_("One a person. Of fewer than five persons nothing is told."),
    )
    each = forms.IntegerField(label=_("Scenarios of each concept"), min_value=1, max_value=10, initial=2)
    days = forms.IntegerField(label=_("Days that they are good for"), min_value=1, max_value=90, initial=14)
    language = forms.ChoiceField(label=_("Language of the test"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, services: dict[str, str], **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["role"].choices = list(tested_roles(language()).items())  # type: ignore[attr-defined]
        self.fields["service"].choices = [("", "–"), *services.items()]  # type: ignore[attr-defined]


class SelfTestForm(forms.Form):
    """The answers to the scenarios; a field for each, by its number. One answer at least."""

    def __init__(self, *args: Any, asked: Sequence[tuple[Scenario, str, str]], **said: Any) -> None:
        super().__init__(*args, **said)
        for one, situation, question in asked:
            self.fields[one.id] = forms.CharField(
                label=question,
                help_text=situation,
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 4}),
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a sheet without any answer: the link would be used up for nothing."""
        said = super().clean() or {}
        if not self.errors and not any(said.values()):
            raise forms.ValidationError(_("Answer at least one question; the link can be used only once."))
        return said
