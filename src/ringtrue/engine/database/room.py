"""Memory and disk that did not suffice, as messages that say what to do."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ringtrue.model.errors import DiskFull, MemoryTooSmall
from ringtrue.model.room import lacks_disk, lacks_memory


@contextmanager
def room(memory: str, folder: Path) -> Iterator[None]:
    """Work on an audit folder within so much memory. MemoryTooSmall or DiskFull where there is too little room for it."""
    try:
        yield
    except Exception as error:
        if lacks_disk(error):
            raise DiskFull(str(folder), _free(folder)) from error
        if lacks_memory(error):
            raise MemoryTooSmall(memory) from error
        raise


def _free(folder: Path) -> int:
    there = next(one for one in (folder.absolute(), *folder.absolute().parents) if one.exists())
    return shutil.disk_usage(there).free
