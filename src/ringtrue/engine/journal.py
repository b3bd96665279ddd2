"""The audit's journal: records that are added and never changed, each line holding the hash of the line before it."""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from ringtrue.engine.audit_folder import AuditFolder, write_whole
from ringtrue.model.entry import Entry, NewEntry
from ringtrue.model.errors import JournalBroken

FIRST = "0" * 64
"""What stands for the hash of a line before the first."""


class Journal:
    """``records/journal.jsonl`` of an audit folder. What is not there yet is empty."""

    def __init__(self, folder: AuditFolder) -> None:
        self.path = folder.records / "journal.jsonl"

    def append(self, entries: Sequence[NewEntry]) -> tuple[Entry, ...]:
        """Add entries at the end, all of them or none. JournalBroken if what stands there is not whole."""
        with self._locked():
            lines = self._lines()
            known = _chained(lines)
            previous, added = _hash(lines[-1]) if lines else FIRST, []
            for number, new in enumerate(entries, len(known) + 1):
                entry = Entry(**vars(new), seq=number, previous=previous)
                lines.append(_line(entry))
                previous = _hash(lines[-1])
                added.append(entry)
            write_whole(self.path, "".join(line + "\n" for line in lines))
        return tuple(added)

    def entries(self) -> tuple[Entry, ...]:
        """Every entry in its order. JournalBroken names the first line that does not follow from the one before it."""
        return _chained(self._lines())

    def current(self, kind: str) -> dict[str, Entry]:
        """The records of a kind as they are now: the last entry of each id, in the order of their first."""
        return {entry.id: entry for entry in self.entries() if entry.kind == kind}

    def history(self, kind: str, id: str) -> tuple[Entry, ...]:
        """Every entry about one record, the first one first."""
        return tuple(entry for entry in self.entries() if (entry.kind, entry.id) == (kind, id))

    def _lines(self) -> list[str]:
        return self.path.read_text("utf-8").splitlines() if self.path.exists() else []

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Nobody else writes meanwhile; the lock falls with the process that holds it."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(_lock_of(self.path), os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _lock_of(path: Path) -> Path:
    return path.with_name(".lock")


def _line(entry: Entry) -> str:
    return json.dumps(asdict(entry), ensure_ascii=True, sort_keys=True)


def _hash(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def _chained(lines: Sequence[str]) -> tuple[Entry, ...]:
    entries, previous = [], FIRST
    for number, line in enumerate(lines, 1):
        try:
            entry = Entry(**json.loads(line))
        except (ValueError, TypeError) as error:
            raise JournalBroken(number, f"it is no entry ({error})") from error
        if (entry.seq, entry.previous) != (number, previous):
            raise JournalBroken(number, "it does not follow from the line before it")
        entries.append(entry)
        previous = _hash(line)
    return tuple(entries)
