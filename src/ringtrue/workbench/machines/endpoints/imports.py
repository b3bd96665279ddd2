"""Sources: listed, handed in, loaded; and the job that loads them."""

from typing import Any

from django.http import Http404
from ninja import Router
from ninja.errors import HttpError

from ringtrue.workbench.imports.arriving import HashedUploadHandler
from ringtrue.workbench.imports.sources import sources_of
from ringtrue.workbench.imports.views import received
from ringtrue.workbench.jobs.models import Job, Kind
from ringtrue.workbench.jobs.starting import AtWork, start
from ringtrue.workbench.machines.errors import Unfit
from ringtrue.workbench.machines.schemas import JobTold, SourceTold

router = Router(tags=["sources"])
DAYS = ("event_from", "event_until", "document_on")
FORM = {
    "type": "object",
    "required": ["file"],
    "additionalProperties": False,
    "properties": {
        "file": {"type": "string", "format": "binary"},
        **{name: {"type": "string", "format": "date"} for name in DAYS},
    },
}
BODY = {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": FORM}}}}


@router.get("/audits/{audit}/sources", response=list[SourceTold], url_name="machines_sources")
def sources(request: Any, audit: str) -> Any:
    """Every source that was handed in, those that were taken out with the reason."""
    return sources_of(request.audit)


@router.post(
    "/audits/{audit}/sources", response={201: SourceTold}, openapi_extra=BODY, url_name="machines_sources"
)
def hand_in(request: Any, audit: str) -> Any:
    """Hand a file in, as in the page of imports. It is in the tables once it is loaded."""
    if not request.content_type.startswith("multipart/form-data"):
        raise HttpError(415, "Send multipart/form-data with the file in the field “file”.")
    request.upload_handlers = [HashedUploadHandler(request)]
    unknown = (set(request.POST) | set(request.FILES)) - {"file", *DAYS}
    if unknown or len(request.FILES.getlist("file")) > 1:
        _forget(request)
        raise Unfit(
            {name: ["There is no such field."] for name in sorted(unknown)} or {"file": ["One at a time."]}
        )
    form, taken = received(request, request.audit)
    if not taken:
        raise Unfit({name: [str(one) for one in told] for name, told in form.errors.items()})
    return 201, taken[0]


@router.post("/audits/{audit}/sources/load", response={202: JobTold}, url_name="machines_load")
def load(request: Any, audit: str) -> Any:
    """Load all sources, in the background; the job tells how far it is."""
    return 202, begin(request, Kind.IMPORT)


@router.get("/audits/{audit}/jobs/{int:job}", response=JobTold, url_name="machines_job")
def job(request: Any, audit: str, job: int) -> Any:
    """How far an import or a run is."""
    found = request.audit.jobs.filter(pk=job).first() if job < 2**63 else None
    if found is None:
        raise Http404
    return found


def begin(request: Any, kind: Kind) -> Job:
    """Start a job; 409 while another one of the audit is not finished."""
    try:
        made = start(request.audit, kind, str(request.user))
    except AtWork as busy:
        raise HttpError(409, "An import or a run is under way. Wait until it is finished.") from busy
    return Job.objects.get(pk=made.pk)


def _forget(request: Any) -> None:
    for name in request.FILES:
        for one in request.FILES.getlist(name):
            one.arrived.path.unlink(missing_ok=True)
