"""Forms of evidence requests."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.api import all_tables
from ringtrue.workbench.audits.models import Audit, Role
from ringtrue.workbench.pages.forms import day_field
from ringtrue.workbench.pages.language import told


class RequestForm(forms.Form):
    """What is asked, of whom, by when."""

    title = forms.CharField(label=_("Title"), max_length=200)
    text = forms.CharField(
        label=_("What is asked for"), max_length=10_000, required=False, widget=forms.Textarea
    )
    due_on = day_field(_("By the day"))
    contact = forms.ChoiceField(label=_("Asked is"), required=False)
    tables = forms.MultipleChoiceField(
        label=_("Tables wanted"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "The request workbook asks for these, column by column. None: what the claims still wait for."
        ),
    )

    def __init__(self, *args: Any, audit: Audit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        contacts = audit.memberships.filter(role=Role.AUDITEE_CONTACT, left_at=None).select_related("person")
        of_contacts = [(one.person.email, str(one.person)) for one in contacts]
        self.fields["contact"].choices = [("", _("every auditee contact")), *of_contacts]  # type: ignore[attr-defined]
        tables = [(one.name, f"{one.name}: {told(one.meaning)}") for one in all_tables().values()]
        self.fields["tables"].choices = tables  # type: ignore[attr-defined]

    @property
    def told(self) -> dict[str, Any]:
        """The fields of the request."""
        said = self.cleaned_data
        due = said["due_on"].isoformat() if said["due_on"] else None
        return {**said, "due_on": due, "tables": tuple(said["tables"])}


class AnswerForm(forms.Form):
    """What the auditee says with the files."""

    answer = forms.CharField(
        label=_("Anything to say with it"), max_length=5_000, required=False, widget=forms.Textarea
    )


class JudgeForm(forms.Form):
    """Accepted, or returned with what lacks."""

    step = forms.ChoiceField(choices=[("accepted", "accepted"), ("returned", "returned")])
    reason = forms.CharField(max_length=5_000, required=False)
