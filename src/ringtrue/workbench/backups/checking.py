"""Reads a backup to its last byte: every part that the manifest names is there with its hash, and nothing else."""

import hashlib
import tarfile
from pathlib import Path
from typing import IO

from ringtrue.model.errors import BackupRefused
from ringtrue.workbench.backups.parts import (
    BLOCK,
    DATABASE,
    MANIFEST,
    MOST_MANIFEST_BYTES,
    Manifest,
    Part,
    place_of,
    read_manifest,
)

OTHER = "Take another copy of the backup."


def check(file: Path, into: Path | None = None) -> Manifest:
    """What a backup holds; with ``into``, unpacked there. BackupRefused where it is not whole, or holds what it should not."""
    shown, found, manifest = str(file), {}, None
    try:
        with tarfile.open(file, "r:") as backup:
            for member in backup:
                if not member.isreg() or member.name in found or manifest:
                    raise BackupRefused(
                        shown, f'it holds "{member.name[:200]}", which no backup does', "Do not use it."
                    )
                place, opened = place_of(shown, member.name), backup.extractfile(member)
                assert opened is not None  # a regular file
                if member.name == MANIFEST:
                    manifest = read_manifest(shown, opened.read(MOST_MANIFEST_BYTES))
                else:
                    found[member.name] = _read(opened, into / place if into else None)
    except (tarfile.TarError, OSError, EOFError) as error:
        raise BackupRefused(shown, f"it cannot be read ({error})", OTHER) from error
    if manifest is None:
        raise BackupRefused(shown, "it ends too early: the manifest is missing", OTHER)
    _compare(shown, manifest, found)
    return manifest


def _read(opened: IO[bytes], place: Path | None) -> Part:
    """Hash a part, and write it to its place, where it has one: a new file, readable by its owner only."""
    digest, size = hashlib.sha256(), 0
    if place:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600, exist_ok=False)
    written = place.open("wb") if place else None
    try:
        while block := opened.read(BLOCK):
            digest.update(block)
            size += len(block)
            if written:
                written.write(block)
    finally:
        if written:
            written.close()
    return Part(digest.hexdigest(), size)


def _compare(shown: str, manifest: Manifest, found: dict[str, Part]) -> None:
    other = sorted(
        name for name in {*manifest.files, *found, DATABASE} if manifest.files.get(name) != found.get(name)
    )
    if DATABASE not in found:
        raise BackupRefused(shown, "it holds no database", OTHER)
    if other:
        raise BackupRefused(shown, f"{other[0]} is not what was backed up ({len(other)} differ)", OTHER)
