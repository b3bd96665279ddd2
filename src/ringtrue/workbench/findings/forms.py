"""Forms of findings. Who writes, grades and reviews is the person logged in, and never a field."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.pages.forms import Versioned

GRADES = (
    ("positive", _("good practice")),
    ("conforming", _("conforming")),
    ("ofi", _("opportunity for improvement")),
    ("minor_nc", _("minor nonconformity")),
    ("major_nc", _("major nonconformity")),
)
FIELDS = {
    "no_statement": "statement",
    "person_named": "statement",
    "remedy": "statement",
    "person_in_reason": "grade_reason",
    "no_grade_reason": "grade_reason",
    "hidden_breach": "grade",
    "concern_is_no_nonconformity": "grade",
    "person_in_dissent": "dissent",
    "no_requirement": "clause",
    "clause": "clause",
    "unknown_evidence": "evidence",
    "evidence_changed": "evidence",
    "no_verified_evidence": "evidence",
    "no_evidence": "evidence",
    "extent": "found",
}
"""The field beside which a rule of the method is told."""


class OfFinding(Versioned):
    """A form of a finding; several stand on its page, each with ids of its own."""

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{type(self).__name__.lower()}-%s", **said})


class FindingForm(OfFinding):
    """The words of a finding, what it rests on, and how far it reaches."""

    statement = forms.CharField(
        label=_("Statement"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "What is generally so, in a sentence: no names of persons, no numbers of records, no remedy."
        ),
    )
    criteria = forms.CharField(
        label=_("Criteria"),
        required=False,
        max_length=200,
        help_text=_("The edition to which the clause belongs."),
    )
    clause = forms.CharField(label=_("Clause"), required=False, max_length=40)
    rule = forms.CharField(
        label=_("Own rule"),
        required=False,
        max_length=300,
        help_text=_("A document, contract or law, where the requirement stands there."),
    )
    required = forms.CharField(
        label=_("What is required"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In own words. Left empty, the clause's title and intent are taken."),
    )
    evidence = forms.CharField(
        label=_("Evidence"), required=False, max_length=2000, help_text=_("Numbers such as E-001, E-002.")
    )
    found = forms.IntegerField(label=_("Deviating"), required=False, min_value=0)
    looked_at = forms.IntegerField(label=_("Looked at"), required=False, min_value=0)
    service = forms.CharField(label=_("Service"), required=False, max_length=200)
    clauses = forms.CharField(label=_("Bears on clauses"), required=False, max_length=500)
    outcome_concern = forms.BooleanField(
        label=_("It is about whether customers get what they need"), required=False
    )
    reason = forms.CharField(label=_("Why it was changed"), required=False, max_length=500)

    def clean(self) -> dict[str, Any]:
        """Both numbers of the extent, or none."""
        said = super().clean() or {}
        if (said.get("found") is None) != (said.get("looked_at") is None) and not self.errors:
            self.add_error("found", _("Give both how many deviate and how many were looked at."))
        return said


class GradeForm(OfFinding):
    """A grade with its reason. No grade is ever proposed."""

    grade = forms.ChoiceField(
        label=_("Grade"), choices=[("", _("none yet: a draft")), *GRADES], required=False
    )
    grade_reason = forms.CharField(
        label=_("Why this grade and no other"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReviewForm(OfFinding):
    """A second person looked at it as it stands."""

    looked_at = forms.CharField(label=_("What you looked at"), max_length=500)


class DissentForm(forms.Form):
    """What somebody holds against a finding; it is added to what stands there."""

    dissent = forms.CharField(
        label=_("What you hold against it"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class CarryForm(forms.Form):
    """The earlier audit whose open findings are taken over."""

    earlier = forms.ChoiceField(label=_("Earlier audit"))

    def __init__(self, *args: Any, earlier: Any = (), **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["earlier"].choices = [(one.pk, one.title) for one in earlier]  # type: ignore[attr-defined]
