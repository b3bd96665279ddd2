"""The organisation's own Word template: tried out when it is given, and taken only if it works."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import RingtrueError, check_template
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.reports.forms import UploadForm
from ringtrue.workbench.reports.uploads import held


def template(request: HttpRequest, organisation: str) -> HttpResponse:
    """Give a template, or take it away."""
    of = request.organisation  # type: ignore[attr-defined]
    if request.method == "POST" and "remove" in request.POST:
        of.template, of.template_name = None, ""
        of.save(update_fields=["template", "template_name"])
        return redirect("reports_template", of.pk)
    form = UploadForm(request.POST or None, request.FILES or None, ending=".docx")
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            with held(given, "template.docx") as place:
                check_template(place)
                of.template, of.template_name = place.read_bytes(), given.name[:200]
            of.save(update_fields=["template", "template_name"])
            messages.success(request, _("The template was tried out and taken."))
            return redirect("reports_template", of.pk)
        except RingtrueError as refused:
            form.add_error("file", told(refused))
    return render(request, "reports/template.html", {"form": form, "organisation": of})
