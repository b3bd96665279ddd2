"""A process beside the server that is started again when it dies."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

PAUSE_SECONDS = 1.0
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
        self.running.terminate()
        try:
            self.running.wait(timeout=PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self.running.kill()
            self.running.wait()
        self.thread.join(timeout=PAUSE_SECONDS * 2)

    def _started(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(self.command, env=os.environ)

    def _watch(self) -> None:
        while not self.over.wait(PAUSE_SECONDS):
            if self.running.poll() is not None and not self.over.is_set():
                time.sleep(PAUSE_SECONDS)
                self.running = self._started()


@contextmanager
def kept_alive(command: Sequence[str]) -> Iterator[KeptAlive]:
    """The process, while the block lasts."""
    one = KeptAlive(command)
    try:
        yield one
    finally:
        one.end()
