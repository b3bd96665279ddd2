"""A folder to work in, which goes away with the work; what a killed one left behind goes away with the next."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ringtrue.engine.database.locks import alone_in, clear_left

PREFIX = ".work-import-"


@contextmanager
def work_folder(inside: Path) -> Iterator[Path]:
    """A fresh folder below ``inside``. Another that is still worked in is left alone."""
    for other in inside.glob(PREFIX + "*"):
        clear_left(other)
    with tempfile.TemporaryDirectory(prefix=PREFIX, dir=inside) as made, alone_in(Path(made)):
        yield Path(made)
