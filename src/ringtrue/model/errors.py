"""Everything that can go wrong with what a user gave us. Each error says what to do about it.

RingtrueError
├── UnreadableInput      a file cannot be read at all
├── MappingIncomplete    a file was read, but what its columns mean is not sure
├── WrongUse             a command or a setting makes no sense
│   ├── UnknownClause    a clause that the criteria do not have
│   │   └── FormerClause a clause number of an edition that was withdrawn
│   ├── NotCriteria      something that no auditee can be judged by
│   ├── TemplateRefused  a report's template cannot be used
│   ├── MethodRefused    a step that the rules of the audit's method do not allow
│   │   ├── SampleRefused    a sample that cannot be planned, drawn, extended or pooled so
│   │   └── FindingRefused   a finding, evidence or disposition that cannot stand so
│   │       └── ResponseRefused  a step of the follow-up that cannot be taken now
│   ├── EvidenceRefused  content that cannot be kept as evidence
│   └── UnreadableCriteria  the organisation's own criteria have something wrong in them
├── JournalBroken        the journal of an audit was changed by another hand
├── JournalForked        two journals of one audit went on in different ways
├── SealRefused          an audit, or the key to seal it with, is not fit for a seal
├── TimestampRefused     a time-stamp was not given, or is none
├── BackupRefused        a backup that cannot be made, or not be brought back
├── ProcedureFailed      a procedure could not run
├── SparkLost            Spark is not there, or went away during a run
├── MemoryTooSmall       the work needs more memory than it was allowed
├── DiskFull             there is no room left on the disk
└── PaperNotMade         a report could not be set or drawn
"""

from collections.abc import Sequence


class RingtrueError(Exception):
    """The root of all of them: shown to the user as one message, without a traceback."""


class UnreadableInput(RingtrueError):
    """A file cannot be read: what was found, what was expected, what to do."""

    def __init__(self, file: str, found: str, expected: str, remedy: str) -> None:
        self.file, self.found, self.expected, self.remedy = file, found, expected, remedy
        super().__init__(f"{file}: {found}. Expected {expected}. {remedy}")


class MappingIncomplete(UnreadableInput):
    """A file can be read, but its columns cannot be told for certain."""

    def __init__(self, file: str, columns: Sequence[str], missing: str, remedy: str) -> None:
        shown = ", ".join(columns[:40]) + (", …" if len(columns) > 40 else "")
        super().__init__(file, f"the columns are {shown}", missing, remedy)


class WrongUse(RingtrueError):
    """A command, path or setting makes no sense as given."""


class ProcedureFailed(RingtrueError):
    """A procedure could not run: a fault of ours, never of the data. Its result says so, beginning with ``MARK``."""

    MARK = "it could not run, by a fault of Ringtrue's"

    def __init__(self, procedure: str, cause: str) -> None:
        super().__init__(f"{self.MARK} ({procedure}: {cause})")


class MemoryTooSmall(RingtrueError):
    """The work needs more memory than it was allowed, and could not spill enough of it to the disk."""

    def __init__(self, memory: str) -> None:
        super().__init__(
            f"{memory} of memory are too little for this audit. Nothing was written. Allow more with --memory, about half of what the "
            "machine has, such as --memory 4GB; where the disk was full too, make room there."
        )


class DiskFull(RingtrueError):
    """There is no room left on the disk on which the audit folder is."""

    def __init__(self, folder: str, free_bytes: int) -> None:
        super().__init__(
            f"{folder}: the disk is full ({free_bytes / 1e6:,.0f} MB are free). Nothing was written. Make room and run again: "
            "the folder cache/ in the audit folder may be deleted, and so may old runs; more --memory needs less room on the disk."
        )


class JournalBroken(RingtrueError):
    """The journal of an audit is not as Ringtrue wrote it."""

    def __init__(self, line: int, found: str) -> None:
        self.line = line
        super().__init__(
            f"records/journal.jsonl, line {line}: {found}. Expected a journal to which lines were only added. "
            "Put back the last copy that was whole; `ringtrue verify` tells which files were changed."
        )


class UnknownClause(WrongUse):
    """A clause that the criteria do not have, or that is divided into others."""

    def __init__(self, given: str, title: str, remedy: str) -> None:
        self.given = given
        super().__init__(f'"{given}" is no clause of {title}. {remedy}')


