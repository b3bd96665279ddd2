"""Forms of audits."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.api import audit_file_text
from ringtrue.workbench.audits.models import Audit, Role
from ringtrue.workbench.pages.forms import WithPeriod, day_field


class NewAuditForm(WithPeriod):
    """What an audit is begun with; the rest is planned."""

    title = forms.CharField(label=_("Title"), max_length=200, help_text=_("Such as: Payments, autumn 2026."))
    timezone = forms.CharField(
        label=_("Time zone"),
        initial="Europe/Berlin",
        help_text=_("For times that name no zone; an IANA name such as Europe/Berlin."),
    )
    begins = day_field(_("Period from"))
    ends = day_field(_("Period to"), _("Both days are included. Left out: all of the data."))
    lead = forms.EmailField(
        label=_("E-mail address of the lead auditor"),
        help_text=_("Yourself, or somebody who is then invited."),
    )

    def clean_timezone(self) -> str:
        """A zone that there is."""
        zone = str(self.cleaned_data["timezone"]).strip()
        if zone not in available_timezones():
            raise forms.ValidationError(
                _("There is no such time zone. Give an IANA name such as Europe/Berlin.")
            )
        return zone


class InviteForm(forms.Form):
    """An invitation into an audit."""

    email = forms.EmailField(label=_("E-mail address"))
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=forms.RadioSelect)


class StateForm(forms.Form):
    """The next state of an audit, with a reason."""

    to = forms.CharField()
    reason = forms.CharField(max_length=1000)


class RoleForm(forms.Form):
    """Another role of a member, or none any more."""

    role = forms.ChoiceField(choices=[*Role.choices, ("", _("no longer a member"))], required=False)


def audit_toml(audit: Audit, said: Mapping[str, Any]) -> str:
    """The text of ``audit.toml`` for a new audit."""
    period = (said["begins"], said["ends"]) if said.get("begins") else None
    return audit_file_text(audit.title, said["timezone"], audit.organisation.name, period)
