"""Forms of the self-test."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ringtrue.api import Scenario, tested_roles
from ringtrue.workbench.pages.language import language


class LinksForm(forms.Form):
    """Links for the members of a team."""

    known_team = forms.ChoiceField(
        label=_("Team"), required=False, help_text=_("One of the records, so that its training is found.")
    )
    team = forms.CharField(label=_("Or a team that the records do not have"), required=False, max_length=200)
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

    def __init__(self, *args: Any, services: dict[str, str], teams: Mapping[str, str], **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["known_team"].choices = [("", "–"), *teams.items()]  # type: ignore[attr-defined]
        if not teams:
            del self.fields["known_team"]
            self.fields["team"].label = _("Team")
        self.fields["role"].choices = list(tested_roles(language()).items())  # type: ignore[attr-defined]
        self.fields["service"].choices = [("", "–"), *services.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A team, of the records or another."""
        said = super().clean() or {}
        chosen = [one for one in (said.pop("known_team", ""), said.get("team")) if one]
        if len(chosen) != 1 and not self.errors:
            self.add_error("team", _("Name one team."))
        return {**said, "team": chosen[0] if chosen else ""}


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
