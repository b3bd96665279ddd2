"""Asks for a job. It is written down and handed to the worker in one step: what was acknowledged is done or told why not."""

from typing import Any

from django.db import IntegrityError, transaction

from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.jobs.models import OPEN, Job, Kind


class AtWork(Exception):
    """An import, a run or a report of the audit is under way: ``job``."""

    def __init__(self, job: Job | None) -> None:
        self.job = job
        super().__init__("an import or a run is under way")


def start(audit: Audit, kind: Kind, by: str, wanted: dict[str, Any] | None = None) -> Job:
    """Ask for a job. AtWork where the audit has one that is not finished."""
    from ringtrue.workbench.jobs.carrying_out import hand_over

    try:
        with transaction.atomic():
            job = Job.objects.create(audit=audit, kind=kind, asked_by=by, wanted=wanted or {})
            hand_over(job)
    except IntegrityError as error:
        raise AtWork(open_job(audit)) from error
    return job


def open_job(audit: Audit) -> Job | None:
    """The job of the audit that is waiting or at work."""
    return audit.jobs.filter(state__in=OPEN).first()
