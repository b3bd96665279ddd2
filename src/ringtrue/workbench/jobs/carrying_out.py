"""Carries a job out: takes it, does it, writes down what came of it."""

import logging
import time
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from ringtrue.api import RingtrueError
from ringtrue.workbench.jobs.holding import LEASE, Held, NoLongerHeld, own_name
from ringtrue.workbench.jobs.models import Job, State

log = logging.getLogger("ringtrue.jobs")

Progress = Callable[[str, int, int], None]
Work = Callable[[Job, Progress], dict[str, Any]]
SHOW_SECONDS = 0.5


@cache
def works() -> dict[str, Work]:
    """What is done for each kind of job: apps name theirs in ``work.py`` as ``WORK``."""
    found: dict[str, Work] = {}
    for app in settings.INSTALLED_APPS:
        if app.startswith("ringtrue.workbench.") and find_spec(f"{app}.work"):
            found |= import_module(f"{app}.work").WORK
    return found


@task()
def carry_out(job: int) -> None:
    """Do the job, if nobody else has taken it."""
    worker = own_name()
    if not _taken(job, worker):
        return
    with Held(job, worker):
        try:
            one = Job.objects.select_related("audit__organisation").get(pk=job)
            outcome = works()[one.kind](one, _telling(job, worker))
        except NoLongerHeld:
            return
        except RingtrueError as error:
            _finish(job, worker, State.FAILED, reason=str(error))
        except Exception as error:
            log.exception("job %s failed", job)
            reason = f"The fault is ours ({type(error).__name__}). The log of the server tells more. Nothing half-done was kept."
            _finish(job, worker, State.FAILED, reason=reason)
        else:
            _finish(job, worker, State.DONE, outcome=outcome)


def hand_over(job: Job) -> None:
    """Give the job to the workers."""
    handed = carry_out.enqueue(job.pk)
    Job.objects.filter(pk=job.pk).update(task=str(handed.id))


def _taken(job: int, worker: str) -> bool:
    """Of several workers, one takes it."""
    now = timezone.now()
    waiting = Job.objects.filter(pk=job, state=State.WAITING)
    held = {"state": State.RUNNING, "worker": worker, "lease_until": now + LEASE, "started_at": now}
    return bool(waiting.update(**held, attempts=F("attempts") + 1))


def _telling(job: int, worker: str) -> Progress:
    """Writes down how far a job is, not too often; stops it where another worker has it."""
    last = 0.0

    def tell(what: str, done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last < SHOW_SECONDS:
            return
        last = time.monotonic()
        held = Job.objects.filter(pk=job, worker=worker, state=State.RUNNING)
        told = {"what": what[:300], "done": done, "total": total}
        if not held.update(**told, lease_until=timezone.now() + LEASE):
            raise NoLongerHeld

    return tell


def _finish(
    job: int, worker: str, state: State, reason: str = "", outcome: dict[str, Any] | None = None
) -> None:
    held = Job.objects.filter(pk=job, worker=worker, state=State.RUNNING)
    held.update(state=state, reason=reason, outcome=outcome or {}, finished_at=timezone.now())
