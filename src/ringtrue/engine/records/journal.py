"""The audit's journal: records that are added and never changed, each line holding the hash of the line before it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

from ringtrue.engine.audit.audit_folder import AuditFolder, write_whole
from ringtrue.engine.database.locks import alone_in
from ringtrue.model.entry import Entry, NewEntry
from ringtrue.model.errors import JournalBroken

FIRST = "0" * 64
"""What stands for the hash of a line before the first."""


@dataclass(frozen=True)
class ChainedEntry:
    """An entry, and the line of the journal that it is."""

    entry: Entry
    line: str


class Journal:
    """``records/journal.jsonl`` of an audit folder. What is not there yet is empty."""

    def __init__(self, folder: AuditFolder) -> None:
        self.path = folder.records / "journal.jsonl"

    def append(self, entries: Sequence[NewEntry]) -> tuple[Entry, ...]:
        """Add entries at the end, all of them or none. JournalBroken if what stands there is not whole."""
        with alone_in(self.path.parent):
            lines = self.lines()
            read_chain(lines)
            added: list[ChainedEntry] = []
            for new in entries:
                added.append(chain_line(new, len(lines) + 1, lines[-1] if lines else None))
                lines.append(added[-1].line)
            self._write(lines)
        return tuple(one.entry for one in added)

    def add_lines(self, lines: Sequence[str]) -> None:
        """Add lines that follow from the last one, all of them or none. JournalBroken names the first that does not."""
        with alone_in(self.path.parent):
            whole = [*self.lines(), *lines]
            read_chain(whole)
            self._write(whole)

    def lines(self) -> list[str]:
        """The lines as they stand there."""
        return self.path.read_text("utf-8").splitlines() if self.path.exists() else []

    def entries(self) -> tuple[Entry, ...]:
        """Every entry in its order. JournalBroken names the first line that does not follow from the one before it."""
        return read_chain(self.lines())

    def current(self, kind: str) -> dict[str, Entry]:
        """The records of a kind as they are now: the last entry of each id, in the order of their first."""
        return {entry.id: entry for entry in self.entries() if entry.kind == kind}

    def history(self, kind: str, id: str) -> tuple[Entry, ...]:
        """Every entry about one record, the first one first."""
        return tuple(entry for entry in self.entries() if (entry.kind, entry.id) == (kind, id))

    def _write(self, lines: Sequence[str]) -> None:
        write_whole(self.path, "".join(line + "\n" for line in lines))


def chain_line(new: NewEntry, number: int, last: str | None) -> ChainedEntry:
    """What somebody adds as the entry of that number, after the line that is the last so far."""
    said = {field.name: getattr(new, field.name) for field in fields(NewEntry)}
    entry = Entry(**said, seq=number, previous=_hash(last) if last is not None else FIRST)
    return ChainedEntry(entry, json.dumps(asdict(entry), ensure_ascii=True, sort_keys=True))


def read_line(line: str) -> Entry:
    """The entry that a line is. ValueError or TypeError if it is none."""
    return Entry(**json.loads(line))


def read_chain(lines: Sequence[str]) -> tuple[Entry, ...]:
    """The entries that lines are. JournalBroken names the first that does not follow from the one before it."""
    entries, previous = [], FIRST
    for number, line in enumerate(lines, 1):
        try:
            entry = read_line(line)
        except (ValueError, TypeError) as error:
            raise JournalBroken(number, f"it is no entry ({error})") from error
        if (entry.seq, entry.previous) != (number, previous):
            raise JournalBroken(number, "it does not follow from the line before it")
        entries.append(entry)
        previous = _hash(line)
    return tuple(entries)


def _hash(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()
