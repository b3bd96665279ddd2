"""What is due soon, and what is overdue: promises that were not carried out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ringtrue.method.follow_up.chain import chain_of
from ringtrue.model.finding import Finding
from ringtrue.model.follow_up import Response
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.desk import standing

SOON_DAYS = 14


@dataclass(frozen=True)
class Due:
    """A promise that is not carried out: of which finding, until when, by whom, and in how many days (below zero: overdue)."""

    finding: str
    action: str
    text: str
    owner: str
    on: str
    days: int


def due(audit: Audit, today: date, soon: int = SOON_DAYS) -> list[Due]:
    """What is due within so many days or overdue, the longest overdue first."""
    return sorted(
        (one for one in _open(audit, today) if one.days <= soon), key=lambda one: (one.days, one.finding)
    )


def _open(audit: Audit, today: date) -> Iterator[Due]:
    responses = [one.record for one in standing(audit, "response", Response).values()]
    for held in standing(audit, "finding", Finding).values():
        chain = chain_of(held.record, responses)
        for promise in chain.open_promises if chain.state != "closed" else ():
            said = promise.promised
            if said.due_on:
                days = (date.fromisoformat(said.due_on[:10]) - today).days
                yield Due(held.record.id, promise.action, said.text, said.owner or "", said.due_on[:10], days)
