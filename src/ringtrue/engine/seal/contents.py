"""What stands in an audit folder: every file with its size and SHA-256, read in blocks; links are never followed."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ringtrue.engine.seal.places import is_broken_off, is_passing

_BLOCK = 1 << 20


@dataclass(frozen=True)
class Found:
    """A file, or what stands in the place of one. ``trouble`` says why it was not read; empty if it was.

    ``first`` is the SHA-256 of its first bytes, as many as were asked for; None if there are fewer.
    """

    path: str
    bytes: int = 0
    sha256: str = ""
    trouble: str = ""
    first: str | None = None


def contents(
    root: Path, wanted: Callable[[str], bool], sizes: Callable[[str], int | None] = lambda path: None
) -> Iterator[Found]:
    """Every file under ``root`` that is wanted, in the order of their paths. ``sizes`` asks for the hash of so many first bytes.

    Nothing outside ``root`` is opened: links are told as such, and so are pipes, devices and what cannot be read.
    """
    for path in _paths(root, "", wanted):
        if wanted(path) and not is_passing(path):
            yield read(root, path, sizes(path))


def broken_off(root: Path, wanted: Callable[[str], bool]) -> Iterator[str]:
    """What a kill in the middle of a writing left where a seal looks, in the order of the paths."""
    return (path for path in _paths(root, "", wanted) if wanted(path) and is_broken_off(path))


def read(root: Path, path: str, size: int | None = None) -> Found:
    """One file by its path inside ``root``."""
    try:
        mode = (root / path).lstat().st_mode
        if stat.S_ISLNK(mode):
            return Found(path, trouble="it is a link, which may lead out of the folder, and was not followed")
        if not stat.S_ISREG(mode):
            return Found(path, trouble="it is no regular file")
        handle = os.open(root / path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        return Found(path, trouble=f"it cannot be read ({error.strerror})")
    with os.fdopen(handle, "rb", buffering=0) as file:
        try:
            return _hashed(path, iter(lambda: file.read(_BLOCK), b""), size)
        except OSError as error:
            return Found(path, trouble=f"it cannot be read ({error.strerror})")


def _hashed(path: str, blocks: Iterator[bytes], size: int | None) -> Found:
    digest, first, seen = hashlib.sha256(), None, 0
    if size == 0:
        first = digest.hexdigest()
    for block in blocks:
        if size is not None and seen < size <= seen + len(block):
            until = digest.copy()
            until.update(block[: size - seen])
            first = until.hexdigest()
        digest.update(block)
        seen += len(block)
    return Found(path, seen, digest.hexdigest(), first=first)


def _paths(root: Path, folder: str, wanted: Callable[[str], bool]) -> Iterator[str]:
    """The files and links under a folder, sorted by path; a folder that passes or cannot be listed is given as a path itself."""
    try:
        with os.scandir(root / folder) as opened:
            inside = sorted(opened, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in inside:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_dir(follow_symlinks=False) and not is_passing(path):
            if wanted(path + "/"):
                yield from _paths(root, path, wanted)
        else:
            yield path
