"""Where the work on one file is kept: a folder of its own below the work folder."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import SourceFile


def place(source: SourceFile, work: Path) -> Path:
    """The folder for this file as it stands now; a changed file gets another. Names inside the file play no
    part."""
    state = stat(source)
    mark = f"{source.path.resolve()}\x1f{state[0]}\x1f{state[1]}"
    folder = work / sha256(mark.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def stat(source: SourceFile) -> tuple[int, int]:
    """Size in bytes and time of change. Raises ``UnreadableInput`` where there is no readable file or it is
    empty."""
    found = "it is not there, or may not be opened"
    with suppress(OSError):
        state = source.path.stat()
        if source.path.is_file():
            if state.st_size:
                return state.st_size, state.st_mtime_ns
            found = "it is empty"
        else:
            found = "it is not a file"
    raise UnreadableInput(
        source.name, found, "an export with at least column names", "Export it again and give the new file."
    )
