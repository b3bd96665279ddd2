"""One run of an audit folder at a time: a second one waits, and finds what the first has made."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WAITS = "Another run of this audit is under way. This one waits for its end."


@contextmanager
def alone(runs: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Nobody else runs in this folder meanwhile; the lock falls with the process that holds it."""
    runs.mkdir(parents=True, exist_ok=True)
    handle = os.open(runs / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell(WAITS)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
