"""Whatever goes wrong is told as JSON: {"error": …, "fields": {…}}."""

import logging
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from ringtrue.api import RingtrueError
from ringtrue.workbench.trail.journal import ChangedMeanwhile

log = logging.getLogger("ringtrue.machines")


class Unfit(Exception):
    """What was said cannot be taken: for each field, why."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        self.fields = fields
        super().__init__("it cannot be taken")


def only_known(request: HttpRequest, asked: Any) -> None:
    """Refuse an address that asks by a name that there is not: a filter misspelt is not one left out."""
    unknown = set(request.GET) - set(type(asked).model_fields)
    if unknown:
        raise Unfit({name: ["There is no such filter."] for name in sorted(unknown)})


def tell_errors(api: NinjaAPI) -> None:
    """Give every failure its answer."""

    def told(kind: type[Exception], status: int, text: str = "") -> None:
        def answer(request: HttpRequest, error: Any) -> HttpResponse:
            fields = getattr(error, "fields", {})
            return api.create_response(
                request, {"error": text or str(error), "fields": fields}, status=status
            )

        api.add_exception_handler(kind, answer)

    told(AuthenticationError, 401, "Send a token that works: Authorization: Bearer …")
    told(PermissionDenied, 403)
    told(Http404, 404, "There is no such thing here.")
    told(ChangedMeanwhile, 409)
    told(RingtrueError, 422)
    told(Unfit, 422)
    told(SuspiciousOperation, 400, "The request cannot be read.")
    api.add_exception_handler(ValidationError, lambda request, error: _unfit(api, request, error))
    api.add_exception_handler(HttpError, lambda request, error: _http(api, request, error))
    api.add_exception_handler(Exception, lambda request, error: _failed(api, request, error))


def _unfit(api: NinjaAPI, request: HttpRequest, error: Any) -> HttpResponse:
    fields: dict[str, list[str]] = {}
    for one in error.errors:
        place = ".".join(str(part) for part in one["loc"][1:] if part not in ("said", "asked"))
        fields.setdefault(place, []).append(one["msg"])
    return api.create_response(request, {"error": "It cannot be taken.", "fields": fields}, status=422)


def _http(api: NinjaAPI, request: HttpRequest, error: Any) -> HttpResponse:
    return api.create_response(request, {"error": str(error), "fields": {}}, status=error.status_code)


def _failed(api: NinjaAPI, request: HttpRequest, error: Any) -> HttpResponse:
    log.error("%s %s failed", request.method, request.path, exc_info=error)
    text = "The fault is ours. The log of the server tells more."
    return api.create_response(request, {"error": text, "fields": {}}, status=500)
