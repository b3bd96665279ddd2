"""The worker: carries out jobs until it is stopped, and takes up what another one left."""

import logging
import os
import signal
import threading
import time
from typing import Any

from django.db import DatabaseError, connections
from django_tasks_db.management.commands import db_worker

from ringtrue.workbench.jobs.taking_up import take_up

log = logging.getLogger("ringtrue.jobs")

LOOK_SECONDS = 5


class Command(db_worker.Command):  # type: ignore[misc]
    """``db_worker``, with an eye on jobs that nobody holds any more and on the server that started it."""

    help = "Carry out imports and runs until stopped."

    def handle(self, **options: Any) -> None:
        """Take up what was left, then work."""
        parent = os.getppid()
        take_up()
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
        super().handle(**options)


def _watch(parent: int) -> None:
    """Looks for jobs that were left; ends this process where the one that started it is gone."""
    while True:
        time.sleep(LOOK_SECONDS)
        if os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)
            return
        try:
            take_up()
        except DatabaseError as error:
            log.warning("cannot look for jobs that were left: %s", error)
        finally:
            connections.close_all()
