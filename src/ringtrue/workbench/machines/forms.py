"""The form of a new token."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.machines.models import Scope

DAYS = ((7, _("7 days")), (30, _("30 days")), (90, _("90 days")), (365, _("a year")))


class TokenForm(forms.Form):
    """What a token is for and how long it works."""

    name = forms.CharField(
        label=_("Name"), max_length=100, help_text=_("What uses it, such as: nightly export.")
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may be used for"),
        choices=Scope.choices,
        initial=[Scope.READ],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Never more than you may do yourself in this audit."),
    )
    days = forms.TypedChoiceField(label=_("Works for"), choices=DAYS, coerce=int, initial=30)
