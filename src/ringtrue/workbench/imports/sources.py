"""The sources of an audit as the trail has them: who handed in what, when, its three dates, and whether it was taken out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from ringtrue.api import NewEntry, UnreadableInput, scan
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now
from ringtrue.workbench.imports.arriving import Arrived
from ringtrue.workbench.imports.names import shown_name, source_name
from ringtrue.workbench.organisations.models import new_id
from ringtrue.workbench.trail.journal import AuditJournal

KIND = "source"

Also = Callable[["Source"], None]


@dataclass(frozen=True, kw_only=True)
class Source:
    """A source. Its three dates: the days that its records tell of, the day it was made on, the moment it came here."""

    id: str
    name: str
    shown: str
    sha256: str
    size: int
    kind: str
    captured_at: str
    by: str
    event_from: str | None = None
    event_until: str | None = None
    document_on: str | None = None
    request: str | None = None
    removed: str | None = None
    version: int = 0


def sources_of(audit: Audit) -> list[Source]:
    """Every source that was ever handed in, in the order in which they came."""
    found = audit.records.filter(kind=KIND)
    return [Source(**{**one.content, "version": one.version}) for one in found]


def present(audit: Audit) -> list[Source]:
    """Those that were not taken out."""
    return [one for one in sources_of(audit) if one.removed is None]


def file_of(audit: Audit, sha256: str) -> Path:
    """Where the content with that hash stands until it is in the audit folder, and after."""
    return Path(settings.HOME.uploads) / audit.pk / sha256


def receive(
    audit: Audit,
    arrived: Arrived,
    by: str,
    dates: Mapping[str, Any],
    request: str | None = None,
    also: Also = lambda source: None,
) -> Source:
    """Look at a file, keep it and write it down. UnreadableInput where it is not taken; then nothing of it stays.

    ``also`` is done in the same step as the writing down: both or neither.
    """
    shown = shown_name(arrived.name)
    try:
        kind = scan(arrived.path, shown)
        _refuse_known(audit, arrived, shown)
        place = file_of(audit, arrived.sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        arrived.path.replace(place)
        return _written_down(audit, arrived, shown, kind, by, dates, request, also)
    finally:
        arrived.path.unlink(missing_ok=True)


def take_out(audit: Audit, source: Source, by: str, reason: str) -> None:
    """Take a source out of the audit from the next import on. Its content stays in the workbench, for the record."""
    content = {**_content(source), "removed": reason}
    entry = NewEntry(kind=KIND, id=source.id, by=by, at=now(), reason=reason, content=content)
    AuditJournal(audit).append([entry], {(KIND, source.id): source.version})


def adopt(audit: Audit, name: str, sha256: str, size: int, by: str) -> None:
    """Write down a source that the command line put into the audit folder."""
    at = now()
    source = Source(
        id=new_id(), name=name, shown=name, sha256=sha256, size=size, kind="", captured_at=at, by=by
    )
    _append(audit, source, by, "found in the audit folder")


def _written_down(
    audit: Audit,
    arrived: Arrived,
    shown: str,
    kind: str,
    by: str,
    dates: Mapping[str, Any],
    request: str | None,
    also: Also,
) -> Source:
    """One at a time in an audit: two that come at the same moment never get the same name."""
    with transaction.atomic():
        Audit.objects.select_for_update().get(pk=audit.pk)
        _refuse_known(audit, arrived, shown)
        source = Source(
            id=new_id(),
            name=source_name(shown, [one.name for one in sources_of(audit)]),
            shown=shown,
            sha256=arrived.sha256,
            size=arrived.size,
            kind=kind,
            captured_at=now(),
            by=by,
            request=request,
            **{name: day.isoformat() for name, day in dates.items() if day},
        )
        _append(audit, source, by, "handed in")
        also(source)
    return source


def _append(audit: Audit, source: Source, by: str, reason: str) -> None:
    entry = NewEntry(
        kind=KIND, id=source.id, by=by, at=source.captured_at, reason=reason, content=_content(source)
    )
    AuditJournal(audit).append([entry])


def _refuse_known(audit: Audit, arrived: Arrived, shown: str) -> None:
    for one in present(audit):
        if one.sha256 == arrived.sha256:
            found = _("the same file is here already, as {name}, from {by}").format(name=one.shown, by=one.by)
            raise UnreadableInput(shown, found, _("a file that is not here yet"), _("Nothing is to be done."))


def _content(source: Source) -> dict[str, Any]:
    return {name: value for name, value in vars(source).items() if name != "version"}
