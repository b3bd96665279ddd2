"""A folder to work in, which goes away with the work; what a killed one left behind goes away with the next."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = ".work-import-"


@contextmanager
def work_folder(inside: Path) -> Iterator[Path]:
    """A fresh folder below ``inside``. Another that is still worked in is left alone."""
    for left in inside.glob(PREFIX + "*"):
        if _is_left(left):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=inside) as made, _held(Path(made)):
        yield Path(made)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """A lock on the folder, which the system takes away from whoever is killed."""
    if sys.platform == "win32":
        yield
        return
    handle = _locked(folder)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _is_left(folder: Path) -> bool:
    """Whether nobody works in it any more. Where that cannot be told, somebody does."""
    if sys.platform == "win32":
        return False
    handle = _locked(folder)
    if handle is not None:
        os.close(handle)
    return handle is not None


def _locked(folder: Path) -> int | None:
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle
