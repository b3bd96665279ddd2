"""Forms of persons."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.people.models import Person


class PersonForm(forms.ModelForm):
    """The language. A name is given once, when somebody joins: it signs what that person does, and who reviews is told by it."""

    class Meta:
        model = Person
        fields = ("language",)
        labels = {"language": _("Language")}
        widgets = {"language": forms.Select(choices=[("", _("that of the browser")), *settings.LANGUAGES])}


class JoinForm(forms.Form):
    """What somebody invited fills in: a name, and a password where the person is new."""

    name = forms.CharField(label=_("Name"), max_length=200)
    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        help_text=_("At least 12 characters; a few words that do not belong together are good."),
    )

    def __init__(self, *args: Any, person: Person | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if person is not None:
            del self.fields["name"], self.fields["password"]

    def clean_password(self) -> str:
        """A password that the rules of the site take."""
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password
