"""Who works in a folder alone: locks that the system takes away from whoever is killed."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

NAME = ".lock"
"""The lock's file; it stays in its folder, empty."""

_SECONDS_BETWEEN_TRIES = 0.01


@contextmanager
def alone_in(folder: Path, waits: Callable[[], None] | None = None) -> Iterator[None]:
    """Nobody else works in this folder meanwhile; ``waits`` is called once where somebody does, and their end is waited for."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / NAME, mode=0o644, poll_interval=_SECONDS_BETWEEN_TRIES)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        if waits:
            waits()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def clear_left(folder: Path) -> None:
    """Away with a folder that nobody works in any more. One who is just about to has it back at once: it is still empty then."""
    if not (folder / NAME).exists():
        with suppress(OSError):
            folder.rmdir()
    elif _is_free(folder / NAME):
        shutil.rmtree(folder, ignore_errors=True)


def _is_free(lock: Path) -> bool:
    try:
        with FileLock(lock).acquire(blocking=False):
            return True
    except (Timeout, OSError):
        return False
