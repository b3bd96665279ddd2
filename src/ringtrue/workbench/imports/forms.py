"""Forms of imports."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.pages.forms import day_field


class SeveralFiles(forms.FileInput):
    """A field in which several files can be chosen."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """One of them, so that the form knows that there is any; the others are with it in the request."""
        return files.get(name)


class UploadForm(forms.Form):
    """Files with their dates. The third, when they came here, is noted by itself."""

    file = forms.FileField(
        label=_("Files"),
        allow_empty_file=True,
        widget=SeveralFiles(attrs={"multiple": True}),
        help_text=_(
            "Exports, one or several: CSV, Excel, LibreOffice, JSON, Parquet, XES, SQLite; also packed as .gz or .zip."
        ),
    )
    event_from = day_field(
        _("Its records tell of the days from"), _("The first and last day, where you know them.")
    )
    event_until = day_field(_("until"))
    document_on = day_field(_("Made on"), _("The day on which the export was drawn from its system."))

    def clean(self) -> dict[str, Any]:
        """Days in their order."""
        said = super().clean() or {}
        begins, ends = said.get("event_from"), said.get("event_until")
        if begins and ends and ends < begins:
            self.add_error("event_until", _("The last day is before the first."))
        return said

    @property
    def dates(self) -> dict[str, Any]:
        """The dates that were told."""
        return {name: self.cleaned_data[name] for name in ("event_from", "event_until", "document_on")}


class TakeOutForm(forms.Form):
    """Why a source is taken out."""

    reason = forms.CharField(label=_("Why it is taken out"), max_length=1000)


class MappingTextForm(forms.Form):
    """A mapping as it stands in its file."""

    text = forms.CharField(
        label=_("Mapping"),
        max_length=500_000,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "spellcheck": "false", "class": "code"}),
    )
    reason = forms.CharField(label=_("Why"), max_length=1000)
