"""From a file as received to a plain one: what is packed is unpacked, with limits; what is plain is read in
place."""

import gzip
import lzma
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ringtrue.importers.reading import limits
from ringtrue.importers.reading.kind import HEAD, packing
from ringtrue.importers.reading.place import place, stat
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.room import lacks_room
from ringtrue.model.source import SourceFile

CHUNK = 1 << 20
CLUTTER = ("__MACOSX/", ".DS_Store", "Thumbs.db")
"""What operating systems add to archives of their own accord."""


@dataclass(frozen=True)
class PlainFile:
    """A file that is not packed: its bytes are the tool's own, never re-encoded. ``name`` is the received
    file's."""

    path: Path
    name: str
    assumptions: tuple[str, ...] = ()


def plain_file(source: SourceFile, work: Path) -> PlainFile:
    """The plain file behind ``source``: itself, or its content unpacked below ``work``.

    Reads .gz and .zip with one member, by content and not by name. Raises ``UnreadableInput`` for what is
    damaged, locked with a
    password, holds several files, or grows beyond ``limits``.
    """
    stat(source)
    path = source.path
    for depth in range(limits.MAX_PACKINGS + 1):
        kind = packing(path)
        if not kind:
            return PlainFile(path, source.name)
        if depth == limits.MAX_PACKINGS:
            break
        target = place(source, work) / f"unpacked-{depth + 1}"
        if not target.exists():
            _unpack(path, target, kind, source.name)
        if not target.stat().st_size:
            raise UnreadableInput(
                source.name, "what is packed in it is empty", "an export", "Export it again."
            )
        path = target
    raise _refused(
        source.name, f"it is packed more than {limits.MAX_PACKINGS} times", "Give the file that lies inside."
    )


def head_of(source: SourceFile, size: int = HEAD) -> bytes:
    """The first bytes of the plain file, without unpacking the rest."""
    stat(source)
    kind = packing(source.path)
    if not kind:
        with source.path.open("rb") as file:
            return file.read(size)
    with _reported(source.name), _unpacking(source.path, kind, source.name) as file:
        return file.read(size)


def _unpack(path: Path, target: Path, kind: str, name: str) -> None:
    part = target.with_suffix(".part")
    try:
        with _reported(name), _unpacking(path, kind, name) as packed, part.open("wb") as out:
            _copy(packed, out, path.stat().st_size, name)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _copy(packed: IO[bytes], out: IO[bytes], size: int, name: str) -> None:
    written = 0
    free = shutil.disk_usage(Path(out.name).parent).free - limits.MIN_FREE_DISK
    while chunk := packed.read(CHUNK):
        written += len(chunk)
        check_growth(written, size, name)
        if written > free:
            raise _refused(
                name, "there is not enough free disk to unpack it", "Make room, or choose another folder."
            )
        out.write(chunk)


def check_growth(written: int, size: int, name: str) -> None:
    """Raise ``UnreadableInput`` where ``size`` packed bytes have grown to more than is sensible."""
    if written > limits.MAX_EXPANDED:
        raise _refused(
            name,
            f"it grows beyond {limits.MAX_EXPANDED >> 30} GB when unpacked",
            "Split the export by period.",
        )
    if written > limits.RATIO_FROM and written > limits.MAX_RATIO * size:
        found = f"it grows more than {limits.MAX_RATIO} fold when unpacked, as no export does"
        raise _refused(name, found, "Give the file unpacked if you trust it.")


@contextmanager
def _unpacking(path: Path, kind: str, name: str) -> Iterator[IO[bytes]]:
    if kind == "gz":
        with gzip.open(path, "rb") as file:
            yield file  # type: ignore[misc]  # GzipFile reads bytes, though it is not declared as IO
        return
    with zipfile.ZipFile(path) as archive, archive.open(_member(archive, name)) as file:
        yield file


def _member(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    members = [
        member for member in archive.infolist() if not member.is_dir() and not _is_clutter(member.filename)
    ]
    if len(members) != 1:
        raise _refused(
            name, f"the archive holds {len(members)} files", "Unpack it, and give the files one by one."
        )
    if members[0].flag_bits & 1:
        raise _refused(name, "the archive is locked with a password", "Unpack it, and give the file inside.")
    return members[0]


def _is_clutter(member: str) -> bool:
    return any(member.startswith(word) or member.rpartition("/")[2] == word for word in CLUTTER)


@contextmanager
def _reported(name: str) -> Iterator[None]:
    try:
        yield
    except EOFError as error:
        raise _refused(
            name, "it ends too early: the packed file is cut off", "Fetch or export it again."
        ) from error
    except (
        OSError,
        zlib.error,
        lzma.LZMAError,
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        if lacks_room(error):
            raise
        raise _refused(
            name, f"the packed file is damaged ({_short(error)})", "Fetch or export it again."
        ) from error


def _short(error: Exception) -> str:
    return str(error).split("\n")[0][:100] or type(error).__name__


def _refused(name: str, found: str, remedy: str) -> UnreadableInput:
    return UnreadableInput(name, found, "one export file, plain or packed as .gz or .zip", remedy)
