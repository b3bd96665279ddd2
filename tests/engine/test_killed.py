"""A run that is killed at any moment leaves the audit folder whole, and the next one gives the bytes of an undisturbed one."""

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder

KILLS, LONGEST_SECONDS = 5, 4.0
RUN = "import sys; from pathlib import Path; from ringtrue import api; api.run(api.AuditFolder(Path(sys.argv[1])))"


@pytest.mark.slow
def test_a_run_after_kills_at_random_moments_has_the_bytes_of_an_undisturbed_one(
    small_audit: AuditFolder,
) -> None:
    _, place = api.run(small_audit)
    undisturbed = _bytes(place)
    given = {folder: _bytes(folder) for folder in (small_audit.tables, small_audit.sources)}
    shutil.rmtree(small_audit.runs)
    shutil.rmtree(small_audit.cache)
    dice = random.Random(1)
    for _ in range(KILLS):
        _run_and_kill(small_audit, dice.uniform(0.5, LONGEST_SECONDS))
        assert not place.exists() or _bytes(place) == undisturbed
        assert {folder: _bytes(folder) for folder in given} == given
    api.run(small_audit)
    assert _bytes(place) == undisturbed
    assert sorted(one.name for one in small_audit.runs.iterdir()) == [".lock", place.name]


def _run_and_kill(folder: AuditFolder, seconds: float) -> None:
    process = subprocess.Popen([sys.executable, "-c", RUN, str(folder.path)], start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
