"""Reports: made in the background, listed, handed out."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.workbench.reports.files import handed_out, listed
from ringtrue.workbench.reports.forms import OrderForm
from ringtrue.workbench.reports.making import make
from ringtrue.workbench.reports.models import Order


def reports(request: HttpRequest, audit: str) -> HttpResponseBase:
    """What was made, what is being made, and a form to make more."""
    one = request.audit  # type: ignore[attr-defined]
    form = OrderForm(
        request.POST or None, initial={"formats": ["html"], "own_template": bool(one.organisation.template)}
    )
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            order = Order.objects.create(audit=one, asked_by=str(request.user), **form.cleaned_data)
            make.enqueue(order.pk)
        messages.success(request, _("The reports are being made. Load this page again in a moment."))
        return redirect("reports", one.pk)
    files = [name for name in listed(one.folder.reports) if not name.startswith("rows/")]
    orders = Order.objects.filter(audit=one)[:10]
    return render(request, "reports/reports.html", {"form": form, "files": files, "orders": orders})


def file(request: HttpRequest, audit: str, name: str) -> HttpResponseBase:
    """A report, as an attachment; with ``?show=1`` the page in a sandbox."""
    return handed_out(request.audit.folder.reports, name, show="show" in request.GET)  # type: ignore[attr-defined]
