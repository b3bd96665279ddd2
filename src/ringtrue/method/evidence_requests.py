"""The steps of a request for evidence: open, answered, then accepted or returned with a reason."""

from dataclasses import replace

from ringtrue.model.errors import MethodRefused
from ringtrue.model.evidence_request import EvidenceRequest


def with_file(request: EvidenceRequest, file: str) -> EvidenceRequest:
    """A file was handed in for it. MethodRefused once it was accepted."""
    if request.state == "accepted":
        raise MethodRefused(f"request {request.id} was accepted", "an open request, or a new one")
    return replace(request, files=(*request.files, file))


def answered(request: EvidenceRequest, answer: str) -> EvidenceRequest:
    """The auditee says that it is done. MethodRefused where nothing was handed in and nothing is said."""
    if not request.is_waiting:
        raise MethodRefused(
            f"request {request.id} is {request.state}", "a request that is open or was returned"
        )
    if not (request.files or answer.strip()):
        raise MethodRefused(
            f"nothing was handed in for request {request.id}", "a file, or a word on why there is none"
        )
    return replace(request, state="answered", answer=answer.strip(), reason="")


def accepted(request: EvidenceRequest) -> EvidenceRequest:
    """The auditor takes the answer."""
    _judged(request)
    return replace(request, state="accepted", reason="")


def returned(request: EvidenceRequest, reason: str) -> EvidenceRequest:
    """The auditor gives it back. MethodRefused without a reason: the auditee has to know what lacks."""
    _judged(request)
    if not reason.strip():
        raise MethodRefused(f"request {request.id} is returned without a reason", "what lacks, in a sentence")
    return replace(request, state="returned", reason=reason.strip())


def _judged(request: EvidenceRequest) -> None:
    if request.state != "answered":
        raise MethodRefused(f"request {request.id} is {request.state}", "a request that was answered")
