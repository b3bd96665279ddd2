"""What a backup is: a tar file of ``database``, everything under ``home/``, and at its end ``manifest.json`` with the hash of each."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from ringtrue.model.errors import BackupRefused

FORMAT = 1
MANIFEST, DATABASE, HOME = "manifest.json", "database", "home"
BLOCK = 1 << 20
MOST_MANIFEST_BYTES = 500_000_000


@dataclass(frozen=True)
class Part:
    """A file in a backup."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """What a backup holds. ``engine`` is the kind of database: sqlite or postgresql."""

    format: int
    made_at: str
    engine: str
    files: Mapping[str, Part]

    def text(self) -> bytes:
        """As it stands in the backup."""
        files = {name: asdict(part) for name, part in sorted(self.files.items())}
        told = {"format": self.format, "made_at": self.made_at, "engine": self.engine, "files": files}
        return json.dumps(told, indent=1).encode()


def read_manifest(file: str, text: bytes) -> Manifest:
    """The manifest of a backup. BackupRefused where it is none that this version can read."""
    try:
        told: Any = json.loads(text)
        files = {str(name): Part(str(one["sha256"]), int(one["size"])) for name, one in told["files"].items()}
        found = Manifest(int(told["format"]), str(told["made_at"]), str(told["engine"]), files)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupRefused(
            file, "its manifest cannot be read", "Take another copy of the backup."
        ) from error
    if found.format != FORMAT:
        remedy = "Restore it with the version of Ringtrue that made it, or a later one."
        raise BackupRefused(file, f"it is of format {found.format}, and this version reads {FORMAT}", remedy)
    return found


def place_of(file: str, name: str) -> PurePosixPath:
    """Where a part goes, relative to where it is unpacked. BackupRefused for any name that leads elsewhere."""
    path = PurePosixPath(name)
    strange = path.is_absolute() or ".." in path.parts or any(one in name for one in "\\:\x00")
    known = name in (MANIFEST, DATABASE) or (path.parts[:1] == (HOME,) and len(path.parts) > 1)
    if strange or not known or str(path) != name:
        raise BackupRefused(
            file, f'it holds "{name[:200]}", which no backup of Ringtrue does', "Do not use it."
        )
    return path


class Hashed:
    """A file that is hashed while it is read, and ends after so many bytes: what is added meanwhile is left for the next backup."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        self.file, self.left, self.digest, self.size = file, size, hashlib.sha256(), size

    def read(self, most: int = -1) -> bytes:
        """The next bytes."""
        block = self.file.read(self.left if most < 0 else min(most, self.left))
        self.left -= len(block)
        self.digest.update(block)
        return block

    @property
    def part(self) -> Part:
        """What was read."""
        return Part(self.digest.hexdigest(), self.size)


def home_files(home: Path) -> Iterator[tuple[str, Path]]:
    """The files of a workbench that a backup holds, by their names in it: all but the database and what is made anew."""
    for path in sorted(home.rglob("*")):
        inside = path.relative_to(home)
        if path.is_symlink() or not path.is_file() or _left_out(inside):
            continue
        yield f"{HOME}/{inside.as_posix()}", path


def _left_out(inside: Path) -> bool:
    first = inside.parts[0]
    return (
        first == "static"
        or inside.parts[:2] == ("uploads", "incoming")
        or (first == "audits" and inside.parts[2:3] == ("cache",))
        or first.startswith("workbench.sqlite3")
    )
