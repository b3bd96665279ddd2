"""Brings a backup back into a new home: checked as a whole before anything is put in its place."""

import tempfile
from pathlib import Path

from ringtrue.model.errors import BackupRefused
from ringtrue.workbench.backups.checking import check
from ringtrue.workbench.backups.database import database_of
from ringtrue.workbench.backups.parts import DATABASE, HOME, Manifest


def restore(file: Path, home: Path) -> Manifest:
    """Bring a backup back. BackupRefused, with nothing changed, where it is not whole or something would be overwritten."""
    home = home.resolve()
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise BackupRefused(
            str(home), "there is something already", "Restore into a folder that is not there yet."
        )
    if not file.is_file():
        raise BackupRefused(str(file), "there is no such file", "Give a file that `ringtrue backup` wrote.")
    database = database_of(home)
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix=".ringtrue-restore-") as place:
        manifest = check(file, Path(place))
        if manifest.engine != database.engine:
            found = f"its database is of {manifest.engine}, and this workbench would use {database.engine}"
            raise BackupRefused(
                str(file), found, "Set DATABASE_URL to an empty database of that kind, or unset it."
            )
        database.refuse_if_used()
        unpacked = Path(place) / HOME
        unpacked.mkdir(exist_ok=True)
        database.within(home, unpacked).load(Path(place) / DATABASE)
        unpacked.replace(home)
    return manifest
