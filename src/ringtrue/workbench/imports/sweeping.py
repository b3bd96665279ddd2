"""Removes what a kill left lying about: work folders of imports, uploads that never came whole. Nothing acknowledged is among it."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from ringtrue.workbench.imports.arriving import INCOMING

WORK_SECONDS = 3600
UPLOAD_SECONDS = 24 * 3600
"""An upload may take long: what is younger may still be coming."""


def sweep_work(folder: Path) -> None:
    """Work folders of imports that are long over."""
    for left in _old(folder.glob(".work-*"), WORK_SECONDS):
        shutil.rmtree(left, ignore_errors=True)


def sweep_incoming() -> None:
    """Files that began to come and never ended."""
    place = settings.HOME.uploads / INCOMING
    for left in _old(place.glob("*"), UPLOAD_SECONDS):
        left.unlink(missing_ok=True)


def _old(found: Iterator[Path], seconds: int) -> list[Path]:
    since = time.time() - seconds
    return [path for path in found if path.lstat().st_mtime < since]
