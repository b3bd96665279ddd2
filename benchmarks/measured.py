"""Runs a step in a fresh process, several times, and keeps its seconds and the most memory it held."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MEGABYTE = 10**6
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class StepFailed(Exception):
    """A step ended badly; the message holds what it wrote."""


@dataclass(frozen=True)
class Measured:
    """Seconds of each run of the step itself; the most resident memory of its whole process, in MB; what it found."""

    runs: tuple[float, ...]
    peak_mb: float
    found: dict[str, Any]

    @property
    def seconds(self) -> float:
        """The middle run."""
        return statistics.median(self.runs)


def measure(command: Sequence[str | Path], times: int) -> Measured:
    """Run the command so many times; its last line is JSON with its ``seconds``. StepFailed if it fails."""
    outcomes = [_run(command) for _ in range(times)]
    runs = tuple(found["seconds"] for found, _ in outcomes)
    return Measured(runs, max(peak for _, peak in outcomes), outcomes[-1][0])


def _run(command: Sequence[str | Path]) -> tuple[dict[str, Any], float]:
    # Each process is waited for by itself: the sum over all children would only ever grow. This process stays small, as a
    # child's peak includes what its parent held when it was born.
    with tempfile.TemporaryFile("w+") as told, tempfile.TemporaryFile("w+") as complaints:
        process = subprocess.Popen(command, stdout=told, stderr=complaints)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        complaints.seek(0)
        if process.returncode:
            raise StepFailed(f"{' '.join(map(str, command))}\n{complaints.read()}")
        found: dict[str, Any] = json.loads(told.read().splitlines()[-1])
    return found, usage.ru_maxrss * RSS_UNIT / MEGABYTE
