"""The audit of a token."""

from typing import Any

from ninja import Router

from ringtrue.workbench.machines.schemas import AuditTold

router = Router(tags=["audits"])


@router.get("/audits", response=list[AuditTold], url_name="machines_audits")
def audits(request: Any) -> Any:
    """The audits that the token is for: one."""
    return [_told(request)]


@router.get("/audits/{audit}", response=AuditTold, url_name="machines_audit")
def audit(request: Any, audit: str) -> Any:
    """One audit."""
    return _told(request)


def _told(request: Any) -> dict[str, str]:
    one = request.audit
    return {
        "id": one.pk,
        "title": one.title,
        "organisation": one.organisation.name,
        "state": one.state,
        "role": request.membership.role,
    }
