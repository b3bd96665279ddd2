"""What a kind of paper offers: it is written from an audit, and, where it can be filled in, read back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.engine.records.journal import Journal
from ringtrue.model.entry import NewEntry
from ringtrue.papers.filled import Filled, Problem


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a paper is written for: the audit, the language, and what the caller chose (``sample``, ``role``, …).

    ``template`` is a document whose look its Word form takes.
    """

    folder: AuditFolder
    journal: Journal
    language: str = "en"
    options: Mapping[str, str] = field(default_factory=dict)
    template: Path | None = None


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A filled paper in the hand of who reads it back: who, and when (ISO 8601, UTC)."""

    folder: AuditFolder
    journal: Journal
    filled: Filled
    by: str
    at: str


@dataclass(frozen=True, kw_only=True)
class ReadBack:
    """What a filled paper adds to the journal, and what in it could not be taken."""

    entries: Sequence[NewEntry] = ()
    problems: Sequence[Problem] = ()


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A kind of paper. ``write_excel`` and ``write_word`` take what is wanted and the file to write; None: there is no such form."""

    kind: str
    title: str
    write_excel: Callable[[Wanted, Path], None] | None = None
    write_word: Callable[[Wanted, Path], None] | None = None
    read: Callable[[Reading], ReadBack] | None = None
