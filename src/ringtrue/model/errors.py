"""Everything that can go wrong with what a user gave us. Each error says what to do about it.

RingtrueError
├── UnreadableInput      a file cannot be read at all
├── MappingIncomplete    a file was read, but what its columns mean is not sure
├── WrongUse             a command or a setting makes no sense
├── JournalBroken        the journal of an audit was changed by another hand
└── ProcedureFailed      a procedure could not run
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


class JournalBroken(RingtrueError):
    """The journal of an audit is not as Ringtrue wrote it."""

    def __init__(self, line: int, found: str) -> None:
        self.line = line
        super().__init__(
            f"records/journal.jsonl, line {line}: {found}. Expected a journal to which lines were only added. "
            "Put back the last copy that was whole; `ringtrue verify` tells which files were changed."
        )
