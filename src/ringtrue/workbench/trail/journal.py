"""The journal of an audit in the database: the same methods and the same chain as the file in the audit folder."""

from collections.abc import Sequence

from django.db import transaction

from ringtrue.api import ChainedEntry, NewEntry, chain_line, read_line
from ringtrue.api import Entry as JournalEntry
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.models import Entry, Record


class ChangedMeanwhile(Exception):
    """Somebody else changed the record after it was read: who, when, and what it holds now."""

    def __init__(self, record: Record) -> None:
        self.record = record
        super().__init__(f"{record.kind} {record.record} was changed by {record.by} at {record.at}")


class AuditJournal:
    """What was recorded in one audit."""

    def __init__(self, audit: Audit) -> None:
        self.audit = audit

    def append(
        self, entries: Sequence[NewEntry], expected: dict[tuple[str, str], int] | None = None
    ) -> tuple[JournalEntry, ...]:
        """Add entries, all or none. ``expected`` gives the version of records as they were read: 0 for new ones.

        Raises ChangedMeanwhile where a record is no longer as expected.
        """
        with transaction.atomic():
            audit = Audit.objects.select_for_update().get(pk=self.audit.pk)
            self._check(expected or {})
            chained = self._chained(audit, entries)
            Entry.objects.bulk_create([self._entry(one) for one in chained])
            for one in chained:
                self._set(one)
            Audit.objects.filter(pk=audit.pk).update(entries=audit.entries + len(chained))
        return tuple(one.entry for one in chained)

    def entries(self) -> tuple[JournalEntry, ...]:
        """Every entry in its order."""
        return tuple(read_line(line) for line in self.lines())

    def lines(self, after: int = 0) -> list[str]:
        """The lines of the entries after that number, as they stand in the file."""
        return list(self.audit.trail.filter(seq__gt=after).values_list("line", flat=True))

    def current(self, kind: str) -> dict[str, JournalEntry]:
        """The records of a kind as they are now, in the order in which they came."""
        versions = self.audit.records.filter(kind=kind).values("version", "first")
        order = {one["version"]: one["first"] for one in versions}
        lines = self.audit.trail.filter(seq__in=order).values_list("line", flat=True)
        found = sorted(map(read_line, lines), key=lambda entry: order[entry.seq])
        return {entry.id: entry for entry in found}

    def history(self, kind: str, id: str) -> tuple[JournalEntry, ...]:
        """Every entry about one record, the first one first."""
        lines = self.audit.trail.filter(kind=kind, record=id).values_list("line", flat=True)
        return tuple(map(read_line, lines))

    def _check(self, expected: dict[tuple[str, str], int]) -> None:
        for (kind, id), version in expected.items():
            now = self.audit.records.filter(kind=kind, record=id).first()
            if now is not None and now.version != version:
                raise ChangedMeanwhile(now)

    def _chained(self, audit: Audit, entries: Sequence[NewEntry]) -> list[ChainedEntry]:
        last = audit.trail.order_by("-seq").values_list("line", flat=True).first()
        chained: list[ChainedEntry] = []
        for number, new in enumerate(entries, audit.entries + 1):
            chained.append(chain_line(new, number, last))
            last = chained[-1].line
        return chained

    def _entry(self, one: ChainedEntry) -> Entry:
        entry = one.entry
        return Entry(
            audit=self.audit,
            seq=entry.seq,
            kind=entry.kind,
            record=entry.id,
            at=entry.at,
            by=entry.by,
            line=one.line,
        )

    def _set(self, one: ChainedEntry) -> None:
        entry = one.entry
        state = {"content": dict(entry.content), "by": entry.by, "at": entry.at, "version": entry.seq}
        Record.objects.update_or_create(
            audit=self.audit,
            kind=entry.kind,
            record=entry.id,
            defaults=state,
            create_defaults={**state, "first": entry.seq},
        )
