"""The next step of an answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.evidence.uploads import check_upload
from ringtrue.workbench.pages.forms import day_field

WORDS = {
    "correction": _("correction: mend what was found"),
    "extent": _("extent: where else it is so"),
    "root_cause": _("root cause"),
    "corrective_action": _("corrective action"),
    "accepted": _("accept the answer"),
    "rejected": _("reject the answer"),
    "implemented": _("carried out"),
    "effectiveness": _("check of effectiveness"),
    "closed": _("close"),
    "reopened": _("reopen"),
}
FIELDS = {
    "step": "step", "order": "step", "no_text": "text", "person_named": "text", "no_number": "action", "number": "action",
    "date": "on", "unknown_evidence": "evidence", "evidence_changed": "evidence", "major_unverified": "evidence",
    "effect": "effective", "new_cases": "cases", "not_shown": "cases", "no_reason": "without_cases",
}  # fmt: skip
"""The field beside which a rule of the method is told."""


class StepForm(forms.Form):
    """A step. Who takes it is the person logged in; which steps there are to choose, the person's role says."""

    step = forms.ChoiceField(label=_("Step"))
    text = forms.CharField(
        label=_("What was found, decided or done"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    on = day_field(_("Day of the step"), required=True)
    action = forms.CharField(
        label=_("Number"),
        required=False,
        max_length=20,
        help_text=_(
            "C1 for a correction, A1 for a corrective action; when it is carried out, the one that was."
        ),
    )
    owner = forms.CharField(label=_("Who answers for it"), required=False, max_length=200)
    due_on = day_field(_("Due on"))
    evidence = forms.CharField(
        label=_("Evidence"), required=False, max_length=1000, help_text=_("Numbers such as E-001, E-002.")
    )
    file = forms.FileField(label=_("File that shows it"), required=False)
    effective = forms.NullBooleanField(label=_("Effective"), required=False)
    cases = forms.IntegerField(label=_("New cases since"), required=False, min_value=0)
    repeats = forms.IntegerField(label=_("Repeats among them"), required=False, min_value=0)
    since = day_field(_("Counted since"))
    without_cases = forms.CharField(label=_("Why nothing can be counted"), required=False, max_length=1000)

    def __init__(self, *args: Any, steps: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["step"].choices = [(one, WORDS[one]) for one in steps]  # type: ignore[attr-defined]
        if "effectiveness" not in steps:
            for name in ("effective", "cases", "repeats", "since", "without_cases"):
                del self.fields[name]

    def clean_file(self) -> Any:
        """A file of a kind that is known."""
        given = self.cleaned_data.get("file")
        return check_upload(given) if given else None
