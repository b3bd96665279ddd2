"""A journal that remembers what was read from it, and adds nothing to records that somebody else changed meanwhile."""

from collections.abc import Sequence

from ringtrue.api import Entry, NewEntry
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.journal import AuditJournal


class WatchedJournal(AuditJournal):
    """For whatever reads before it writes. ChangedMeanwhile where a record that it writes is no longer as it was read."""

    def __init__(self, audit: Audit) -> None:
        super().__init__(audit)
        self.seen: dict[tuple[str, str], int] = {}
        self.kinds: set[str] = set()

    def current(self, kind: str) -> dict[str, Entry]:
        """As of any journal."""
        found = super().current(kind)
        self.kinds.add(kind)
        for id, entry in found.items():
            self.seen.setdefault((kind, id), entry.seq)
        return found

    def entries(self) -> tuple[Entry, ...]:
        """As of any journal."""
        found = super().entries()
        self.kinds |= {entry.kind for entry in found}
        for key, seq in {(one.kind, one.id): one.seq for one in found}.items():
            self.seen.setdefault(key, seq)
        return found

    def append(
        self, entries: Sequence[NewEntry], expected: dict[tuple[str, str], int] | None = None
    ) -> tuple[Entry, ...]:
        """As of any journal, on the records as they were read."""
        keys = {(one.kind, one.id) for one in entries}
        read = {key: self.seen.get(key, 0) for key in keys if key in self.seen or key[0] in self.kinds}
        added = super().append(entries, {**read, **(expected or {})})
        self.seen |= {(one.kind, one.id): one.seq for one in added}
        return added