class FormerClause(UnknownClause):
    """A clause number of an edition that was withdrawn: its subject, and where that went, where this is sure."""

    def __init__(
        self, given: str, number: str, title: str, former: str, subject: str, now: Sequence[str]
    ) -> None:
        self.number, self.former, self.now = number, former, tuple(now)
        about = f", where it is about {subject}" if subject else ""
        remedy = (
            f"{number} is a number of {former}, which was withdrawn{about}. "
            if number
            else f"It names {former}, which was withdrawn. "
        )
        then = (
            f"In {title} this is {' and '.join(now)}."
            if now
            else f"Say which clause of {title} is meant; there is no one clause that took its place."
        )
        super().__init__(given, title, remedy + then)


class NotCriteria(WrongUse):
    """Something that tells how to audit, or an edition withdrawn, was named as that by which to judge."""

    def __init__(self, given: str, reason: str, remedy: str) -> None:
        self.given = given
        super().__init__(f'audit.toml: criteria "{given}" cannot be judged by: {reason} {remedy}')


class UnreadableCriteria(WrongUse):
    """The organisation's own criteria cannot be used: everything found wrong, each with its place."""

    def __init__(self, file: str, problems: Sequence[str]) -> None:
        self.file, self.problems = file, tuple(problems)
        lines = "".join(f"\n- {problem}" for problem in problems)
        super().__init__(f"{file} cannot be used as criteria:{lines}")


class SealRefused(RingtrueError):
    """What stands in the audit folder, or the key, is not fit to be sealed: which, and what to do."""


class TimestampRefused(RingtrueError):
    """A time-stamping authority gave no time-stamp, or one that does not fit: what was found, what to do."""


class MethodRefused(WrongUse):
    """A step that the rules of the audit's method do not allow: what was wanted, and what is expected instead."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(f"{found}. Expected {expected}.")


class SampleRefused(MethodRefused):
    """A sample that cannot be planned, drawn, extended or pooled so."""


class TemplateRefused(WrongUse):
    """A report's template cannot be used: where in it, what was found, what to do."""

    def __init__(self, file: str, place: str, found: str, remedy: str) -> None:
        self.file, self.place, self.found, self.remedy = file, place, found, remedy
        super().__init__(f"{file}{f', {place}' if place else ''}: {found}. {remedy}")


class PaperNotMade(RingtrueError):
    """A report could not be set or drawn, by a fault of ours or of what it is made with."""

    def __init__(self, what: str, cause: str) -> None:
        super().__init__(
            f"{what}: the report could not be made ({cause}). The run and its other reports are whole; please report this."
        )


class FindingRefused(MethodRefused):
    """A finding, a piece of evidence or a disposition that cannot stand so. ``rules`` are those that it breaks, in the order of the reasons."""

    def __init__(self, id: str, reasons: Sequence[str], rules: tuple[str, ...]) -> None:
        self.id, self.reasons, self.rules = id, tuple(reasons), rules
        WrongUse.__init__(self, "\n  ".join([f"{id} is not recorded:", *reasons]))


class ResponseRefused(FindingRefused):
    """A step of the follow-up that cannot be taken now."""


class EvidenceRefused(WrongUse):
    """Content that cannot be kept as evidence: what was found, what was expected, what to do."""

    def __init__(self, file: str, found: str, expected: str, remedy: str) -> None:
        super().__init__(f"{file}: {found}. Expected {expected}. {remedy}")


class JournalForked(RingtrueError):
    """The journal in the audit folder and the trail of the workbench went on in different ways."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(
            f"records/journal.jsonl, line {line}: it is not what the workbench wrote there. Expected one journal. Put back the copy "
            "of the audit folder that the workbench wrote last."
        )


class BackupRefused(RingtrueError):
    """A backup of the workbench cannot be made or brought back: what was found, and what to do."""

    def __init__(self, file: str, found: str, remedy: str) -> None:
        super().__init__(f"{file}: {found}. {remedy}")


class SparkLost(RingtrueError):
    """Spark is not there, or went away while a run was made: what was found, and what to do. Of that run nothing stands."""

    def __init__(self, found: str, remedy: str) -> None:
        super().__init__(f"{found}. No run was made, and nothing of it is left. {remedy}")
