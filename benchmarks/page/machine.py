"""The machine that was measured on, and whether it was left alone meanwhile."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

from record import Bench

GIGABYTE = 10**9
MEASURABLE_SECONDS = 0.5
BUSY_FROM = 1.5


def named() -> str:
    """Cores, processor, memory, system, and the versions of what was run."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGABYTE
    versions = ", ".join(f"{name} {version(name)}" for name in ("ringtrue", "duckdb", "numpy"))
    return (
        f"{os.cpu_count()} cores{_processor()}, {memory:.0f} GB of memory, {platform.system()} on {platform.machine()}; "
        f"Python {platform.python_version()}, {versions}."
    )


def restlessness(bench: Bench) -> float | None:
    """The widest spread, highest over lowest, where runs of one step differ more than the step itself can explain."""
    steps = [
        one for size in bench.sizes for side in (size.ours, *size.peers.values()) for one in side.values()
    ]
    spreads = [
        max(one.all_seconds) / min(one.all_seconds) for one in steps if one.seconds >= MEASURABLE_SECONDS
    ]
    widest = max(spreads, default=1.0)
    return widest if widest >= BUSY_FROM else None


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return ""
    names = [line.split(":", 1)[1].strip() for line in told if line.startswith("model name")]
    return f" ({names[0]})" if names else ""
