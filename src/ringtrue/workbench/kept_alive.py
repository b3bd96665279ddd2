"""A process beside the server that is started again when it dies."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
"""One that dies as soon as it is started is started less and less often, no less than this."""
PATIENCE_SECONDS = 30
"""How long a process may take to finish what it is at when it is told to end; then it is killed, and its job taken up at the next start."""


class KeptAlive:
    """One process, watched."""

    def __init__(self, command: Sequence[str]) -> None:
        self.command, self.over = list(command), threading.Event()
        self.running = self._started()
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()

    def end(self) -> None:
        """Let it finish, and start no other."""
        self.over.set()
        self.thread.join()
        self.running.terminate()
        try:
            self.running.wait(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self.running.kill()
            self.running.wait()

    def _started(self) -> "subprocess.Popen[bytes]":
        self.began = time.monotonic()
        return subprocess.Popen(self.command, env=os.environ)

    def _watch(self) -> None:
        pause = PAUSE_SECONDS
        while not self.over.wait(PAUSE_SECONDS):
            if self.running.poll() is not None:
                pause = PAUSE_SECONDS if self._lived() else min(pause * 2, LONGEST_PAUSE_SECONDS)
                if not self.over.wait(pause):
                    self.running = self._started()

    def _lived(self) -> bool:
        return time.monotonic() - self.began > PATIENCE_SECONDS


@contextmanager
def kept_alive(command: Sequence[str]) -> Iterator[KeptAlive]:
    """The process, while the block lasts."""
    one = KeptAlive(command)
    try:
        yield one
    finally:
        one.end()
