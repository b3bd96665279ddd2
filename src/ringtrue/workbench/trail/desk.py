"""Reading and writing typed records of an audit: who writes is the person logged in, and what changed meanwhile is told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.http import Http404

from ringtrue.api import NewEntry
from ringtrue.model.entry import from_content, to_content
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile

T = TypeVar("T")
TRIES = 20
"""How often a number is tried that somebody else took meanwhile."""


@dataclass(frozen=True)
class Standing(Generic[T]):
    """A record as it is now: its version, and who made it so, when."""

    record: T
    version: int
    by: str
    at: str


def standing(audit: Audit, kind: str, of: type[T]) -> dict[str, Standing[T]]:
    """The records of a kind by their ids, in the order in which they came."""
    return {
        one.record: Standing(from_content(of, one.content), one.version, one.by, one.at)
        for one in audit.records.filter(kind=kind)
    }


def one(audit: Audit, kind: str, of: type[T], id: str) -> Standing[T]:
    """The record of that id in this audit; 404 where it has none."""
    found = audit.records.filter(kind=kind, record=id).first()
    if found is None:
        raise Http404
    return Standing(from_content(of, found.content), found.version, found.by, found.at)


def entry(kind: str, id: str, record: Any, by: str, reason: str) -> NewEntry:
    """An entry of this moment; a record that is a mapping is its content as it is."""
    content = record if isinstance(record, dict) else to_content(record)
    return NewEntry(kind=kind, id=id, by=by, at=now(), reason=reason, content=content)


def write(audit: Audit, new: NewEntry, version: int) -> None:
    """Write a record that was read at that version. Raises ChangedMeanwhile."""
    AuditJournal(audit).append([new], {(new.kind, new.id): version})


def write_new(audit: Audit, kind: str, prefix: str, make: Callable[[str], NewEntry]) -> str:
    """Write a record under the next free number, ``E-001``; what ``make`` gives is made anew for each number tried."""
    for _ in range(TRIES):
        id = f"{prefix}-{_highest(audit, kind) + 1:03d}"
        try:
            write(audit, make(id), 0)
        except ChangedMeanwhile:
            continue
        return id
    raise RuntimeError("no free number was found")


def _highest(audit: Audit, kind: str) -> int:
    ids = audit.records.filter(kind=kind).values_list("record", flat=True)
    numbers = [one.rpartition("-")[2] for one in ids]
    return max((int(one) for one in numbers if one.isdecimal() and len(one) < 10), default=0)
