"""The content of evidence: kept by its hash in ``records/evidence/``, whole or not at all, never overwritten.

What a file was called is told in the record of the evidence and never used as a path. Links are not followed.
"""

import errno
import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.audit.audit_folder import sha256 as sha256_of
from ringtrue.model.errors import EvidenceRefused
from ringtrue.model.evidence import Evidence
from ringtrue.model.place import file_of

LARGEST_BYTES = 2 << 30
"""A single piece of evidence; larger data belong into the sources."""

_BLOCK = 1 << 20
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Stored:
    """Content that was kept: what it was called, its hash, its bytes."""

    file: str
    sha256: str
    size: int


class EvidenceStore:
    """``records/evidence/`` of an audit folder."""

    def __init__(self, folder: AuditFolder, largest: int = LARGEST_BYTES) -> None:
        self.folder, self.place, self.largest = folder, folder.records / "evidence", largest

    def put(self, path: Path) -> Stored:
        """Keep the content of a file. EvidenceRefused if it is a link, no file, empty or too large, or changes meanwhile."""
        with self._opened(path) as given:
            return self._keep(given, path.name)

    def path_of(self, sha256: str) -> Path:
        """Where the content with that hash stands. ValueError if the hash is none."""
        if not _HASH.fullmatch(sha256):
            raise ValueError(f"expected 64 hexadecimal digits, found {sha256!r}")
        return self.place / sha256

    def fault(self, evidence: Evidence) -> str | None:
        """What is wrong with the content behind a piece of evidence; None if it is what it was, or there is none.

        The content is the file that was kept, else the source file to which it points.
        """
        if evidence.sha256 is None:
            return None
        if not _HASH.fullmatch(evidence.sha256):
            return "its hash is none"
        path = self.path_of(evidence.sha256) if evidence.file else self._source(evidence.source_file)
        if path is None or path.is_symlink() or not path.is_file():
            return "its content is missing"
        found = sha256_of(path)
        return (
            None
            if found == evidence.sha256
            else f"its content has the hash {found[:12]}…, recorded was {evidence.sha256[:12]}…"
        )

    def faults(self, records: Iterable[Evidence]) -> dict[str, str]:
        """The pieces of evidence whose content is not what it was, with what was found. Each content is read once."""
        known: dict[tuple[str | None, str | None, bool], str | None] = {}
        found = {}
        for one in records:
            key = (one.sha256, None if one.file else one.source_file, bool(one.file))
            if key not in known:
                known[key] = self.fault(one)
            if told := known[key]:
                found[one.id] = told
        return found

    def _source(self, name: str | None) -> Path | None:
        """The source file of a place in ``sources/``; only names that are there are taken."""
        if not name or not self.folder.sources.is_dir():
            return None
        there = {
            path.relative_to(self.folder.sources).as_posix(): path for path in self.folder.sources.rglob("*")
        }
        file = file_of(name, there)
        return there[file] if file else None

    def _opened(self, path: Path) -> BinaryIO:
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        except OSError as error:
            link = error.errno == errno.ELOOP
            found = "it is a link" if link else f"it cannot be opened ({error.strerror})"
            raise EvidenceRefused(path.name, found, "a file", "Give the file itself.") from error
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise EvidenceRefused(
                path.name, "it is no file", "a file", "Pack a folder into an archive first."
            )
        return os.fdopen(handle, "rb")

    def _keep(self, given: BinaryIO, name: str) -> Stored:
        self.place.mkdir(parents=True, exist_ok=True)
        handle, fresh_name = tempfile.mkstemp(dir=self.place, prefix=".", suffix=".new")
        fresh = Path(fresh_name)
        try:
            with os.fdopen(handle, "wb") as written:
                sha256, size = self._copy(given, written, name)
            fresh.chmod(0o444)
            self._name(fresh, self.path_of(sha256), name)
        finally:
            fresh.unlink(missing_ok=True)
        return Stored(name, sha256, size)

    def _name(self, fresh: Path, place: Path, name: str) -> None:
        """Give whole content its name; what stands there already stays, if it is the same."""
        try:
            os.link(fresh, place)
        except FileExistsError:
            self._check_kept(place, name)
        except OSError:  # a file system without hard links
            if place.exists() or place.is_symlink():
                self._check_kept(place, name)
            else:
                fresh.rename(place)

    def _copy(self, given: BinaryIO, written: BinaryIO, name: str) -> tuple[str, int]:
        digest, size = hashlib.sha256(), 0
        while block := given.read(_BLOCK):
            size += len(block)
            if size > self.largest:
                expected = f"at most {self.largest:,} bytes"
                raise EvidenceRefused(
                    name, "it is larger", expected, "Keep an extract, and say where the whole is."
                )
            digest.update(block)
            written.write(block)
        written.flush()
        os.fsync(written.fileno())
        if size == 0:
            raise EvidenceRefused(name, "it is empty", "a file with content", "Obtain it again.")
        return digest.hexdigest(), size

    def _check_kept(self, place: Path, name: str) -> None:
        if place.is_symlink() or not place.is_file() or sha256_of(place) != place.name:
            raise EvidenceRefused(
                name,
                f"records/evidence/{place.name} is there and has another content",
                "the content that its name tells",
                "Somebody changed it; `ringtrue verify` says what else is not whole.",
            )
