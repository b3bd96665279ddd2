"""The plan as it is being drafted, and as it was set. A draft is kept in four parts, so that two people can work on it."""

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any, cast

from django.db import transaction

from ringtrue.api import Journal, change_plan, proposed_plan
from ringtrue.model.entry import from_content, to_content
from ringtrue.model.plan import Appointment, Member, Plan, ServiceInPlan
from ringtrue.workbench.access.roles import CONTACT
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.desk import entry
from ringtrue.workbench.trail.journal import AuditJournal

DRAFT, PLAN = "plan_draft", "plan"
PARTS = {"services": ServiceInPlan, "team": Member, "schedule": Appointment}
ABOUT = (
    "objectives", "criteria", "method", "period", "exclusions", "risks", "remote", "confidentiality",
    "language", "approved_by", "approved_on",
)  # fmt: skip


@dataclass(frozen=True)
class Held:
    """The plan as it stands. ``versions`` are those of its parts; ``drafted`` are parts that were changed since it was set."""

    plan: Plan
    versions: dict[str, int]
    drafted: frozenset[str]
    set_by: str = ""
    set_at: str = ""


def held(audit: Audit) -> Held:
    """The plan: as it was set, with what was drafted since; before that, what the records propose, with the team of the audit."""
    plan = proposed_plan(audit.folder, cast(Journal, AuditJournal(audit)))
    was_set = audit.records.filter(kind=PLAN, record=PLAN).first()
    if was_set is None:
        plan = replace(plan, team=_members(audit))
    parts = {one.record: one for one in audit.records.filter(kind=DRAFT)}
    since = was_set.version if was_set else 0
    drafted = frozenset(name for name, one in parts.items() if one.version > since)
    for name in drafted:
        plan = replace(plan, **_read(name, parts[name].content))
    versions = {name: parts[name].version if name in parts else 0 for name in ("about", *PARTS)}
    told = {"set_by": was_set.by, "set_at": was_set.at} if was_set else {}
    return Held(plan, versions, drafted, **told)


def save(audit: Audit, part: str, fields: dict[str, Any], by: str, version: int) -> None:
    """Draft a part anew. Raises ChangedMeanwhile where somebody else did since it was read."""
    content = {name: one for name, one in to_content(Plan(**{**_EMPTY, **fields})).items() if name in fields}
    new = entry(DRAFT, part, content, by, "plan drafted")
    AuditJournal(audit).append([new], {(DRAFT, part): version})


def set_plan(audit: Audit, plan: Plan, by: str, reason: str, versions: dict[str, int]) -> None:
    """Write the plan, and what it says of period, criteria and scope into the audit's file, so that a run judges what was planned."""
    with transaction.atomic():
        expected = {(DRAFT, name): version for name, version in versions.items()}
        AuditJournal(audit).append([entry(PLAN, PLAN, plan, by, reason)], expected)
        change_plan(audit.folder, plan)


def mark(one: Any) -> str:
    """A short name of a line of the plan, made of what it says."""
    text = json.dumps(to_content(one), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


_EMPTY: dict[str, Any] = {"objectives": (), "criteria": (), "method": "", "period": None}


def _read(part: str, content: dict[str, Any]) -> dict[str, Any]:
    whole = from_content(Plan, {**to_content(Plan(**_EMPTY)), **content})
    return {name: getattr(whole, name) for name in content}


def _members(audit: Audit) -> tuple[Member, ...]:
    found = audit.memberships.filter(left_at=None).exclude(role=CONTACT).select_related("person")
    return tuple(
        Member(name=str(one.person), role=one.role, organisation="")
        for one in found.order_by("role", "person__name")
    )
