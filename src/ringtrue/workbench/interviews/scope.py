"""The run and the services that interviews are about."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from ringtrue.model.entry import from_content
from ringtrue.model.plan import Plan
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.leads.runs import run_of


@dataclass(frozen=True)
class Scope:
    """What the last run says, if there was one, and the services in scope: id and name."""

    results: Any
    services: dict[str, str]


def scope_of(request: HttpRequest) -> Scope:
    """The services that the plan has in scope; those of the last run, where no plan says it."""
    found = run_of(request)
    results = found[0] if found else None
    ran = {one.id: one.name for one in results.services} if results else {}
    planned = _planned(request.audit)  # type: ignore[attr-defined]
    return Scope(results, {id: name or ran.get(id, id) for id, name in planned.items()} or ran)


def _planned(audit: Audit) -> dict[str, str]:
    record = audit.records.filter(kind="plan").last()
    plan = from_content(Plan, record.content) if record else None
    return {one.service: one.name for one in plan.services if one.in_scope} if plan else {}
