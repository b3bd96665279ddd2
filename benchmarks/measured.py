"""Runs a step in a fresh process and keeps its seconds and the most memory it held."""

import json
import os
import resource
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
class Once:
    """One run: seconds of the step itself; processor seconds and most resident memory, in MB, of its whole process; what it found."""

    seconds: float
    processor_seconds: float
    peak_mb: float
    found: dict[str, Any]


@dataclass(frozen=True)
class Measured:
    """The runs of one step."""

    runs: tuple[Once, ...]

    @property
    def seconds(self) -> float:
        """The middle one of the runs."""
        return statistics.median(self.all_seconds)

    @property
    def all_seconds(self) -> tuple[float, ...]:
        """The seconds of every run."""
        return tuple(run.seconds for run in self.runs)

    @property
    def processor_seconds(self) -> float:
        """The middle one of the runs, all cores together."""
        return statistics.median(run.processor_seconds for run in self.runs)

    @property
    def peak_mb(self) -> float:
        """The most of any run."""
        return max(run.peak_mb for run in self.runs)

    @property
    def found(self) -> dict[str, Any]:
        """What the last run found."""
        return self.runs[-1].found


def run_once(command: Sequence[str | Path]) -> Once:
    """Run the command; its last line is JSON with its ``seconds``. StepFailed if it fails."""
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
    return _once(found, usage)


def _once(found: dict[str, Any], usage: resource.struct_rusage) -> Once:
    """A step that works in a process beside its own, as Spark does, tells what that one took."""
    processor = usage.ru_utime + usage.ru_stime + found.pop("other_processor_seconds", 0.0)
    peak = usage.ru_maxrss * RSS_UNIT / MEGABYTE + found.pop("other_peak_mb", 0.0)
    return Once(found["seconds"], processor, peak, found)
