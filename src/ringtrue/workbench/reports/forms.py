"""Forms of reports, papers and templates."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ringtrue.api import listed

LARGEST = 50_000_000
Choices = Sequence[tuple[str, str | Promise]]

FORMATS: dict[str, str | Promise] = {
    "html": _("One page for the browser, with everything in it"),
    "word": _("Word document to edit"),
    "pdf": _("PDF for keeping"),
    "excel": _("Excel working papers, with every judged row"),
    "oscal": _("OSCAL, for the machines of others"),
}
PAPERS: dict[str, str | Promise] = {
    "actions": _("Log of actions: answers to findings, from correction to verified effect"),
    "findings": _("Log of findings, with evidence and what became of leads"),
    "interview": _("Interview sheets by role"),
    "nonconformity": _("Report of a nonconformity, to be answered"),
    "plan": _("Audit plan"),
    "programme": _("Audit programme over some years"),
    "rating": _("Answers with anchors, for one rater to score"),
    "sample": _("Records of a sample, to be judged"),
    "self-test": _("Scenarios with which staff test their understanding"),
}
OPTIONS = {
    "interview": ("role", "service"),
    "nonconformity": ("finding",),
    "rating": ("rater",),
    "sample": ("sample",),
    "self-test": ("role",),
}
"""What a paper can be about."""

REQUIRED = {("rating", "rater")}
LABELS = {
    "role": _("Role"),
    "service": _("Service"),
    "finding": _("Finding"),
    "sample": _("Sample"),
    "rater": _("Rater"),
}


class OrderForm(forms.Form):
    """Which reports are to be made."""

    formats = forms.MultipleChoiceField(label=_("Formats"), widget=forms.CheckboxSelectMultiple)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    run = forms.ChoiceField(label=_("Of the run"), required=False)
    own_template = forms.BooleanField(label=_("Word by the organisation's own template"), required=False)

    def __init__(self, *args: Any, runs: Choices, template: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = {one["id"]: one["title"] for one in listed("reports")}
        order = [*(id for id in FORMATS if id in known), *(id for id in known if id not in FORMATS)]
        self.fields["formats"].choices = [(id, FORMATS.get(id, known[id])) for id in order]  # type: ignore[attr-defined]
        self.fields["run"].choices = runs  # type: ignore[attr-defined]
        self.fields["own_template"].help_text = template
        if not template:
            del self.fields["own_template"]
        if len(runs) < 2:
            del self.fields["run"]


class PaperForm(forms.Form):
    """A paper of one kind, and what it is to be about."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, kind: str, choices: dict[str, Choices], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in OPTIONS.get(kind, ()):
            required = (kind, name) in REQUIRED
            first: Choices = () if required else (("", _("all")),)
            self.fields[name] = forms.ChoiceField(
                label=LABELS[name], choices=[*first, *choices.get(name, ())], required=required
            )

    @property
    def options(self) -> dict[str, str]:
        """What was chosen, by the names that the paper knows."""
        return {name: said for name, said in self.cleaned_data.items() if name != "language" and said}


class UploadForm(forms.Form):
    """A file of one kind, not too large."""

    file = forms.FileField(label=_("File"))

    def __init__(self, *args: Any, ending: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ending = ending

    def clean_file(self) -> Any:
        """A file with the ending, that begins as such a file does."""
        given = self.cleaned_data["file"]
        begins = given.read(4)
        given.seek(0)
        if not given.name.lower().endswith(self.ending) or begins != b"PK\x03\x04" or given.size > LARGEST:
            raise forms.ValidationError(_("Expected a file that ends with %s.") % self.ending)
        return given
