"""Makes reports in the background, a format after the other, with progress."""

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings

from ringtrue.api import NewEntry, WrongUse, reports, results_of
from ringtrue.workbench.clock import now
from ringtrue.workbench.jobs.carrying_out import Progress
from ringtrue.workbench.jobs.models import Job, Kind
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import AuditJournal


def carry_out_reports(job: Job, progress: Progress) -> dict[str, Any]:
    """Make what was asked for in ``job.wanted``: formats, language, run, and whether by the organisation's template."""
    audit, wanted = job.audit, job.wanted
    bring_together(audit)
    found = results_of(audit.folder, wanted.get("run") or None)
    if found is None:
        raise WrongUse("nothing was run yet: start a run first")
    content = audit.organisation.template if wanted.get("own_template") else None
    Path(settings.HOME.uploads).mkdir(parents=True, exist_ok=True)
    made: list[str] = []
    with tempfile.TemporaryDirectory(dir=settings.HOME.uploads, prefix="template-") as place:
        own = Path(place) / "template.docx"
        if content:
            own.write_bytes(bytes(content))
        for number, format in enumerate(wanted["formats"]):
            progress(format, number, len(wanted["formats"]))
            template = own if content and format == "word" else None
            files = reports(audit.folder, *found, [format], template, wanted.get("language", "en"))
            made += [one.relative_to(audit.folder.reports).as_posix() for one in files]
    told = {"run": found[0].run, "files": made, "language": wanted.get("language", "en")}
    entry = NewEntry(
        kind="report",
        id=f"{found[0].run}/{job.pk}",
        by=job.asked_by,
        at=now(),
        reason="reports",
        content=told,
    )
    AuditJournal(audit).append([entry])
    bring_together(audit)
    return told


WORK = {str(Kind.REPORT): carry_out_reports}
