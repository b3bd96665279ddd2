"""The page of an organisation, for its administrators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from ringtrue.workbench.organisations.forms import AdministratorForm, OrganisationForm
from ringtrue.workbench.people.models import Invitation


def organisation(request: HttpRequest, organisation: str) -> HttpResponse:
    """Its name, its administrators, its audits; a further administrator is invited by a link."""
    of = request.organisation  # type: ignore[attr-defined]
    inviting = request.method == "POST" and "email" in request.POST
    form = OrganisationForm(request.POST if request.method == "POST" and not inviting else None, instance=of)
    invite = AdministratorForm(request.POST if inviting else None)
    link = ""
    if inviting and invite.is_valid():
        email = invite.cleaned_data["email"]
        _one, token = Invitation.make(
            email=email, organisation=of, administrates=True, invited_by=request.user
        )
        link = request.build_absolute_uri(reverse("invitation", args=[token]))
    elif form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("organisation", of.pk)
    return render(
        request,
        "organisations/organisation.html",
        {"organisation": of, "form": form, "invite": invite, "link": link},
    )
