"""Forms of reports, papers and templates."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ringtrue.api import listed

LARGEST = 50_000_000


class OrderForm(forms.Form):
    """Which reports are to be made."""

    formats = forms.MultipleChoiceField(label=_("Formats"), widget=forms.CheckboxSelectMultiple)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    own_template = forms.BooleanField(label=_("Word by the organisation's own template"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["formats"].choices = [(one["id"], one["title"]) for one in listed("reports")]  # type: ignore[attr-defined]


class PaperForm(forms.Form):
    """Which paper is to be written."""

    kind = forms.ChoiceField(label=_("Paper"))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    role = forms.CharField(label=_("For the role"), required=False, max_length=60)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(one["id"], one["title"]) for one in listed("papers")]  # type: ignore[attr-defined]


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
