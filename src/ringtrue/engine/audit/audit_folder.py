"""The audit folder: one per audit, self-contained, movable. What is written is written beside its place and renamed."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ringtrue.engine.audit.audit_file import AuditFile, read_audit_file

_BLOCK = 1 << 20


@dataclass(frozen=True)
class AuditFolder:
    """The places inside an audit folder."""

    path: Path

    @property
    def audit_file(self) -> Path:
        """``audit.toml``."""
        return self.path / "audit.toml"

    @property
    def sources(self) -> Path:
        """The files as received, read-only."""
        return self.path / "sources"

    @property
    def mappings(self) -> Path:
        """What each export's columns were taken for; the auditor may correct it."""
        return self.path / "mappings"

    @property
    def tables(self) -> Path:
        """The canonical tables as Parquet."""
        return self.path / "tables"

    @property
    def runs(self) -> Path:
        """One folder per run, named by its id."""
        return self.path / "runs"

    @property
    def reports(self) -> Path:
        """What was rendered."""
        return self.path / "reports"

    @property
    def records(self) -> Path:
        """What people recorded: the journal, and the evidence that they kept."""
        return self.path / "records"

    @property
    def papers(self) -> Path:
        """Workbooks and documents to fill in."""
        return self.path / "papers"

    @property
    def cache(self) -> Path:
        """What runs worked out, kept to spare work; it may be deleted at any time, and is no part of the audit."""
        return self.path / "cache"

    def audit(self) -> AuditFile:
        """The audit as its file says it; the defaults where there is none."""
        return read_audit_file(self.audit_file) if self.audit_file.exists() else AuditFile()

    def mapping_of(self, file: str) -> Path:
        """Where the mapping of a source stands."""
        return self.mappings / (file.replace("/", "__") + ".toml")


def is_audit_folder(path: Path) -> bool:
    """Whether the path is a folder in which an audit was begun."""
    return (path / "audit.toml").is_file() and any(
        (path / place).is_dir() for place in ("sources", "sources.old")
    )


@contextmanager
def replacing(place: Path) -> Iterator[Path]:
    """A fresh folder beside ``place``, which takes its place when the block ends well; a kill leaves the last whole state."""
    recover(place)
    fresh, old = place.with_name(place.name + ".new"), place.with_name(place.name + ".old")
    _remove(fresh)
    fresh.mkdir(parents=True)
    try:
        yield fresh
    except BaseException:
        _remove(fresh)
        raise
    _flush(fresh)
    if place.exists():
        place.rename(old)
    fresh.rename(place)
    _remove(old)


def recover(place: Path) -> None:
    """Undo what a kill in the middle of ``replacing`` left behind."""
    old = place.with_name(place.name + ".old")
    if old.exists() and not place.exists():
        old.rename(place)
    _remove(old)
    _remove(place.with_name(place.name + ".new"))


def write_whole(path: Path, text: str) -> None:
    """Write a text file in one step: it is there whole, or as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def sha256(path: Path) -> str:
    """The SHA-256 of a file, read in blocks."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _remove(folder: Path) -> None:
    if folder.exists():
        for inside in folder.rglob("*"):
            if inside.is_dir():
                inside.chmod(0o755)
        shutil.rmtree(folder)


def _flush(folder: Path) -> None:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            with file.open("rb") as opened:
                os.fsync(opened.fileno())
