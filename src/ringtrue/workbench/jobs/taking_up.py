"""Takes up again what a worker left when it was killed; what was tried too often is marked as failed, with the reason."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from ringtrue.workbench.jobs.carrying_out import hand_over
from ringtrue.workbench.jobs.holding import is_gone
from ringtrue.workbench.jobs.models import Job, State

log = logging.getLogger("ringtrue.jobs")

MOST_ATTEMPTS = 3
GRACE = timedelta(seconds=15)
"""How long a job may be claimed by a worker without being begun."""

INTERRUPTED = "It was interrupted {n} times: the worker was stopped or ran out of memory. Nothing half-done was kept. Start it again, perhaps with smaller files."


def take_up() -> int:
    """Hand over again what nobody holds any more; how many jobs that were."""
    return sum(_again(job) for job in Job.objects.filter(state=State.RUNNING)) + sum(
        _handed_again(job) for job in Job.objects.filter(state=State.WAITING)
    )


def _again(job: Job) -> int:
    lapsed = job.lease_until is None or job.lease_until < timezone.now()
    if not (lapsed or is_gone(job.worker)):
        return 0
    with transaction.atomic():
        held = Job.objects.filter(pk=job.pk, state=State.RUNNING, worker=job.worker, attempts=job.attempts)
        _give_up_task(job)
        if job.attempts >= MOST_ATTEMPTS:
            reason = INTERRUPTED.format(n=job.attempts)
            held.update(state=State.FAILED, reason=reason, finished_at=timezone.now())
            return 0
        if not held.update(state=State.WAITING, worker="", lease_until=None, what="", done=0, total=0):
            return 0
        hand_over(job)
    log.warning("job %s was left by %s and is taken up again", job.pk, job.worker)
    return 1


def _handed_again(job: Job) -> int:
    """A job that was claimed by a worker which died before it began, or whose task is gone."""
    found = DBTaskResult.objects.filter(pk=job.task).first() if job.task else None
    if found and found.status == "READY":
        return 0
    if found and found.started_at and found.started_at > timezone.now() - GRACE:
        return 0
    with transaction.atomic():
        if not Job.objects.filter(pk=job.pk, state=State.WAITING, task=job.task).update(what=""):
            return 0
        _give_up_task(job)
        hand_over(job)
    return 1


def _give_up_task(job: Job) -> None:
    """The task as the queue knows it is marked as failed, with the reason."""
    left = DBTaskResult.objects.filter(pk=job.task or None, status="RUNNING")
    left.update(status="FAILED", finished_at=timezone.now(), traceback="the worker was stopped")
