"""Who holds a job, and whether that process still lives."""

import os
import socket
import threading
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from django.db import DatabaseError, connections
from django.utils import timezone

from ringtrue.workbench.jobs.models import Job, State

LEASE = timedelta(seconds=60)
"""How long a job stays with a worker that gives no sign of life."""

RENEW_SECONDS = 10


class NoLongerHeld(Exception):
    """The job went to another worker meanwhile; this one leaves it alone."""


def own_name() -> str:
    """This process: its host, its number, and when it was started, so that a number used again is not taken for it."""
    return "/".join((_host(), str(os.getpid()), _started(os.getpid())))


def is_gone(worker: str) -> bool:
    """Whether that process certainly lives no more. Of a process on another host nothing is certain: its lease decides."""
    host, _, rest = worker.rpartition("/")[0].rpartition("/")
    started = worker.rpartition("/")[2]
    return bool(started) and host == _host() and _started(int(rest)) != started


def renew(job: int, worker: str) -> None:
    """Hold the job for longer. NoLongerHeld if another worker has it."""
    held = Job.objects.filter(pk=job, worker=worker, state=State.RUNNING)
    if not held.update(lease_until=timezone.now() + LEASE):
        raise NoLongerHeld


class Held:
    """Renews the lease of a job in the background while the block lasts."""

    def __init__(self, job: int, worker: str) -> None:
        self.job, self.worker, self.over = job, worker, threading.Event()
        self.thread = threading.Thread(target=self._renew, daemon=True)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.over.set()
        self.thread.join()

    def _renew(self) -> None:
        try:
            while not self.over.wait(RENEW_SECONDS):
                try:
                    renew(self.job, self.worker)
                except NoLongerHeld:
                    return
                except DatabaseError:
                    continue  # busy: the lease lasts for several tries
        finally:
            connections.close_all()


def _host() -> str:
    boot = Path("/proc/sys/kernel/random/boot_id")
    return socket.gethostname() + (f"@{boot.read_text('ascii')[:8]}" if boot.exists() else "")


def _started(process: int) -> str:
    """When a process was started, by the kernel's clock; nothing where there is none or the system does not tell."""
    try:
        told = Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if told[0] in "ZX" else told[19]
