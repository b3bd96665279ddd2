"""Memory and disk that did not suffice, as messages that say what to do."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from ringtrue.model.errors import DiskFull, MemoryTooSmall

_FULL = ("No space left on device", "max_temp_directory_size")
"""How DuckDB tells that a disk is full: the system's words, or that what it spilled fills all that was free."""


@contextmanager
def room(memory: str, folder: Path) -> Iterator[None]:
    """Work on an audit folder within so much memory. MemoryTooSmall or DiskFull where there is too little room for it."""
    try:
        yield
    except (duckdb.OutOfMemoryException, duckdb.IOException) as error:
        if any(words in str(error) for words in _FULL):
            raise _full(folder) from error
        if isinstance(error, duckdb.OutOfMemoryException):
            raise MemoryTooSmall(memory) from error
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _full(folder) from error
        raise


def _full(folder: Path) -> DiskFull:
    return DiskFull(str(folder), shutil.disk_usage(folder).free)
