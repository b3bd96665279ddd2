"""Makes a backup while the workbench is in use: first the database, then the files, of which none that it names is ever taken away."""

import io
import os
import tarfile
import tempfile
from pathlib import Path
from typing import Any, cast

from ringtrue.model.errors import BackupRefused
from ringtrue.workbench.backups.checking import check
from ringtrue.workbench.backups.database import database_of
from ringtrue.workbench.backups.parts import DATABASE, FORMAT, MANIFEST, Hashed, Manifest, Part, home_files


def back_up(home: Path, out: Path, made_at: str) -> Manifest:
    """Write a backup of a workbench, and read it again to the last byte. BackupRefused if it cannot be, or ``out`` is there."""
    if not home.is_dir():
        raise BackupRefused(
            str(home), "there is no workbench", "Give the folder that `ringtrue serve` was given."
        )
    if out.exists():
        raise BackupRefused(str(out), "the file is there already", "Give a new name.")
    if out.resolve().is_relative_to(home.resolve()):
        raise BackupRefused(str(out), "it would be inside of what is backed up", "Give a place outside.")
    with tempfile.TemporaryDirectory(dir=out.resolve().parent, prefix=".ringtrue-backup-") as place:
        fresh = Path(place) / "backup.tar"
        fresh.touch(mode=0o600)
        _write(home, Path(place), fresh, made_at)
        made = check(fresh)
        try:
            os.link(fresh, out)
        except FileExistsError as error:
            raise BackupRefused(str(out), "the file is there already", "Give a new name.") from error
    return made


def _write(home: Path, place: Path, fresh: Path, made_at: str) -> None:
    database, dumped = database_of(home), place / DATABASE
    database.dump(dumped)
    files: dict[str, Part] = {}
    with tarfile.open(fresh, "w", format=tarfile.PAX_FORMAT) as backup:
        files[DATABASE] = _add(backup, DATABASE, dumped)
        dumped.unlink()
        for name, path in home_files(home):
            files[name] = _add(backup, name, path)
        told = Manifest(FORMAT, made_at, database.engine, files).text()
        backup.addfile(_info(MANIFEST, len(told)), io.BytesIO(told))


def _add(backup: tarfile.TarFile, name: str, path: Path) -> Part:
    try:
        with path.open("rb") as opened:
            size = os.fstat(opened.fileno()).st_size
            read = Hashed(opened, size)
            backup.addfile(_info(name, size), cast(Any, read))
    except OSError as error:
        remedy = "Try again when no import or run is under way."
        raise BackupRefused(str(path), "it was changed while it was being read", remedy) from error
    return read.part


def _info(name: str, size: int) -> tarfile.TarInfo:
    told = tarfile.TarInfo(name)
    told.size, told.mode = size, 0o600
    return told
