"""What people recorded about leads: what became of each, and which explanations were checked."""

from typing import Any

from ringtrue.api import OneLead
from ringtrue.model.entry import from_content
from ringtrue.model.explanation import ExplanationCheck
from ringtrue.model.finding import Disposition
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.leads.forms import EXPLAINS


def dispositions(audit: Audit) -> dict[str, Disposition]:
    """What became of leads, by their ids."""
    records = audit.records.filter(kind="disposition")
    return {one.record: from_content(Disposition, one.content) for one in records}


def disposition_version(audit: Audit, lead: str) -> int:
    """The version of a lead's disposition; 0 where there is none."""
    found = audit.records.filter(kind="disposition", record=lead).values_list("version", flat=True).first()
    return int(found or 0)


def explanation_id(found: OneLead, number: int) -> str:
    """The id of the check of a lead's explanation of that number."""
    return f"{found.line.name}/{number}"


def explanations(audit: Audit, found: OneLead) -> list[dict[str, Any]]:
    """The explanations of a lead, each with how it was checked."""
    ids = [explanation_id(found, number) for number in range(1, len(found.advice.explanations) + 1)]
    known = {one.record: one for one in audit.records.filter(kind="explanation", record__in=ids)}
    shown = []
    for number, text in enumerate(found.advice.explanations, 1):
        record = known.get(ids[number - 1])
        check = from_content(ExplanationCheck, record.content) if record else None
        current = check if check and check.explanation == text else None
        shown.append(
            {
                "number": number,
                "text": text,
                "check": current,
                "outcome": current.outcome if current else "open",
                "at": record.at if record else "",
                "version": record.version if record else 0,
                "choices": EXPLAINS,
            }
        )
    return shown
