"""What waits to be done in an audit, for the person who looks: the overview's first list."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ringtrue.method.follow_up.awaited import awaited
from ringtrue.method.follow_up.chain import chain_of
from ringtrue.model.entry import from_content
from ringtrue.model.finding import Finding
from ringtrue.model.follow_up import Response
from ringtrue.workbench.access.roles import AUDITORS, CONTACT, LEAD
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.findings.reading import issued


@dataclass(frozen=True)
class Step:
    """Something to do, and where."""

    words: str
    url: str


def next_steps(request: HttpRequest) -> list[Step]:
    """What the person can do next, in the order of the method."""
    role = getattr(request.membership, "role", "")  # type: ignore[attr-defined]
    audit: Audit = request.audit  # type: ignore[attr-defined]
    if role == CONTACT:
        return list(_of_contact(audit, request.user.email))  # type: ignore[union-attr]
    return list(_of_auditor(request, audit, role)) if role in AUDITORS else []


def _of_contact(audit: Audit, email: str) -> Iterator[Step]:
    asked = [one.content for one in audit.records.filter(kind="request")]
    waiting = sum(one["state"] in ("open", "returned") and one["contact"] in ("", email) for one in asked)
    if waiting:
        words = ngettext("Hand in what %d request asks for", "Hand in what %d requests ask for", waiting)
        yield Step(words % waiting, _url("requests", audit))
    responses = _responses(audit)
    told = [finding for finding, _at in issued(audit).values()]
    open_ = sum(awaited(one, chain_of(one, responses)).whose == "auditee" for one in told)
    if open_:
        yield Step(
            ngettext("Answer %d finding", "Answer %d findings", open_) % open_, _url("follow_up", audit)
        )


def _of_auditor(request: HttpRequest, audit: Audit, role: str) -> Iterator[Step]:
    kinds = set(audit.records.values_list("kind", flat=True).distinct())
    yield from _begin(request, audit, kinds)
    yield from _records(audit, kinds)
    yield from _findings(audit, role, kinds)


def _begin(request: HttpRequest, audit: Audit, kinds: set[str]) -> Iterator[Step]:
    if not audit.folder.tables.exists():
        if "source" in kinds:
            yield Step(_("Load the files that were handed in"), _url("imports", audit))
        else:
            yield Step(
                _("Hand in an export: the list of incidents is enough to begin"),
                _url("imports_upload", audit),
            )
            yield Step(_("Or ask the auditee for it"), _url("requests_new", audit))
    else:
        yield from _leads(request, audit)
    if "plan" not in kinds:
        yield Step(_("Set the plan: objectives, services in scope, team, schedule"), _url("plan", audit))
    if audit.memberships.filter(left_at=None).count() == 1:
        yield Step(_("Invite the team and the auditee's contacts"), _url("team", audit))


def _leads(request: HttpRequest, audit: Audit) -> Iterator[Step]:
    from ringtrue.workbench.leads.records import dispositions
    from ringtrue.workbench.leads.runs import lines_of, run_of

    found = run_of(request)
    if found is None:
        yield Step(_("Start a run: it puts every claim to the data and opens leads"), _url("runs", audit))
        return
    decided = dispositions(audit)
    open_ = sum(one.id not in decided for one in lines_of(found[0]))
    if open_:
        words = ngettext(
            "Look at %d lead and decide what becomes of it",
            "Look at %d leads and decide what becomes of each",
            open_,
        )
        yield Step(words % open_, _url("leads", audit))


def _records(audit: Audit, kinds: set[str]) -> Iterator[Step]:
    if "request" in kinds:
        answered = audit.records.filter(kind="request", content__state="answered").count()
        if answered:
            words = ngettext(
                "Judge %d request that was answered", "Judge %d requests that were answered", answered
            )
            yield Step(words % answered, _url("requests", audit))
    if "sample_item" in kinds:
        left = audit.records.filter(kind="sample_item", content__result="open").count()
        if left:
            words = ngettext("Work through %d record of samples", "Work through %d records of samples", left)
            yield Step(words % left, _url("samples", audit))
    if "evidence" in kinds:
        contents = audit.records.filter(kind="evidence").values_list("content", flat=True)
        unseen = sum(not one.get("verified_by") for one in contents)
        if unseen:
            words = ngettext("Verify %d piece of evidence", "Verify %d pieces of evidence", unseen)
            yield Step(words % unseen, _url("evidence", audit))


def _findings(audit: Audit, role: str, kinds: set[str]) -> Iterator[Step]:
    if "finding" not in kinds:
        return
    held = {one.record: from_content(Finding, one.content) for one in audit.records.filter(kind="finding")}
    out, responses = issued(audit), _responses(audit)
    drafts = sum(one.grade is None for one in held.values())
    unseen = sum(one.grade is not None and not one.reviewed_by for one in held.values())
    ready = sum(bool(one.grade and one.reviewed_by) and id not in out for id, one in held.items())
    ours = sum(
        awaited(one, chain_of(one, responses)).whose == "auditors" for one in held.values() if one.grade
    )
    if drafts:
        yield Step(
            ngettext("Grade %d finding", "Grade %d findings", drafts) % drafts,
            _url("findings", audit, "grade=draft"),
        )
    if unseen:
        yield Step(
            ngettext("Review %d finding", "Review %d findings", unseen) % unseen, _url("findings", audit)
        )
    if ready and role == LEAD:
        yield Step(
            ngettext("Hand %d finding to the auditee", "Hand %d findings to the auditee", ready) % ready,
            _url("findings", audit),
        )
    if ours:
        words = ngettext("Judge %d answer of the auditee", "Judge %d answers of the auditee", ours)
        yield Step(words % ours, _url("follow_up", audit))


def _responses(audit: Audit) -> list[Response]:
    return [from_content(Response, one.content) for one in audit.records.filter(kind="response")]


def _url(name: str, audit: Any, query: str = "") -> str:
    return reverse(name, args=[audit.pk]) + (f"?{query}" if query else "")
