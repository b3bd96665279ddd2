"""An audit of the cast that was run: the shipped example, imported and run once for all tests of a session."""

import fcntl
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from ringtrue.api import audit
from tests.workbench.cast import Cast

EXAMPLE = Path(__file__).parents[2] / "examples" / "northwind"


@cache
def _made() -> Path:
    """Made by the process that comes first; those beside it wait for it."""
    session = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    folder = Path(tempfile.gettempdir()) / f"ringtrue-ran-{session}"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            audit([EXAMPLE], folder / "audit")
            (folder / "made").touch()
    return folder / "audit"


def run_it(cast: Cast) -> str:
    """Put the run into the audit of the cast; the run's id."""
    for name in ("audit.toml", "sources", "tables", "mappings", "runs"):
        given, place = _made() / name, cast.audit.folder.path / name
        if given.is_dir():
            shutil.copytree(given, place, dirs_exist_ok=True)
        elif given.exists():
            shutil.copyfile(given, place)
    return next(cast.audit.folder.runs.glob("*/results.json")).parent.name
