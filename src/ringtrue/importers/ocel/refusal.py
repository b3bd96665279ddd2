"""How a file that is no sound object-centric log is refused."""

from ringtrue.model.errors import UnreadableInput

MOST_DEEP = 30
"""Elements or objects inside one another: a log needs nine."""

LONGEST = 16 * 2**20
"""Characters of one event, object or value."""


def refused(
    file: str, found: str, remedy: str = "Export the log again, and check that the file is whole."
) -> UnreadableInput:
    """The message: what was found in the file, what was expected, what to do."""
    return UnreadableInput(
        file, found, "an object-centric event log (OCEL 2.0 as JSON, XML or SQLite)", remedy
    )
