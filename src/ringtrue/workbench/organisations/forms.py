"""Forms of organisations."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ringtrue.workbench.organisations.models import Organisation


class OrganisationForm(forms.ModelForm):
    """The name of an organisation."""

    class Meta:
        model = Organisation
        fields = ("name",)
        labels = {"name": _("Name")}


class AdministratorForm(forms.Form):
    """An invitation to administrate."""

    email = forms.EmailField(label=_("E-mail address"))
