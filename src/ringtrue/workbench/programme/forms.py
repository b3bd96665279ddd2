"""Forms of the programme."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.pages.forms import Versioned, day_field


class WholeForm(Versioned):
    """What the programme is for, who manages it, and under which conditions."""

    objectives = forms.CharField(
        label=_("Objectives"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: what is to be known after all these audits?"),
    )
    owner = forms.CharField(label=_("Managed by"), max_length=200)
    first = forms.IntegerField(label=_("First year"), min_value=1990, max_value=2200)
    last = forms.IntegerField(label=_("Last year"), min_value=1990, max_value=2200)
    resources = forms.CharField(
        label=_("Resources"),
        required=False,
        max_length=2000,
        help_text=_("People, days, money, travel, access."),
    )
    risks = forms.CharField(
        label=_("Risks to the programme"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What could keep it from its objectives, and what is done about it."),
    )
    methods = forms.CharField(
        label=_("Methods"),
        required=False,
        max_length=2000,
        help_text=_("How the audits are done; on site, from afar."),
    )
    reviewed_on = day_field(_("Reviewed on"), _("The day on which the programme itself was reviewed."))

    def clean(self) -> dict[str, Any]:
        """Years in their order, and not too many."""
        said = super().clean() or {}
        first, last = said.get("first"), said.get("last")
        if first and last and not 0 <= last - first < 20:
            self.add_error("last", _("The last year comes after the first, by fewer than twenty years."))
        return said


class PlannedForm(Versioned):
    """One audit of the programme."""

    title = forms.CharField(label=_("Title"), max_length=200)
    quarter = forms.CharField(label=_("Quarter"), max_length=7, help_text=_("Such as 2027-Q2."))
    services = forms.CharField(
        label=_("Services"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ids of services, one a line or by commas."),
    )
    criteria = forms.CharField(label=_("Criteria"), required=False, max_length=500)
    lead_auditor = forms.CharField(label=_("Lead auditor"), required=False, max_length=200)
    days = forms.FloatField(
        label=_("Days"),
        required=False,
        min_value=0,
        max_value=10_000,
        help_text=_("Days of work of the whole team."),
    )
    begun = forms.ChoiceField(
        label=_("Begun as"),
        required=False,
        help_text=_("The audit in this workbench; its state is then told."),
    )

    def __init__(self, *args: Any, audits: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["begun"].choices = [("", _("not begun yet")), *audits]  # type: ignore[attr-defined]
