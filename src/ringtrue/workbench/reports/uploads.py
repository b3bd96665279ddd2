"""An upload on its way through: in a folder of its own that goes away, under a name of ours."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings


@contextmanager
def held(given: Any, name: str) -> Iterator[Path]:
    """The upload as a file, while the block lasts."""
    Path(settings.HOME.uploads).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.HOME.uploads, prefix="upload-") as place:
        file = Path(place) / name
        with file.open("wb") as out:
            for block in given.chunks():
                out.write(block)
        yield file
