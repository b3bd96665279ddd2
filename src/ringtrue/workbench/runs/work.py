"""The run: every procedure on the tables as they are, with what people recorded so far."""

from collections import Counter
from typing import Any

from ringtrue.api import NewEntry, run
from ringtrue.workbench.clock import now
from ringtrue.workbench.jobs.carrying_out import Progress
from ringtrue.workbench.jobs.models import Job, Kind
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import AuditJournal


def carry_out_run(job: Job, progress: Progress) -> dict[str, Any]:
    """Run, and write down what came of it in numbers. The same tables, records and settings give the run that there is."""
    audit = job.audit
    bring_together(audit)
    results, _place = run(audit.folder, progress=progress)
    counted = Counter(one.result for one in results.procedures)
    told = {
        "run": results.run,
        "leads": sum(len(one.leads) for one in results.procedures),
        **{kind: counted.get(kind, 0) for kind in ("lead", "no_lead", "insufficient_data", "not_applicable")},
    }
    entry = NewEntry(kind="run", id=results.run, by=job.asked_by, at=now(), reason="run", content=told)
    AuditJournal(audit).append([entry])
    bring_together(audit)
    return told


WORK = {str(Kind.RUN): carry_out_run}
