"""Forms of evidence."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.evidence.uploads import check_upload
from ringtrue.workbench.pages.forms import day_field

OBTAINED = (
    ("examined", _("record or document examined")),
    ("interviewed", _("interview")),
    ("observed", _("observation")),
    ("recomputed", _("computed anew")),
    ("confirmed", _("confirmed by a third party")),
)
FIELDS = {
    "incomplete": "shows",
    "obtained": "obtained",
    "date": "event_on",
    "person_named": "shows",
    "source": "source_file",
}
"""The field beside which a rule of the method is told."""


class EvidenceForm(forms.Form):
    """A piece of evidence as it is added. Who collected it is the person logged in; the hash is ours."""

    shows = forms.CharField(
        label=_("What it shows"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a sentence, without names of persons: a record tells by its id who it was."),
    )
    obtained = forms.ChoiceField(label=_("How it was obtained"), choices=OBTAINED)
    place = forms.CharField(
        label=_("Where"), max_length=300, help_text=_("The site, the system or the meeting.")
    )
    event_on = day_field(_("When it happened"), _("The event that it tells of."), required=True)
    event_until = day_field(_("Until"), _("The last day, where it is a span."))
    document_on = day_field(_("Date of the document"), _("The day that the document itself bears."))
    captured_at = day_field(_("When it was obtained"), required=True)
    party = forms.CharField(
        label=_("From whom"), required=False, max_length=200, help_text=_("The role or the team.")
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("Kept by its content; it is only ever given out as a download."),
    )
    record = forms.CharField(label=_("Id of the record"), required=False, max_length=200)
    source_file = forms.CharField(
        label=_("Source file"),
        required=False,
        max_length=300,
        help_text=_("The name among the imported files."),
    )
    source_row = forms.IntegerField(label=_("Row in the source file"), required=False, min_value=1)
    lead = forms.CharField(
        label=_("Lead"), required=False, max_length=200, help_text=_("The lead to which it belongs.")
    )

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["captured_at"].initial = date.today().isoformat()

    def clean_file(self) -> Any:
        """A file of a kind that is known."""
        given = self.cleaned_data.get("file")
        return check_upload(given) if given else None


class VerifyForm(forms.Form):
    """Somebody compared the evidence with its origin, at the version that was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    compared = forms.CharField(
        label=_("Compared with what"),
        max_length=500,
        help_text=_("Such as: the change record in the tool, by its id, on the screen of the service desk."),
    )
