"""The form of a procedure's settings: a field for each, of its own type."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ringtrue.workbench.pages.language import told

BASES = {
    "R": gettext_lazy("follows from a requirement"),
    "P": gettext_lazy("published"),
    "S": gettext_lazy("statistical"),
    "D": gettext_lazy("our own default, to be tuned"),
}


class SettingsForm(forms.Form):
    """Values, and why they are changed."""

    reason = forms.CharField(label=gettext_lazy("Why"), max_length=1000)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        settings: Sequence[Mapping[str, Any]],
        own: Mapping[str, Any],
        version: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.settings = settings
        self.fields["version"].initial = version
        made = {f"set-{one['name']}": _field(one, own) for one in settings}
        self.fields = {**made, **self.fields}

    @property
    def changed(self) -> dict[str, Any]:
        """The values that are not the default."""
        said = {one["name"]: self.cleaned_data[f"set-{one['name']}"] for one in self.settings}
        return {one["name"]: said[one["name"]] for one in self.settings if said[one["name"]] != one["value"]}


def _field(one: Mapping[str, Any], own: Mapping[str, Any]) -> forms.Field:
    default = one["value"]
    help = _("{meaning} Default: {default} ({basis}).").format(
        meaning=f"{told(one['meaning']).rstrip('.')}.",
        default=default,
        basis=BASES.get(one["basis"], one["basis"]),
    )
    asked = {"label": one["name"], "help_text": help, "initial": own.get(one["name"], default)}
    if isinstance(default, bool):
        return forms.BooleanField(required=False, **asked)
    if isinstance(default, int):
        return forms.IntegerField(**asked)
    if isinstance(default, float):
        return _Number(**asked)
    return forms.CharField(max_length=500, **asked)


class _Number(forms.FloatField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.NumberInput(attrs={"step": "any"}), **kwargs)
