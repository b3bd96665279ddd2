"""Pages of persons: the own one, and the one that an invitation leads to."""

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.utils.translation import gettext as _

from ringtrue.workbench.people.forms import JoinForm, PersonForm
from ringtrue.workbench.people.joining import join
from ringtrue.workbench.people.models import Invitation, Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def person(request: HttpRequest) -> HttpResponse:
    """Name and language; links to password and second factor."""
    form = PersonForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        saved = form.save()
        with translation.override(saved.language or get_language_from_request(request)):
            messages.success(request, _("Saved."))
        return redirect("person")
    return render(request, "people/person.html", {"form": form})


def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Join by an invitation, once. A new person sets a password; a known one has to be logged in as the one invited."""
    found = Invitation.usable(token)
    if found is None:
        return render(request, "people/no_invitation.html", status=404)
    known = Person.objects.filter(email=found.email).first()
    if known and request.user != known:
        return render(request, "people/log_in_first.html", {"invitation": found}, status=403)
    given = request.POST if request.method == "POST" else None
    form = JoinForm(given, person=known, initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        joined = join(found, known, form.cleaned_data)
        if joined is None:
            return render(request, "people/no_invitation.html", status=404)
        if not request.user.is_authenticated:
            login(request, joined, backend=BACKEND)
        messages.success(request, _("Welcome. What you take part in is below."))
        return redirect("audits")
    return render(request, "people/invitation.html", {"form": form, "invitation": found, "known": known})
