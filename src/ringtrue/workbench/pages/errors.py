"""Pages for what may not be, is not there, or went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: there is such a page, and the person's role does not cover it."""
    return render(request, "error/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing here, or nothing for this person."""
    return render(request, "error/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours; nothing half-done is kept."""
    return render(request, "error/500.html", status=500)
