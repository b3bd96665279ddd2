"""The import: the audit folder gets the sources that the trail names, and its tables are made anew from them."""

from typing import Any

from ringtrue.api import (
    AuditFolder,
    NewEntry,
    SourceFile,
    UnreadableInput,
    change_sources,
    import_sources,
    kept_sources,
    sha256,
)
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now
from ringtrue.workbench.imports.sources import adopt, file_of, present, sources_of
from ringtrue.workbench.imports.sweeping import sweep_incoming, sweep_work
from ringtrue.workbench.jobs.carrying_out import Progress
from ringtrue.workbench.jobs.models import Job, Kind
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import AuditJournal


def load(job: Job, progress: Progress) -> dict[str, Any]:
    """Bring the folder's sources in line with the trail, then load all of them. Done again, it comes to the same."""
    audit, folder = job.audit, job.audit.folder
    progress("taking in the files", 0, 0)
    sweep_work(folder.path)
    sweep_incoming()
    _adopt(audit, folder, job.asked_by)
    _bring_in_line(audit, folder)
    bring_together(audit)
    imported = import_sources([folder.path], None, progress=progress)
    told = {
        "files": len(kept(folder)),
        "unread": {name: str(error) for name, error in imported.errors.items()},
    }
    content = {**told, "sources": {one.name: one.sha256 for one in present(audit)}}
    entry = NewEntry(
        kind="import", id=f"import-{job.pk}", by=job.asked_by, at=now(), reason="loaded", content=content
    )
    AuditJournal(audit).append([entry])
    bring_together(audit)
    return told


def kept(folder: AuditFolder) -> tuple[SourceFile, ...]:
    """The sources in the audit folder."""
    return kept_sources(folder) if (folder.sources / "sources.json").exists() else ()


def _adopt(audit: Audit, folder: AuditFolder, by: str) -> None:
    known = {one.name for one in sources_of(audit)}
    for file in kept(folder):
        if file.name not in known:
            adopt(audit, file.name, sha256(file.path), file.path.stat().st_size, by)


def _bring_in_line(audit: Audit, folder: AuditFolder) -> None:
    wanted, there = {one.name: one for one in present(audit)}, {one.name for one in kept(folder)}
    add = [
        SourceFile(path=_whole(audit, one.sha256, one.shown), name=name)
        for name, one in wanted.items()
        if name not in there
    ]
    gone = there - set(wanted)
    if add or gone or not there:
        change_sources(folder, add, gone)


def _whole(audit: Audit, digest: str, shown: str) -> Any:
    """The content as it was received; what was changed on the disk meanwhile is not loaded."""
    place = file_of(audit, digest)
    if not place.is_file() or sha256(place) != digest:
        raise UnreadableInput(
            shown,
            "its content is not what was received",
            f"a file with the SHA-256 {digest}",
            "Send it again.",
        )
    return place


WORK = {str(Kind.IMPORT): load}
