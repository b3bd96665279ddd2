"""The interface as a whole, and its description as OpenAPI."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, reverse
from ninja import NinjaAPI

from ringtrue import __version__
from ringtrue.workbench.machines.door import Door
from ringtrue.workbench.machines.endpoints import audits, findings, imports, leads, runs
from ringtrue.workbench.machines.errors import tell_errors
from ringtrue.workbench.machines.schemas import Refused

ERRORS = {
    "400": "It cannot be read",
    "401": "No token that works",
    "403": "Not with this token",
    "404": "Not there",
}
ERRORS |= {"409": "Not now", "415": "Not of this kind", "422": "It cannot be taken", "429": "Too often"}


def _made() -> NinjaAPI:
    api = NinjaAPI(
        title="Ringtrue",
        version=__version__,
        description="An audit's sources, runs, leads and findings, for programs. A token is made in the audit, under Interface.",
        openapi_url=None,
        docs_url=None,
        auth=Door(),
    )
    for part in (audits, imports, runs, leads, findings):
        api.add_router("", part.router)
    tell_errors(api)
    return api


api = _made()


def addresses() -> list[URLPattern]:
    """The addresses, by their own names."""
    return [one for one in api.urls[0] if one.name != "api-root"]


def openapi(request: HttpRequest) -> JsonResponse:
    """The description as OpenAPI: the same for everybody, without anything of an audit."""
    told: dict[str, Any] = api.get_openapi_schema(
        path_prefix=reverse("machines_openapi").removesuffix("openapi.json")
    )
    told.setdefault("components", {}).setdefault("schemas", {})["Refused"] = Refused.model_json_schema()
    schema = {"application/json": {"schema": {"$ref": "#/components/schemas/Refused"}}}
    for operations in told["paths"].values():
        for operation in operations.values():
            operation["responses"] |= {
                code: {"description": text, "content": schema} for code, text in ERRORS.items()
            }
    return JsonResponse(told)


def nothing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """404 as JSON, for addresses that there are not."""
    return JsonResponse({"error": "There is no such address.", "fields": {}}, status=404)


nothing.csrf_exempt = True  # type: ignore[attr-defined]
