"""``cache/`` of an audit folder: results of work by a digest of what went into it. It may be deleted at any time."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ringtrue.engine.audit.audit_folder import sha256

TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Kept by Ringtrue to spare work. It may be deleted at any time.\n"
"""What tells programs for backups that the folder need not be saved: https://bford.info/cachedir/"""
_LISTED = "entry.json"


class Store:
    """Entries of one or more files each. What is damaged counts as not there; what cannot be written is not kept."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def take(self, digest: str, into: Path) -> bool:
        """Put the files of an entry into a folder; False where there is none, or it is not whole as it was written."""
        entry = self.place / digest
        try:
            listed: dict[str, str] = json.loads((entry / _LISTED).read_text("utf-8"))
            if any(name != Path(name).name for name in listed):
                return self._drop(entry)
            for name, told in listed.items():
                _put(entry / name, into / name)
                if sha256(into / name) != told:
                    return self._drop(entry)
            os.utime(entry)
        except FileNotFoundError:
            return False
        except (OSError, ValueError, AttributeError):
            return self._drop(entry)
        return True

    def keep(self, digest: str, files: Iterable[Path]) -> None:
        """Keep files as an entry, in one step."""
        try:
            self.place.mkdir(exist_ok=True)
            (self.place / "CACHEDIR.TAG").write_text(TAG, "utf-8")
            fresh = Path(tempfile.mkdtemp(prefix=".new-", dir=self.place))
            listed = {}
            for file in files:
                _put(file, fresh / file.name)
                listed[file.name] = sha256(file)
            (fresh / _LISTED).write_text(json.dumps(listed), "utf-8")
            shutil.rmtree(self.place / digest, ignore_errors=True)
            fresh.rename(self.place / digest)
        except OSError:
            return

    def prune(self, most_bytes: int) -> None:
        """Remove what was broken off, and what was not used for longest, until no more than so many bytes are left."""
        left = most_bytes
        for entry in sorted(self._entries(), key=_last_used, reverse=True):
            left -= sum(file.stat().st_size for file in entry.iterdir())
            if left < 0 or entry.name.startswith(".new-"):
                self._drop(entry)

    def _entries(self) -> list[Path]:
        return [one for one in self.place.iterdir() if one.is_dir()] if self.place.is_dir() else []

    def _drop(self, entry: Path) -> bool:
        shutil.rmtree(entry, ignore_errors=True)
        return False


def _put(file: Path, place: Path) -> None:
    """The same content at another place: a further name for it where the disk can, else a copy."""
    place.unlink(missing_ok=True)
    try:
        os.link(file, place)
    except OSError:
        shutil.copyfile(file, place)


def _last_used(entry: Path) -> tuple[float, str]:
    return entry.stat().st_mtime, entry.name
