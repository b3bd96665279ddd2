"""A page that takes a file: who may not is refused before a byte of it is read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from ringtrue.workbench.imports.arriving import HashedUploadHandler

View = Callable[..., HttpResponse]


def takes_files(view: View) -> View:
    """The view, with files written to disk and hashed as they come. The token against forgery is checked as everywhere."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.upload_handlers = [HashedUploadHandler(request)]
        return protected(request, *args, **kwargs)

    return wrapped
